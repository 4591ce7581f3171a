"""Events of one day, in the order that an editor gives them on one timeline."""

import itertools

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tests.roles import member
from timeline.models import Deleted, Event, Timeline
from timeline.selectors import listing, story
from timeline.selectors.memberships import visible
from timeline.services import merging, ties
from timeline.services.bin.removal import discard_events
from timeline.services.bin.restoring import restore
from timeline.services.events import create_event, update_event
from timeline.services.timelines import add_events, create_timeline

pytestmark = pytest.mark.django_db


def _event(title: str, date: str = "2024-05-20") -> Event:
    return create_event(title=title, date=date, status="published")


@pytest.fixture
def events() -> list[Event]:
    dates = ("2024-05-19", *["2024-05-20"] * 4, "2024-05-21")
    return [_event(title, date) for title, date in zip("xabcdy", dates, strict=True)]


@pytest.fixture
def timeline(events: list[Event]) -> Timeline:
    made = create_timeline(title="Storms")
    add_events(events=events, timeline=made)
    return made


def _told(timeline: Timeline) -> str:
    """The titles in their order; pages, neighbours, positions and the story say the same."""
    listed = [place.event for place in listing.Pages(timeline).page(1).object_list]
    titles = "".join(event.title for event in listed)
    for number, event in enumerate(listed, 1):
        card = listing.card(timeline, event.pk)
        assert card
        beside = (card.before and card.before.title, card.after and card.after.title)
        assert beside == ((["", *titles][number - 1] or None), ([*titles, None][number]))
        assert listing.position_of(timeline, event) == number
        assert listing.position_of(timeline, event, visible(timeline)) == number
        slide = story.slide(timeline, event.pk)
        assert slide
        assert slide.number == number
    return titles


def test_any_order_of_one_day_is_reached_by_moves(events, timeline):
    by_title = {event.title: event for event in events}
    for wanted in map("".join, itertools.permutations("abcd")):
        for title in wanted:
            ties.move(event=by_title[title], timeline=timeline, before=None)
        assert _told(timeline) == f"x{wanted}y"


def test_one_is_put_right_before_another(events, timeline):
    _x, a, _b, c, d, _y = events
    ties.move(event=d, timeline=timeline, before=a)
    assert _told(timeline) == "xdabcy"
    ties.move(event=a, timeline=timeline, before=c)
    assert _told(timeline) == "xdbacy"


def test_what_joins_the_day_later_follows_by_id(events, timeline):
    _x, a, b, *_rest = events
    ties.move(event=b, timeline=timeline, before=a)
    add_events(events=[_event("e")], timeline=timeline)
    assert _told(timeline) == "xbacdey"


def test_other_timelines_keep_their_own_order(events, timeline):
    other = create_timeline(title="Everything", saved_filter={})
    ties.move(event=events[4], timeline=timeline, before=events[1])
    assert (_told(timeline), _told(other)) == ("xdabcy", "xabcdy")


def test_an_event_that_moves_to_another_day_has_no_place_among_its_events(events, timeline):
    ties.move(event=events[4], timeline=timeline, before=events[1])
    update_event(event=events[4], user=None, date="2024-05-21")
    assert _told(timeline) == "xabcdy"


def test_only_events_of_one_day_change_places(events, timeline):
    with pytest.raises(ValidationError, match="same day"):
        ties.move(event=events[1], timeline=timeline, before=events[0])
    with pytest.raises(PermissionDenied):
        ties.move(event=events[2], timeline=timeline, before=None, user=member("Contributor"))
    assert _told(timeline) == "xabcdy"


def test_the_history_of_the_timeline_and_its_version_say_so(events, timeline):
    editor, version = member("Editor"), timeline.version
    ties.move(event=events[2], timeline=timeline, before=None, user=editor)
    timeline.refresh_from_db()
    latest = timeline.history.first()
    assert (latest.history_user, latest.history_change_reason) == (editor, "Moved: b")
    assert timeline.version > version


def test_the_bin_and_an_heir_keep_the_place(events, timeline):
    _x, a, _b, _c, d, _y = events
    ties.move(event=d, timeline=timeline, before=a)
    discard_events(events=[d])
    restore(deleted=Deleted.objects.get(), user=None)
    assert _told(timeline) == "xdabcy"
    merging.merge(events=[d], heir=_event("h"), user=None)
    assert _told(timeline) == "xhabcy"
