"""The scorers themselves: what is right counts, once, and everything else does not."""

import dataclasses
import datetime

import pytest

from timeline.dates.edtf import parse
from timeline.dates.resolution import Resolution
from timeline.extraction.findings import FoundEvent, FoundEvidence, Name
from timeline.management.evaluation import events, times
from timeline.management.evaluation.events import EventScore
from timeline.management.evaluation.gold import Article, GoldError, GoldEvent, GoldTime, load
from timeline.management.evaluation.matching import greedy, largest, same_name
from timeline.management.evaluation.report import Report
from timeline.management.evaluation.tally import Tally
from timeline.text import Span

TEXT = "Salma opened the mill on 5 May 2021. It burned down two years later. It has 1900 stones."


def _span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


OPENED = GoldEvent(
    _span("Salma opened the mill on 5 May 2021"), ("2021-05-05",), ("Salma Haddad",), (), (), True
)
BURNED = GoldEvent(_span("It burned down two years later"), ("2023", "2023-05"), (), (), (), True)
ARTICLE = Article(
    id="mill",
    kind="chronicle",
    language="en",
    published=datetime.date(2024, 5, 30),
    title="The mill",
    text=TEXT,
    times=(
        GoldTime(_span("5 May 2021"), frozenset({"2021-05-05"})),
        GoldTime(_span("two years later"), frozenset({"2023", "2023-05"})),
    ),
    events=(OPENED, BURNED),
    nothing=(_span("1900 stones"),),
    no_event=(),
)
TIMES = [(_span("5 May 2021"), "2021-05-05"), (_span("two years later"), "2023")]


def _found(date, quote, people=(), places=(), said=""):
    evidence = FoundEvidence(_span(quote), _span(said or quote), Resolution("explicit"))
    names = tuple(Name(text, "person") for text in people)
    spots = tuple(Name(text, "place") for text in places)
    return FoundEvent(parse(date), "", "", "", (evidence,), names, spots, 0.5, ())


EVENTS = [
    _found("2021-05-05", "opened the mill on 5 May 2021", ["Salma"]),
    _found("2023-05", "It burned down two years later"),
]


def test_expressions_that_are_as_in_the_gold_score_one():
    assert times.compare(ARTICLE, TIMES).value.f1 == 1
    assert times.compare(ARTICLE, TIMES).misses == []


def test_an_expression_overlaps_and_has_another_value():
    score = times.compare(ARTICLE, [(_span("5 May"), "2024-05-05"), TIMES[1]])
    assert (score.overlap.f1, score.value.f1) == (1, 0.5)
    assert score.misses == ["wrong: '5 May' is 2021-05-05, not 2024-05-05"]


def test_a_number_taken_for_a_year_costs_precision_and_is_a_temptation_not_withstood():
    score = times.compare(ARTICLE, [*TIMES, (_span("1900"), "1900")])
    assert score.value.precision == pytest.approx(2 / 3)
    assert (score.value.recall, score.tempted) == (1, 1)


def test_an_expression_without_a_right_value_is_neither_asked_for_nor_punished():
    optional = dataclasses.replace(ARTICLE.times[1], values=frozenset())
    article = dataclasses.replace(ARTICLE, times=(ARTICLE.times[0], optional))
    assert times.compare(article, TIMES).value == Tally(1, 1, 1, 1)
    assert times.compare(article, TIMES[:1]).value == Tally(1, 1, 1, 1)


def test_events_that_are_as_in_the_gold_score_one_in_everything():
    score = events.compare(ARTICLE, EVENTS)
    assert [score.events.f1, score.dates.f1, score.people.f1] == [1, 1, 1]
    assert (score.misses, score.judged) == ([], [(0.5, True), (0.5, True)])


def test_an_event_told_twice_is_right_once():
    assert events.compare(ARTICLE, [*EVENTS, EVENTS[0]]).events == Tally(2, 3, 2, 2)


