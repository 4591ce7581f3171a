"""Events join and leave timelines by saved filters."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from tests.services import make
from tests.services.test_timelines import assert_counts_hold
from timeline.extraction.findings import Name
from timeline.models import Event, Timeline
from timeline.selectors.filtering.filters import filtered
from timeline.services import review
from timeline.services.events import update_event
from timeline.services.search_index import retell_entities
from timeline.services.timelines import (
    add_events,
    create_timeline,
    publish_events,
    refresh,
    remove_events,
)

pytestmark = pytest.mark.django_db


def test_a_saved_filter_lets_matching_events_join_and_leave(nour: User) -> None:
    disasters = {"categories": ["disaster"], "from": "2024"}
    event = make.event(category=make.category())
    earlier = make.event("2023-12-31", category=make.category())
    review.accept(events=[event, earlier], user=nour)
    timeline = create_timeline(title="Disasters", saved_filter=disasters)
    assert [m.event for m in timeline.memberships.all()] == [event]
    joins_later = make.event("2024-06", category=make.category())
    assert timeline.memberships.count() == 1
    review.accept(events=[joins_later], user=nour)
    assert timeline.memberships.count() == 2
    update_event(event=event, user=nour, category=make.category("society"))
    assert [m.event for m in timeline.memberships.all()] == [joins_later]
    Timeline.objects.update(saved_filter={"categories": ["society"]})
    timeline.refresh_from_db()
    assert refresh(timeline=timeline) == (1, 1)
    assert [m.event for m in timeline.memberships.all()] == [event]
    assert_counts_hold(timeline)


@pytest.mark.parametrize(
    ("given", "joins"),
    [
        ({"from": "2024-05-20"}, ["2020/..", "2024", "2024-05-20/2024-05-22"]),
        ({"to": "2024-05-20"}, ["2020/..", "2023", "2024", "2024-05-20/2024-05-22"]),
        ({"from": "2024-05-21", "to": "2024-05-21"}, ["2020/..", "2024", "2024-05-20/2024-05-22"]),
    ],
)
def test_days_of_a_saved_filter_mean_what_they_mean_to_readers(nour: User, given, joins) -> None:
    events = [make.event(date) for date in ("2023", "2020/..", "2024", "2024-05-20/2024-05-22")]
    review.accept(events=events, user=nour)
    timeline = create_timeline(title="T", saved_filter=given)
    everything = create_timeline(title="All")
    add_events(events=events, timeline=everything)
    asked = {"since": given.get("from", ""), "until": given.get("to", "")}
    read = filtered(everything, asked).queryset
    dates = {m.event.date for m in timeline.memberships.all()}
    assert sorted(dates) == sorted(m.event.date for m in read) == joins


def test_events_follow_filters_by_words_when_what_they_name_is_renamed(
    nour: User, django_capture_on_commit_callbacks: Any
) -> None:
    event = make.event(places=[Name("Sidra", "place")])
    review.accept(events=[event], user=nour)
    timeline = create_timeline(title="T", saved_filter={"words": "Tobruk"})
    assert not timeline.memberships.exists()
    sidra = event.places.get()
    sidra.names.create(name="Tobruk", folded="tobruk")
    with django_capture_on_commit_callbacks(execute=True):
        retell_entities(ids=[sidra.pk])
    assert [m.event for m in timeline.memberships.all()] == [event]


def test_an_event_put_there_by_hand_stays_when_the_filter_does_not_match(nour: User) -> None:
    timeline = create_timeline(title="Disasters", saved_filter={"categories": ["disaster"]})
    other, matching = make.event(), make.event(category=make.category())
    publish_events(events=[other, matching], timeline=timeline, user=nour)
    update_event(event=matching, user=nour, category=None)
    assert refresh(timeline=timeline) == (0, 0)
    assert timeline.memberships.count() == 2


def test_a_saved_filter_by_entities_matches_participants_and_places(nour: User) -> None:
    here = make.event(places=[Name("Sidra", "place")])
    make.event(places=[Name("Tobruk", "place")])
    review.accept(events=Event.objects.all(), user=nour)
    sidra = here.places.get()
    timeline = create_timeline(title="Sidra", saved_filter={"entities": [sidra.pk]})
    assert [membership.event for membership in timeline.memberships.all()] == [here]


MATCHED: dict[str, dict[str, Any]] = {
    "words": {"words": "longest pi"},
    "a publisher": {"sources": ["The Sidra Post"]},
    "precision": {"precisions": ["day"]},
    "a category": {"categories": ["disaster"]},
    "dates": {"from": "2024-05", "to": "2024"},
}


@pytest.mark.parametrize("saved_filter", MATCHED.values(), ids=MATCHED)
def test_events_join_by_each_part_of_a_filter_as_they_are_published(
    nour: User, saved_filter: dict[str, Any]
) -> None:
    timeline = create_timeline(title="Storms", saved_filter=saved_filter)
    article = make.article(publisher="The Sidra Post")
    quote = make.quote(article, "a storm destroyed its longest pier")
    storm = make.event(evidence=[quote], category=make.category())
    other = make.event("2019-03", category=make.category("society"))
    review.accept(events=[storm, other], user=nour)
    assert [m.event for m in timeline.memberships.all()] == [storm]


def test_a_filter_by_no_category_is_met_by_what_has_none(nour: User) -> None:
    timeline = create_timeline(title="Others", saved_filter={"categories": ["none"]})
    without, _ = make.event(), make.event(category=make.category())
    review.accept(events=Event.objects.all(), user=nour)
    assert [m.event for m in timeline.memberships.all()] == [without]


def test_what_an_editor_took_off_does_not_come_back_by_itself(nour: User) -> None:
    timeline = create_timeline(title="Disasters", saved_filter={"categories": ["disaster"]})
    event = make.event(category=make.category(), status="published")
    remove_events(events=[event], timeline=timeline, user=nour)
    update_event(event=event, user=nour, title="A great storm")
    assert refresh(timeline=timeline) == (0, 0)
    assert not timeline.memberships.exists()
    add_events(events=[event], timeline=timeline, user=nour)
    assert timeline.memberships.get().by_hand
    assert not timeline.left_out.exists()
    assert_counts_hold(timeline)


def test_a_withdrawn_event_does_not_leave(nour: User) -> None:
    timeline = create_timeline(title="Disasters", saved_filter={"categories": ["disaster"]})
    event = make.event(category=make.category(), status="published")
    review.reject(events=[event], user=nour)
    assert not timeline.memberships.get().visible
    review.accept(events=[event], user=nour)
    assert timeline.memberships.get().visible


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        {"category": []},
        {"categories": "disaster"},
        {"entities": ["1"]},
        {"from": "someday"},
        {"words": ["storm"]},
        {"sources": "The Sidra Post"},
        {"precisions": ["instant"]},
    ],
)
def test_a_filter_that_cannot_be_read_is_refused(wrong: object) -> None:
    with pytest.raises(ValidationError):
        create_timeline(title="Wrong", saved_filter=wrong)
    assert not Timeline.objects.exists()
