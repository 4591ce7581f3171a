"""What a window shows: lanes, rows, counts; the same queries for any number of events."""

from collections.abc import Sequence
from typing import Any

import pytest
from django.utils import translation

from tests.web.telling import Passage, article, the_harbour
from timeline.chart.geometry import Geometry
from timeline.chart.rows import Row
from timeline.chart.window import fit, quantise
from timeline.dates import edtf, julian
from timeline.extraction.findings import Name
from timeline.models import Category, Entity, EntityName, Event, Timeline
from timeline.selectors.census import Days
from timeline.selectors.filtering.filters import Filtered, filtered
from timeline.selectors.window import lanes
from timeline.selectors.window.contents import contents, counts_in_window, rows_in_window, span
from timeline.selectors.window.frequent import OTHERS
from timeline.selectors.window.lanes import ALL, Arrangement, arranged
from timeline.services.events import create_event
from timeline.services.review import reject
from timeline.services.timelines import create_timeline, publish_events

pytestmark = pytest.mark.django_db

MARA = Name("Mara Lind", "person")
IBO = Name("Ibo Sanda", "person")
SIDRA = Name("Sidra", "place")
WHOLE = (julian.to_day(1900, 1, 1), julian.to_day(2100, 1, 1))


@pytest.fixture
def harbour() -> Timeline:
    return the_harbour()


def _event(date: str, category: str = "", **more: Any) -> Event:
    kind = Category.objects.get(key=category) if category else None
    return create_event(title="A pier is built", date=date, category=kind, **more)


def _timeline(*events: Event) -> Timeline:
    timeline = create_timeline(title="Harbours")
    publish_events(events=events, timeline=timeline, user=None)
    return timeline


def _geometry(timeline: Timeline) -> Geometry:
    days = span(timeline)
    assert days
    domain = fit(*days)
    return Geometry(quantise(*domain), 1120, domain)


def _arranged(timeline: Timeline, kind: str) -> Arrangement:
    return _by(kind, filtered(timeline, {}))


def _by(kind: str, found: Filtered) -> Arrangement:
    return arranged(found, kind, list(Category.objects.all()))


def _rows(timeline: Timeline, kind: str, days: Days, crowded: Sequence[str] = ()) -> list[Row]:
    found = filtered(timeline, {})
    categories = Category.objects.all()
    return rows_in_window(found, _by(kind, found), days, categories, crowded)


def _all_in(timeline: Timeline) -> Filtered:
    """Filters that leave everything, so that it is counted and not known from what is kept."""
    found = filtered(timeline, {"since": "-9999"})
    assert found.chosen
    return found


def test_the_span_leaves_open_ends_aside():
    timeline = _timeline(_event("../2018-08"), _event("2020/.."), _event("2019-05"))
    assert span(timeline) == (
        edtf.parse("2018-08").first_day,
        edtf.parse("2020").first_day,
    )


def test_a_timeline_without_events_has_no_span():
    assert span(create_timeline(title="Empty")) is None


def test_lanes_by_category_are_those_in_use_in_their_order():
    timeline = _timeline(_event("2020", "society"), _event("2021", "politics"), _event("2022"))
    lanes = _arranged(timeline, "category").lanes
    assert [lane.key for lane in lanes] == ["politics", "society", OTHERS]


def test_an_event_of_two_people_lies_in_the_lanes_of_both():
    both = _event("2020", participants=[MARA, IBO])
    timeline = _timeline(both, _event("2021", participants=[MARA]), _event("2022"))
    arrangement = _arranged(timeline, "person")
    rows = _rows(timeline, "person", WHOLE)
    names = {lane.key: lane.name for lane in arrangement.lanes}
    assert list(names.values())[:2] == ["Mara Lind", "Ibo Sanda"]
    assert sorted(names[row.lane] for row in rows if row.id == both.pk) == [
        "Ibo Sanda",
        "Mara Lind",
    ]
    assert [row.date for row in rows if row.lane == OTHERS] == ["2022"]


def test_an_event_lies_once_in_the_lane_of_each_source_that_tells_it(harbour):
    arrangement = _arranged(harbour, "source")
    assert [lane.name for lane in arrangement.lanes] == [
        "The Evening Courier",
        "صحيفة المساء",
        "Others",
    ]
    (courier, _arabic, others) = (lane.key for lane in arrangement.lanes)
    opening = harbour.events.get(date="2024-05-20")
    opening.evidence.create(
        kind="quote", article=opening.evidence.first().article, quote_start=0, quote_end=4
    )
    rows = _rows(harbour, "source", WHOLE)
    assert sorted(row.date for row in rows if row.lane == courier) == ["2019-10", "2024-05-20"]
    assert len([row for row in rows if row.id == opening.pk]) == 2
    assert sorted(row.date for row in rows if row.lane == others) == ["../2018-08", "2031"]


