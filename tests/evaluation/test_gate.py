"""The quality gate: scores on the gold that ships with Dateline do not fall unnoticed."""

import shutil
from collections import Counter

import pytest

from timeline.management.commands.evaluate import FLOOR, GOLD
from timeline.management.evaluation import floor, gold
from timeline.management.evaluation.report import Report, evaluate

LANGUAGES = {"ar", "de", "en", "es", "fa", "fr", "ru"}
ENOUGH = 20  # events in a band: in a smaller one each counts for more than five points


@pytest.fixture(scope="module")
def report() -> Report:
    return evaluate(gold.load(GOLD))


@pytest.fixture
def copied(tmp_path):
    """A copy of the gold, with a floor pinned on it at one half."""
    folder = shutil.copytree(GOLD, tmp_path / "gold")
    floor.pin(tmp_path / "floor.toml", folder, {"times": 0.5})
    return tmp_path


def _problems(folder, **figures):
    return list(floor.problems(folder / "floor.toml", folder / "gold", figures))


def test_no_score_is_below_its_floor_and_the_gold_is_the_one_it_was_pinned_on(report):
    assert list(floor.problems(FLOOR, GOLD, report.figures())) == []


def test_there_are_six_short_articles_of_several_kinds_in_each_language():
    articles = gold.load(GOLD)
    for language in LANGUAGES:
        ours = [article for article in articles if article.language == language]
        assert len(ours) >= 6
        assert len({article.kind for article in ours}) >= 6
        assert all(60 <= len(article.text.split()) <= 150 for article in ours)
    assert len({article.id for article in articles}) == len(articles) >= 42


def test_every_article_asks_for_times_and_events_and_tempts(report):
    for article in report.articles:
        assert len(article.times) >= 5, article.id
        assert sum(event.required for event in article.events) >= 4, article.id
        assert article.nothing or article.no_event, article.id


def test_the_surest_events_are_right_more_often_than_the_least_sure(report):
    judged = sorted(pair for score in report.events for pair in score.judged)
    third = len(judged) // 3
    least, surest = Counter(r for _, r in judged[:third]), Counter(r for _, r in judged[-third:])
    assert surest[True] > least[True]


def test_each_band_of_confidence_keeps_what_it_promises_and_the_surest_keeps_most(report):
    bands = [(lower, tally) for lower, tally in report.bands() if tally.found]
    assert all(tally.precision >= lower - 0.02 for lower, tally in bands), bands
    precisions = [tally.precision for _, tally in bands if tally.found >= ENOUGH]
    assert len(precisions) > 2
    assert precisions == sorted(precisions, reverse=True)


def test_the_order_by_confidence_is_held_by_the_floor(report):
    assert report.figures()["ranking"] == report.ranking() > 0.6


def test_what_was_pinned_holds(copied):
    assert _problems(copied, times=0.5) == []
    assert _problems(copied, times=0.51) == []


def test_a_score_below_the_floor_is_named_with_the_way_out(copied):
    (problem,) = _problems(copied, times=0.49)
    assert problem.startswith("times fell to 0.4900; the floor is 0.5000.")
    assert "manage.py evaluate --pin" in problem


def test_gold_that_changed_is_noticed(copied):
    path = copied / "gold" / "en.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("Crete", "Corfu"), encoding="utf-8")
    assert "not what was pinned" in _problems(copied, times=0.5)[0]


def test_a_floor_lowered_by_hand_is_noticed(copied):
    path = copied / "floor.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("0.5000", "0.4000"), encoding="utf-8")
    assert "not what was pinned" in _problems(copied, times=0.5)[0]


def test_a_measure_without_a_floor_is_noticed(copied):
    assert "events is in only one" in _problems(copied, times=0.5, events=0.5)[0]
