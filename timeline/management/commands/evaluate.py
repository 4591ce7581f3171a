"""`manage.py evaluate`: how good and how fast the extraction is, on all gold there is."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from timeline.management.evaluation import benches, floor, gold, speed, tables
from timeline.management.evaluation.benches import BenchError, RealArticle
from timeline.management.evaluation.gold import Article, GoldError
from timeline.management.evaluation.report import evaluate

ROOT = Path(settings.BASE_DIR)
EVALUATION = ROOT / "tests" / "evaluation"
GOLD, FLOOR = EVALUATION / "gold", EVALUATION / "floor.toml"
# Corpora that may not be passed on lie beside the checkout, where there are any.
BENCH = ROOT.parent / "shared" / "bench"


class Command(BaseCommand):
    help = (
        "Score the extraction on gold, beside other systems, and measure its speed, on real "
        "articles where there are any. Needs no database. The gold in tests/evaluation/gold is "
        "read, and a bench folder if there is one."
    )
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--bench",
            type=Path,
            metavar="PATH",
            help="folder with temporal/score.py and events/score.py (default: ../shared/bench)",
        )
        parser.add_argument("--misses", action="store_true", help="show every miss")
        parser.add_argument(
            "--pin", action="store_true", help="make today's scores the floor of the tests, no more"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        articles, bench = _articles(), _bench(options["bench"])
        report = evaluate(articles)
        self.stdout.write(tables.shipped(report))
        if options["pin"]:
            floor.pin(FLOOR, GOLD, report.figures())
            self.stdout.write(f"\nPinned in {FLOOR.relative_to(ROOT)}.")
            return
        try:
            corpora, events = benches.temporal(bench, ROOT), benches.events(bench)
        except BenchError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(tables.bands(report))
        if corpora:
            self.stdout.write(tables.temporal(corpora))
        if events:
            self.stdout.write(tables.events(events))
        self.stdout.write(_speed(articles, events.articles if events else ()))
        if options["misses"]:
            self.stdout.write(tables.misses(report, corpora, events))


def _articles() -> list[Article]:
    try:
        articles = gold.load(GOLD)
    except GoldError as error:
        raise CommandError(str(error)) from error
    if not articles:
        raise CommandError(f"There is no gold in {GOLD}: run this in a whole checkout of Dateline.")
    return articles


def _speed(shipped: list[Article], real: Sequence[RealArticle]) -> str:
    """Measured on real articles where there are any, which have fewer dates in a line."""
    if any(article.language == speed.LANGUAGE for article in real):
        return tables.speed(speed.speeds(real), "of real articles")
    return tables.speed(speed.speeds(shipped), "of the invented articles that ship")


def _bench(given: Path | None) -> Path:
    """The bench folder; one that was named must hold a scorer."""
    bench = given or BENCH
    scorers = [bench / name / "score.py" for name in ("temporal", "events")]
    if given and not any(scorer.is_file() for scorer in scorers):
        raise CommandError(f"{bench} holds neither temporal/score.py nor events/score.py.")
    return bench.resolve()