def test_an_article_without_a_publisher_has_its_own_lane():
    alone = article("The pier is dug.", "en", title="From the archive")
    told = Passage(alone, "The pier is dug.", "is")
    timeline = _timeline(_event("2020", evidence=[told.source()]), _event("2021"))
    lanes = _arranged(timeline, "source").lanes
    assert [(lane.key, lane.name) for lane in lanes] == [
        (f"article:{alone.pk}", "From the archive"),
        (OTHERS, "Others"),
    ]


def test_names_of_lanes_are_in_the_readers_language_where_it_is_known():
    timeline = _timeline(_event("2020", participants=[MARA]))
    mara = Entity.objects.get(name="Mara Lind")
    EntityName.objects.create(entity=mara, name="مارا ليند", language="ar", folded="مارا ليند")
    with translation.override("ar"):
        assert _arranged(timeline, "person").lanes[0].name == "مارا ليند"


def test_rows_are_those_that_overlap_the_window():
    timeline = _timeline(
        _event("2019"), _event("2020-05-20"), _event("2018/.."), _event("../2021"), _event("2023")
    )
    days = (julian.to_day(2020, 1, 1), julian.to_day(2020, 12, 31))
    rows = _rows(timeline, "one", days)
    assert sorted(row.date for row in rows) == ["../2021", "2018/..", "2020-05-20"]
    assert {row.lane for row in rows} == {ALL}


def test_events_of_every_length_are_found_in_every_window():
    dates = ["2020-01-01", "2020-01-31/2020-02-01", "2020-02", "2020-01/2020-02", "2020", "202X"]
    dates += ["2019-12-31/2020-12-31", "2019-01-01/2020-01-01", "2020-02-10/..", "../2020-01-15"]
    timeline = _timeline(*(_event(date) for date in dates))
    begin = julian.to_day(2019, 12, 25)
    for first in range(begin, begin + 60):
        for last in (first, first + 9):
            rows = _rows(timeline, "one", (first, last))
            parsed = [edtf.parse(date) for date in dates]
            expected = [date.text for date in parsed if date.first_day <= last <= date.last_day]
            expected += [date.text for date in parsed if first <= date.last_day < last]
            assert sorted(row.date for row in rows) == sorted(set(expected))


def test_of_equally_important_events_those_shown_are_from_everywhere(monkeypatch):
    monkeypatch.setattr("timeline.selectors.window.contents.KEY_EVENTS", 20)
    events = [
        _event(f"2020-{month:02}-01", importance=5) for month in range(1, 13) for _ in "12345"
    ]
    rows = _rows(_timeline(*events), "one", WHOLE, [ALL])
    assert len(rows) == 20
    assert len({row.date for row in rows}) > 6


def test_the_events_of_few_are_known_as_those_of_many_are_asked_for(monkeypatch):
    people = [[MARA], [IBO], [MARA, IBO], []]
    events = [
        _event(f"2020-{month:02}-03", participants=people[month % 4], importance=month % 3)
        for month in range(1, 13)
    ]
    timeline = _timeline(*events)
    keys = {lane.name: lane.key for lane in _arranged(timeline, "person").lanes}
    ibo, mara = keys["Ibo Sanda"], keys["Mara Lind"]
    days = (julian.to_day(2020, 2, 1), julian.to_day(2020, 11, 3))
    # All events of importance 2, once a lane: of equals any may be the last.
    monkeypatch.setattr("timeline.selectors.window.contents.KEY_EVENTS", 4)

    def picked(crowded: list[str]) -> set[tuple[str, str]]:
        return {(row.date, row.lane) for row in _rows(timeline, "person", days, crowded)}

    crowds: list[list[str]] = [[], [ibo], [ibo, mara]]
    known = [picked(crowd) for crowd in crowds]
    monkeypatch.setattr(lanes, "MOST_KNOWN", 0)
    assert [picked(crowd) for crowd in crowds] == known
    assert [len(some) for some in known] == [13, 11, 7]


def test_where_all_lanes_are_crowded_the_most_important_stand_out_in_whichever_they_lie(
    monkeypatch,
):
    monkeypatch.setattr("timeline.selectors.window.contents.KEY_EVENTS", 3)
    monkeypatch.setattr(lanes, "MOST_KNOWN", 0)
    named = [[MARA], [MARA, IBO], [], [IBO]]
    timeline = _timeline(
        *(
            _event(f"{2020 + at}", participants=who, importance=9 - at)
            for at, who in enumerate(named)
        )
    )
    every = _arranged(timeline, "person").lanes
    names = {lane.key: lane.name for lane in every}
    rows = _rows(timeline, "person", WHOLE, [lane.key for lane in every])
    assert sorted((row.date, names[row.lane]) for row in rows) == [
        ("2020", "Mara Lind"),
        ("2021", "Ibo Sanda"),
        ("2021", "Mara Lind"),
        ("2022", "Others"),
    ]