def test_the_right_date_with_another_quote_is_a_right_date_and_no_right_event():
    score = events.compare(ARTICLE, [_found("2021-05-05", "It has 1900 stones")])
    assert (score.events.right, score.dates.right) == (0, 1)


def test_a_date_more_exact_than_the_words_is_wrong():
    score = events.compare(ARTICLE, [_found("2023-05-05", "It burned down two years later")])
    assert (score.events.right, score.dates.right) == (0, 0)


def test_the_marks_of_doubt_the_seconds_and_the_zone_do_not_count():
    assert events.plain("1990~") == "1990"
    assert events.plain("2024-05-20T10:30:00+02:00") == "2024-05-20T10:30"


def test_an_optional_event_is_neither_asked_for_nor_punished():
    optional = dataclasses.replace(BURNED, required=False)
    article = dataclasses.replace(ARTICLE, events=(OPENED, optional))
    assert events.compare(article, EVENTS).events == Tally(1, 1, 1, 1)
    assert events.compare(article, EVENTS[:1]).events == Tally(1, 1, 1, 1)


def test_an_event_from_a_temptation_is_counted():
    trap = _found("1900", "It has 1900 stones", said="1900")
    assert events.compare(ARTICLE, [*EVENTS, trap]).tempted == 1


def test_who_only_told_it_is_neither_asked_for_nor_punished():
    told = dataclasses.replace(OPENED, participants=(), maybe=("Salma Haddad",))
    article = dataclasses.replace(ARTICLE, events=(told, BURNED))
    assert events.compare(article, EVENTS).people == Tally(0, 0, 0, 0)


def test_equal_extents_pair_before_larger_overlaps():
    assert greedy([Span(0, 4), Span(5, 9)], [Span(0, 9), Span(5, 9)]) == {0: 0, 1: 1}


def test_the_largest_matching_gives_way_where_another_answer_is_left():
    assert largest({0: [0, 1], 1: [0]}) == {0: 1, 1: 0}


@pytest.mark.parametrize(
    ("one", "other", "language", "same"),
    [
        ("Owen Pryce", "Pryce", "en", True),
        ("Owen Pryce", "Hannah Pryce", "en", False),
        ("Нина Белецкая", "Нину Белецкую", "ru", True),
        ("Iran", "Iraq", "en", False),
        ("عمّان", "عمان", "ar", True),
    ],
)
def test_names_are_the_same_by_their_words(one, other, language, same):
    assert same_name(one, other, language) is same


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ('times = [["3 May", "2021-05-03"]]', "do not follow"),
        ('events = [{ date = "2021-13", quote = "It rained" }]', "2021-13"),
        ('events = [{ date = "2021", quote = "It snowed" }]', "0 times"),
    ],
)
def test_gold_that_does_not_fit_its_text_is_refused_in_a_sentence(tmp_path, changed, complaint):
    fields = {"times": "times = []", "events": "events = []", changed.split()[0]: changed}
    about = 'id = "rain"\nkind = "note"\npublished = 2021-05-03\ntitle = ""\ntext = "It rained"\n'
    (tmp_path / "en.toml").write_text("[[articles]]\n" + about + "\n".join(fields.values()))
    with pytest.raises(GoldError, match=complaint):
        load(tmp_path)


def _ranking(*judged):
    none = Tally()
    score = EventScore(none, none, none, none, tempted=0, temptations=0, judged=list(judged))
    return Report((), (), (score,)).ranking()


def test_the_ranking_is_how_often_a_right_event_stands_above_a_wrong_one():
    assert _ranking((0.9, True), (0.8, True), (0.7, False)) == 1
    assert _ranking((0.9, False), (0.8, True), (0.7, True)) == 0
    assert _ranking((0.9, True), (0.8, False), (0.7, True), (0.8, False)) == 0.5
    assert _ranking((0.8, True), (0.8, False)) == 0.5
    assert _ranking((0.8, True)) == 1
