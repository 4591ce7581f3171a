"""Scores as tables for a terminal, beside those of other systems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.management.tables import table

from .benches import Corpus, EventBench
from .report import Report
from .speed import Speeds

# What others score on the same files, measured once with the same scorers: TIMEX3 value / values on
# the calendar, in per cent.
_TAGGERS: Mapping[str, Mapping[str, str]] = {
    "HeidelTime 2.2": {
        "timebank": "79.2 / 83.0",
        "meantime": "85.1 / 91.6",
        "wikiwars": "84.0 / 89.3",
        "krauts-de": "64.8 / 71.1",
    },
    "SUTime": {"timebank": "69.2 / 73.0", "meantime": "80.9 / 87.9", "wikiwars": "49.4 / 50.7"},
    "recognizers-text": {
        "timebank": "52.9 / 54.7",
        "meantime": "79.1 / 85.9",
        "wikiwars": "50.3 / 53.1",
    },
    "dateparser": {
        "timebank": "26.0 / 29.6",
        "meantime": "66.2 / 73.7",
        "wikiwars": "38.1 / 43.2",
        "krauts-de": "10.9 / 12.1",
    },
}
# An event for each sentence with a date; none of them names people or places.
_EVENT_SYSTEMS = {"HeidelTime": (74.5, 87.5), "TERNIP": (47.2, 61.3), "dateparser": (33.5, 53.8)}
# KB of English per CPU second, of time expressions alone. On another machine: an order of size.
_SPEEDS = {"datefinder": 665, "dateparser": 83, "SUTime": 9, "recognizers-text": 8, "HeidelTime": 4}
_MEASURES = ("times", "events", "dates", "people", "places")
_NONE = "–"


def shipped(report: Report) -> str:
    """F1 by language, then precision and recall of all."""
    rows = [[language, *_f1(report.of(language))] for language in report.languages]
    tallies = report.tallies()
    rows += [
        ["all", *_f1(report)],
        ["precision", "", *(_percent(tallies[name].precision) for name in _MEASURES)],
        ["recall", "", *(_percent(tallies[name].recall) for name in _MEASURES)],
    ]
    withstood = report.withstood()
    line = f"{withstood.right} of {withstood.found} temptations gave nothing."
    heads = ("", "articles", *_MEASURES)
    return table("F1 on the gold that ships with Dateline, in per cent", heads, rows) + f"\n{line}"


def _f1(report: Report) -> list[str]:
    tallies = report.tallies()
    return [str(len(report.articles)), *(_percent(tallies[name].f1) for name in _MEASURES)]


def bands(report: Report) -> str:
    """How many of the events of each band of confidence are right."""
    rows = [
        [f"from {lower:.2f}", str(tally.found), _percent(tally.precision) if tally.found else _NONE]
        for lower, tally in report.bands()
    ]
    line = f"Of a right and a wrong event, the right one ranks higher in {report.ranking():.0%}."
    title = "Precision of events by confidence, same gold"
    return table(title, ("", "events", "right"), rows) + f"\n{line}"


def temporal(corpora: Sequence[Corpus]) -> str:
    """Value / calendar of each corpus, beside the other taggers."""
    rows = [
        [
            corpus.name,
            f"{_percent(corpus.value)} / {_percent(corpus.calendar)}",
            f"{corpus.speed:,.0f}",
            *(tagger.get(corpus.name, _NONE) for tagger in _TAGGERS.values()),
        ]
        for corpus in corpora
    ]
    title = "Time expressions: right values / right values on the calendar, F1 in per cent"
    return table(title, ("", "Dateline", "(KB/s)", *_TAGGERS), rows)


def events(bench: EventBench) -> str:
    """F1 of events on real articles, beside the other systems."""
    ours = [
        "Dateline",
        *(_percent(bench.f1[name]) for name in ("event", "dates", "people", "places")),
    ]
    others = [
        [name, f"{event:.1f}", f"{dates:.1f}", _NONE, _NONE]
        for name, (event, dates) in _EVENT_SYSTEMS.items()
    ]
    heads = ("", "events", "dates", "people", "places")
    return table("Events in real articles, F1 in per cent", heads, [ours, *others])


def speed(measured: Speeds, texts: str) -> str:
    """KB per CPU second on `texts`, beside the other systems; dateparser's is of the same run."""
    rows = [
        ["Dateline", f"{measured.expressions:,.0f}", f"{measured.events:,.0f}"],
        ["dateparser, here and now", f"{measured.search_dates:,.0f}", _NONE],
        *([name, f"{rate:,}", _NONE] for name, rate in _SPEEDS.items()),
    ]
    heads = ("", "expressions", "whole events")
    return table(f"KB of English read in a CPU second, {texts}", heads, rows)


def misses(report: Report, corpora: Sequence[Corpus], bench: EventBench | None) -> str:
    """Every miss, under the article or corpus it is in."""
    lines = []
    for article, times, events in zip(report.articles, report.times, report.events, strict=True):
        found = [*(f"time {it}" for it in times.misses), *(f"event {it}" for it in events.misses)]
        if found:
            lines += ["", f"{article.id} ({article.kind})", *(f"  {miss}" for miss in found)]
    for corpus in corpora:
        lines += ["", corpus.name, *(f"  {miss}" for miss in corpus.misses)]
    if bench:
        lines += ["", "events in real articles: event F1 of each", *bench.misses]
    return "\n".join(lines)


def _percent(fraction: float) -> str:
    return f"{100 * fraction:.1f}"
