import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from tests.services import make
from timeline.models import Event, Timeline, TimelineCount
from timeline.models.ranking import COUNT_LEVELS
from timeline.selectors.store.counts import counted
from timeline.services import review
from timeline.services.events import delete_events, update_event
from timeline.services.timelines import (
    add_events,
    create_timeline,
    publish_events,
    recount,
    remove_events,
    touch,
)

pytestmark = pytest.mark.django_db


def assert_counts_hold(timeline: Timeline) -> None:
    stored = {(row.level, row.bucket, row.category_id): row.count for row in timeline.counts.all()}
    assert stored == dict(counted(timeline))
    assert {level for level, *_ in stored} in (set(), set(COUNT_LEVELS))
    visible = timeline.memberships.filter(visible=True).count()
    for level in COUNT_LEVELS:
        assert sum(count for key, count in stored.items() if key[0] == level) == visible


def test_published_events_are_accepted_on_the_timeline_and_for_all_to_see(nour: User) -> None:
    timeline = create_timeline(title="Harbours", language="en", user=nour)
    event = make.event(category=make.category())
    publish_events(events=[event], timeline=timeline, user=nour)
    event.refresh_from_db()
    timeline.refresh_from_db()
    membership = timeline.memberships.get()
    assert event.status == "published"
    assert timeline.visibility == "public"
    assert membership.visible
    assert membership.by_hand
    assert membership.sort_day == event.sort_day == 2460451
    assert make.counts(timeline) == {(0, 2460451, "disaster"): 1, (16, 37, "disaster"): 1}
    assert_counts_hold(timeline)


def test_publishing_twice_changes_nothing_more(nour: User) -> None:
    timeline = create_timeline(title="Harbours", user=nour)
    event = make.event()
    publish_events(events=[event], timeline=timeline, user=nour)
    publish_events(events=[event], timeline=timeline, user=nour)
    assert timeline.memberships.count() == 1
    assert_counts_hold(timeline)


def test_a_suggested_event_on_a_timeline_shows_once_it_is_accepted(nour: User) -> None:
    timeline = create_timeline(title="Harbours")
    event = make.event()
    assert add_events(events=[event], timeline=timeline) == 1
    assert not timeline.memberships.get().visible
    assert not timeline.counts.exists()
    review.accept(events=[event], user=nour)
    assert timeline.memberships.get().visible
    assert_counts_hold(timeline)


def test_a_withdrawn_event_keeps_its_place_for_its_return(nour: User) -> None:
    timeline = create_timeline(title="Harbours")
    event = make.event()
    publish_events(events=[event], timeline=timeline, user=nour)
    review.reject(events=[event], user=nour)
    assert not timeline.memberships.get().visible
    assert not timeline.counts.exists()
    review.restore(events=[event], user=nour)
    review.accept(events=[event], user=nour)
    assert timeline.memberships.get().visible
    assert_counts_hold(timeline)


def test_an_event_that_moves_is_counted_where_it_is_now(nour: User) -> None:
    timeline = create_timeline(title="Harbours")
    first, second = make.event(category=make.category()), make.event("2024-05-21")
    publish_events(events=[first, second], timeline=timeline, user=nour)
    update_event(event=first, user=nour, date="-4900-01", category=make.category("society"))
    day = Event.objects.get(pk=first.pk).sort_day
    assert day < 0
    assert timeline.memberships.get(event=first).sort_day == day
    assert make.counts(timeline) == {
        (0, day, "society"): 1,
        (16, -2, "society"): 1,
        (0, 2460452, ""): 1,
        (16, 37, ""): 1,
    }
    assert_counts_hold(timeline)


def test_days_before_the_first_julian_day_are_counted_downwards_on_every_level(nour: User) -> None:
    timeline = create_timeline(title="Beginnings")
    events = [make.event(date) for date in ("-4713-11-24", "-4713-11-23", "-4713-11-20", "-9999")]
    publish_events(events=events, timeline=timeline, user=nour)
    assert [event.sort_day for event in events[:3]] == [0, -1, -4]
    level_2 = timeline.counts.filter(level=2).values_list("bucket", "count")
    assert dict(level_2) == {0: 1, -1: 2, events[3].sort_day >> 2: 1}
    assert_counts_hold(timeline)
    before = set(timeline.counts.values_list("level", "bucket", "category", "count"))
    recount(timeline=timeline)
    assert set(timeline.counts.values_list("level", "bucket", "category", "count")) == before


def test_removed_and_deleted_events_are_counted_no_more(nour: User) -> None:
    timeline = create_timeline(title="Harbours")
    events = [make.event() for _ in range(3)]
    publish_events(events=events, timeline=timeline, user=nour)
    assert remove_events(events=events[:1], timeline=timeline) == 1
    assert_counts_hold(timeline)
    assert delete_events(events=events[1:2]) == 1
    assert_counts_hold(timeline)
    assert timeline.memberships.get().event == events[2]
    assert Event.objects.count() == 2


def test_every_change_that_readers_could_see_raises_the_version(nour: User) -> None:
    timeline = create_timeline(title="Harbours")
    event = make.event()

    def raised() -> bool:
        before = timeline.version
        timeline.refresh_from_db()
        return timeline.version > before

    publish_events(events=[event], timeline=timeline, user=nour)
    timeline.refresh_from_db()
    update_event(event=event, user=nour, title="A great storm")
    assert raised()
    review.reject(events=[event], user=nour)
    assert raised()
    update_event(event=event, user=nour, title="A storm nobody sees")
    assert not raised()
    touch(timeline=timeline)
    assert timeline.version > 1


def test_recounting_mends_copies_and_counts(nour: User) -> None:
    timeline = create_timeline(title="Harbours")
    publish_events(events=[make.event(), make.event("2019")], timeline=timeline, user=nour)
    right = make.counts(timeline)
    TimelineCount.objects.update(count=7)
    timeline.memberships.update(sort_day=0, first_day=0, last_day=0, visible=False)
    recount(timeline=timeline)
    assert make.counts(timeline) == right
    assert_counts_hold(timeline)


def test_timelines_of_one_title_have_addresses_of_their_own() -> None:
    slugs = [create_timeline(title="Harbours & piers").slug for _ in range(3)]
    assert slugs == ["harbours-piers", "harbours-piers-2", "harbours-piers-3"]
    assert create_timeline(title="الميناء الكبير", language="ar").slug == "الميناء-الكبير"
    assert create_timeline(title="!?").slug == "timeline"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"eras": "The Great War"}, "“The Great War” is no era"),
        ({"eras": "1914/..: The Great War"}, "“1914/..” has not both"),
        ({"title": " "}, "cannot be blank"),
        ({"title": "T" * 201}, "at most 200 characters"),
        ({"lanes": "by colour"}, "is not a valid choice"),
    ],
)
def test_what_no_timeline_can_have_is_refused_in_a_sentence(
    wrong: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValidationError, match=re.escape(said)) as refusal:
        create_timeline(**{"title": "Here"} | wrong)
    assert len(refusal.value.messages) == 1
    assert not Timeline.objects.exists()


def test_who_decided_stands_in_the_history(nour: User) -> None:
    event = make.event()
    review.accept(events=[event], user=nour)
    update_event(event=event, user=nour, title="A great storm")
    records = event.history.order_by("history_id")
    assert [(r.status, r.title, r.history_user) for r in records] == [
        ("suggested", "A storm", None),
        ("published", "A storm", nour),
        ("published", "A great storm", nour),
    ]
