"""Filters of a timeline: what they leave, what each choice would leave, what they refuse."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import QueryDict
from django.utils import translation

from tests.services import make
from timeline.dates.julian import to_day
from timeline.extraction.findings import Name
from timeline.models import Entity, EntityName, Event, Timeline
from timeline.selectors.filtering.filters import filtered
from timeline.services.review import reject
from timeline.services.timelines import add_events, create_timeline, publish_events

pytestmark = pytest.mark.django_db

MARA, IBO = Name("Mara Lind", "person"), Name("Ibo Sanda", "person")
SIDRA, LOMA = Name("Sidra", "place"), Name("Loma", "place")
WORDS = "On May 20 a storm destroyed its longest pier."


@pytest.fixture
def timeline(nour: User) -> Timeline:
    """A storm, a vote, an opening; each with something that the others lack."""
    gazette = make.article(publisher="The Gazette")
    letter = make.article(text="A letter. " + WORDS, title="A letter")
    events = [
        make.event(
            "2024-05-20",
            title="A storm",
            category=make.category("disaster"),
            participants=[MARA, IBO],
            places=[SIDRA],
            evidence=[make.quote(gazette, WORDS), make.quote(gazette, "the mayor of Sidra")],
        ),
        make.event(
            "2024-05", title="A vote", category=make.category("politics"), participants=[MARA],
            places=[LOMA], evidence=[make.quote(letter, WORDS)],
        ),
        make.event("2011/..", title="An opening"),
    ]  # fmt: skip
    made = create_timeline(title="Harbours")
    publish_events(events=events, timeline=made, user=nour)
    return made


def _left(timeline: Timeline, **params: Any) -> list[str]:
    found = filtered(timeline, params)
    assert not found.errors
    return sorted(found.queryset.values_list("event__title", flat=True))


def test_what_touches_some_days_is_looked_for_once_and_anew_when_something_changed(
    timeline: Timeline, nour: User, django_assert_num_queries: Any
) -> None:
    def touching(year: int) -> set[str]:
        found = filtered(Timeline.objects.get(pk=timeline.pk), {"person": [_id("Mara Lind")]})
        days = to_day(year, 1, 1), to_day(year, 12, 31)
        return set(found.touching(days).values_list("event__title", flat=True))

    assert touching(2024) == {"A storm", "A vote"}
    with django_assert_num_queries(2):  # the timeline and the entity: nothing is looked for
        assert touching(2019) == set()
    events = [make.event("2019-10", title="A fire", participants=[MARA])]
    publish_events(events=events, timeline=timeline, user=nour)
    assert touching(2019) == {"A fire"}


def _id(name: str) -> str:
    return str(Entity.objects.get(name=name).pk)


def _counts(timeline: Timeline, facet: str, **params: Any) -> dict[str, int]:
    return {choice.label: choice.count for choice in filtered(timeline, params).choices(facet)}


def test_without_parameters_all_that_readers_may_see_is_left(timeline: Timeline) -> None:
    add_events(events=[make.event(title="A suggestion")], timeline=timeline)
    publish_events(
        events=[make.event(title="Elsewhere")], timeline=create_timeline(title="Two"), user=None
    )
    assert _left(timeline) == ["A storm", "A vote", "An opening"]
    assert _left(timeline, q="", category="", lanes="person") == _left(timeline)


def test_words_filter(timeline: Timeline) -> None:
    assert _left(timeline, q="storm") == ["A storm", "A vote"]  # of the vote the letter says it
    assert _left(timeline, q="mara gazette") == ["A storm"]


def test_values_of_one_parameter_are_alternatives_and_parameters_add_up(timeline: Timeline) -> None:
    assert _left(timeline, category=["disaster", "politics"]) == ["A storm", "A vote"]
    assert _left(timeline, category="none") == ["An opening"]
    assert _left(timeline, category=["none", "politics"]) == ["A vote", "An opening"]
    assert _left(timeline, person=[_id("Mara Lind"), _id("Ibo Sanda")]) == ["A storm", "A vote"]
    assert _left(timeline, person=_id("Mara Lind"), place=_id("Loma")) == ["A vote"]
    assert _left(timeline, category="disaster", place=_id("Loma")) == []


def test_sources_are_publishers_or_the_articles_that_name_none(timeline: Timeline) -> None:
    (letter,) = (one for one in filtered(timeline, {}).choices("source") if one.label == "A letter")
    assert letter.value.startswith("article:")
    assert _left(timeline, source="The Gazette") == ["A storm"]
    assert _left(timeline, source=["The Gazette", letter.value]) == ["A storm", "A vote"]
    assert _left(timeline, source="Nobody") == []


@pytest.mark.parametrize(
    ("params", "left"),
    [
        ({"since": "2024-05-21"}, ["A vote", "An opening"]),
        ({"since": "June 2024"}, ["An opening"]),
        ({"until": "2024-05-19"}, ["A vote", "An opening"]),
        ({"until": "2023"}, ["An opening"]),
        ({"until": "early May 2024"}, ["A vote", "An opening"]),
        ({"until": "early 2011"}, ["An opening"]),
        ({"since": "late 2024"}, ["An opening"]),
        ({"until": "2010"}, []),
        ({"since": "20 May 2024", "until": "٢٠ مايو ٢٠٢٤"}, ["A storm", "A vote", "An opening"]),
        ({"since": "-0043", "until": "2012"}, ["An opening"]),
        ({"precision": "day"}, ["A storm"]),
        ({"precision": ["month", "open"]}, ["A vote", "An opening"]),
    ],
)
def test_dates_filter_by_overlap_and_by_how_exact_they_are(
    timeline: Timeline, params: dict[str, Any], left: list[str]
) -> None:
    assert _left(timeline, **params) == left


def test_an_address_is_read_as_it_comes(timeline: Timeline) -> None:
    params = QueryDict("category=disaster&category=politics&q=vote&unknown=1")
    found = filtered(timeline, params)
    assert [member.event.title for member in found.queryset] == ["A vote"]
    chosen = [("q", "vote"), ("category", "disaster"), ("category", "politics")]
    assert found.params == chosen


@pytest.mark.parametrize(
    ("params", "sentence"),
    [
        ("q=!!!", "Search for a word or a number: there is none in this."),
        ("q=" + "a" * 201, "at most 200 characters"),
        ("category=weather", "“weather” is none of the choices"),
        ("category=%00", "is none of the choices"),
        ("person=1.5", "“1.5” is none of the choices"),
        ("person=99999999999999999999999", "is none of the choices"),
        ("place=٣", "is none of the choices"),
        ("precision=DAY", "“DAY” is none of the choices"),
        ("source=" + "a" * 301, "is none of the choices"),
        ("source=%00", "is none of the choices"),
        ("since=soon", "This is not a date"),
        ("until=2024-02-31", "This is not a date"),
        ("until=" + "9" * 10_000, "This is not a date"),
        ("since=2024&until=2023", "This is before the date"),
        ("&".join(f"person={number}" for number in range(51)), "Choose at most 50"),
    ],
)
def test_what_cannot_be_read_is_left_out_and_told(
    timeline: Timeline, params: str, sentence: str
) -> None:
    found = filtered(timeline, QueryDict(params))
    (sentences,) = found.errors.values()
    assert sentence in sentences[0]
    assert found.errors.keys() <= {params.rpartition("&")[2].partition("=")[0]}
    assert found.queryset.exists()
    assert found.choices("category")


def test_errors_are_in_the_readers_language(timeline: Timeline) -> None:
    with translation.override("ar"):
        (error,) = filtered(timeline, {"since": "soon"}).errors["since"]
    assert "تاريخ" in error


def test_each_choice_tells_what_it_would_leave(timeline: Timeline) -> None:
    assert _counts(timeline, "category") == {"Politics": 1, "Disaster": 1, "Others": 1}
    assert _counts(timeline, "person") == {"Mara Lind": 2, "Ibo Sanda": 1}
    assert _counts(timeline, "place") == {"Loma": 1, "Sidra": 1}
    assert _counts(timeline, "source") == {"The Gazette": 1, "A letter": 1}
    assert list(_counts(timeline, "precision").values()) == [1, 1, 1]


def test_choices_of_one_filter_are_counted_under_the_others_but_not_under_itself(
    timeline: Timeline,
) -> None:
    assert _counts(timeline, "category", category="disaster") == _counts(timeline, "category")
    assert _counts(timeline, "person", category="disaster") == {"Ibo Sanda": 1, "Mara Lind": 1}
    assert _counts(timeline, "category", q="gazette") == {"Disaster": 1}


def test_what_is_chosen_is_shown_though_it_leaves_nothing(timeline: Timeline) -> None:
    ibo = _id("Ibo Sanda")
    choices = filtered(timeline, {"person": ibo, "category": "politics"}).choices("person")
    assert [(one.label, one.count, one.chosen) for one in choices] == [
        ("Mara Lind", 1, False),
        ("Ibo Sanda", 0, True),
    ]


def test_no_choice_names_what_readers_may_not_see(timeline: Timeline, nour: User) -> None:
    secret = make.article(text="A secret. " + WORDS, title="A secret")
    draft = make.event(participants=[Name("Anna Secret", "person")], evidence=[])
    hidden = make.event(evidence=[make.quote(secret, WORDS)])
    publish_events(events=[hidden], timeline=timeline, user=nour)
    reject(events=[hidden], user=nour)
    add_events(events=[draft], timeline=timeline)
    params = {"person": _id("Anna Secret"), "source": f"article:{secret.pk}"}
    found = filtered(timeline, params)
    assert "Anna Secret" not in [choice.label for choice in found.choices("person")]
    assert "A secret" not in [choice.label for choice in found.choices("source")]
    assert found.labels("person") == found.labels("source") == {}


def test_what_is_chosen_is_called_what_readers_call_it(timeline: Timeline) -> None:
    (letter,) = (one for one in filtered(timeline, {}).choices("source") if one.label == "A letter")
    mara, loma = _id("Mara Lind"), _id("Loma")
    params = {"person": mara, "place": loma, "source": ["The Gazette", letter.value]}
    found = filtered(timeline, params | {"category": "none", "precision": "day"})
    assert found.labels("person") == {mara: "Mara Lind"}
    assert found.labels("place") == {loma: "Loma"}
    assert found.labels("source") == {"The Gazette": "The Gazette", letter.value: "A letter"}
    assert found.labels("category")["none"] == "Others"
    assert found.labels("precision")["day"] == "Day"


def test_the_same_filters_have_the_same_parameters(timeline: Timeline) -> None:
    one = filtered(
        timeline, QueryDict("person=2&person=1&since=May 2024&q= storm &lanes=one&page=2")
    )
    other = filtered(timeline, QueryDict("since=2024-05&q=storm&person=1&person=2&person=2"))
    assert one.params == other.params
    assert one.params == [("q", "storm"), ("person", "1"), ("person", "2"), ("since", "2024-05")]


def test_what_was_left_out_is_no_parameter(timeline: Timeline) -> None:
    assert filtered(timeline, QueryDict("person=x&since=soon&q=storm")).params == [("q", "storm")]


def test_choices_are_counted_once_until_the_timeline_changes(
    timeline: Timeline, nour: User, django_assert_num_queries: Any
) -> None:
    _counts(timeline, "category", person=_id("Mara Lind"))
    same = {"person": [_id("Mara Lind")]}
    with django_assert_num_queries(0):
        assert filtered(timeline, same).choices("category")
    vote = Event.objects.get(title="A vote")
    reject(events=[vote], user=nour)
    timeline.refresh_from_db()
    assert _counts(timeline, "category", **same) == {"Disaster": 1}


def test_what_is_left_has_its_first_and_its_last_day(timeline: Timeline) -> None:
    opening = filtered(timeline, {"q": "opening"}).span()
    assert opening == (to_day(2011, 1, 1), to_day(2011, 1, 1))  # open at its end
    assert filtered(timeline, {"since": "2024"}).span() == (to_day(2011, 1, 1), to_day(2024, 5, 31))
    assert filtered(timeline, {"q": "zeppelin"}).span() is None


def test_choices_are_named_in_the_readers_language(timeline: Timeline) -> None:
    mara = Entity.objects.get(name="Mara Lind")
    EntityName.objects.create(entity=mara, name="مارا ليند", language="ar", folded="مارا ليند")
    with translation.override("ar"):
        assert "مارا ليند" in _counts(timeline, "person")


@pytest.mark.parametrize(
    "params", [{}, {"q": "storm", "category": "disaster", "since": "2020", "precision": "day"}]
)
def test_no_query_more_for_more_events(
    params: dict[str, str], nour: User, django_assert_max_num_queries: Any
) -> None:
    def queries(number: int) -> int:
        events = [
            make.event(
                title="A storm",
                category=make.category(),
                participants=[MARA, Name(f"Person {at}", "person")],
                places=[Name(f"Place {at}", "place")],
            )
            for at in range(number)
        ]
        made = create_timeline(title="Storms")
        publish_events(events=events, timeline=made, user=nour)
        with django_assert_max_num_queries(14) as captured:
            found = filtered(made, params)
            assert found.queryset.count() == number
            assert len(found.choices("person")) == min(number + 1, 40)
            for name in ("category", "place", "source", "precision"):
                found.choices(name)
        return len(captured)

    assert queries(2) == queries(45)
    assert Event.objects.count() == 47