def test_a_census_of_people_counts_what_their_lanes_hold():
    ibo = [_event(f"2020-05-{day:02}", participants=[IBO]) for day in range(1, 9)]
    both = [_event("2020-05-03", participants=[MARA, IBO]), _event("-0043", participants=[MARA])]
    timeline = _timeline(*ibo, *both, _event("2020-05-03"), _event("2021"))
    days = (julian.to_day(-100, 1, 1), julian.to_day(2020, 5, 20))
    known = _arranged(timeline, "person")
    counted = _by("person", _all_in(timeline))
    for level in (0, 1, 3, 9):
        counts = counts_in_window(known, days, level)
        assert counts == counts_in_window(counted, days, level)
        assert sum(one.count for found in counts.values() for one in found) == 12


def test_a_census_of_sources_counts_an_event_once_however_often_one_tells_it(harbour):
    opening = harbour.events.get(date="2024-05-20")
    opening.evidence.create(
        kind="quote", article=opening.evidence.first().article, quote_start=0, quote_end=4
    )
    known = _arranged(harbour, "source")
    counted = _by("source", _all_in(harbour))
    counts = counts_in_window(known, WHOLE, 16)
    assert counts == counts_in_window(counted, WHOLE, 16)
    totals = {lane: sum(one.count for one in found) for lane, found in counts.items()}
    assert totals == {"The Evening Courier": 2, "صحيفة المساء": 1, OTHERS: 2}


def test_a_census_is_taken_anew_when_the_timeline_changes(nour):
    event, other = _event("2020", participants=[MARA]), _event("2020", participants=[IBO])
    timeline = _timeline(event, other)
    assert len(_arranged(timeline, "person").lanes) == 2
    reject(events=[event], user=nour)
    timeline.refresh_from_db()
    assert [lane.name for lane in _arranged(timeline, "person").lanes] == ["Ibo Sanda"]


def test_the_others_have_a_lane_only_where_there_are_any():
    timeline = _timeline(_event("2020", participants=[MARA]), _event("2021"))
    assert [lane.key for lane in _arranged(timeline, "person").lanes][1:] == [OTHERS]
    assert [lane.key for lane in _arranged(_timeline(), "person").lanes] == []


def test_a_withdrawn_event_is_neither_shown_nor_counted(nour):
    gone = _event("2020-05-20")
    timeline = _timeline(gone, _event("2020-05-21"))
    reject(events=[gone], user=nour)
    arrangement = _arranged(timeline, "one")
    assert len(_rows(timeline, "one", WHOLE)) == 1
    (counts,) = counts_in_window(arrangement, WHOLE, 8).values()
    assert sum(count.count for count in counts) == 1


@pytest.mark.parametrize("level", [0, 1, 4, 5, 16, 18])
def test_kept_counts_and_counted_events_agree_before_our_era_too(level):
    dates = ["-0043-03-15", "-6000-01-01", "-5999", "0001", "1999-12-31", "2000-01-01"]
    timeline = _timeline(*(_event(date, participants=[MARA]) for date in dates))
    days = (julian.to_day(-9999, 1, 1), julian.to_day(9999, 1, 1))
    kept = counts_in_window(_arranged(timeline, "one"), days, level)[ALL]
    mara = str(Entity.objects.get(name="Mara Lind").pk)
    counted = counts_in_window(_arranged(timeline, "person"), days, level)[mara]
    assert [(one.first_day, one.days, one.count) for one in kept] == [
        (one.first_day, one.days, one.count) for one in counted
    ]
    assert sum(one.count for one in kept) == len(dates)
    assert all(one.first_day % 2**level == 0 for one in kept)


def test_a_crowded_lane_is_counted_and_its_key_events_stand_out(monkeypatch):
    monkeypatch.setattr("timeline.selectors.window.contents.ROW_LIMIT", 6)
    crowd = [_event(f"2020-05-{day:02}", "politics") for day in range(1, 21)]
    key = _event("2020-06-01", "politics", importance=50)
    few = [_event("2020-05-03", "society")]
    timeline = _timeline(*crowd, key, *few)
    found = contents(filtered(timeline, {}), _geometry(timeline), "category")
    assert set(found.counts) == {"politics"}
    assert sum(count.count for count in found.counts["politics"]) == 21
    assert {row.id for row in found.rows} == {key.pk, few[0].pk}


def test_contents_carry_categories_and_the_overview():
    timeline = _timeline(_event("2020", "politics"), _event("2024-05-20", "society"))
    found = contents(filtered(timeline, {}), _geometry(timeline), "category")
    assert "politics" in [style.key for style in found.styles]
    assert sum(count.count for count in found.strip) == 2


@pytest.mark.parametrize("kind", Timeline.Lanes.values)
def test_no_query_more_for_more_events(kind, django_assert_max_num_queries):
    def queries(number: int) -> int:
        events = [
            _event(f"20{at:02}-05-20", "politics", participants=[MARA], places=[SIDRA])
            for at in range(number)
        ]
        timeline = _timeline(*events, _event("2020"))
        geometry = _geometry(timeline)
        with django_assert_max_num_queries(16) as captured:
            contents(filtered(timeline, {}), geometry, kind)
        return len(captured)

    assert queries(2) == queries(40)
