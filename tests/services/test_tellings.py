"""An event in other words on one timeline: kept through whatever becomes of the two."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.roles import member
from timeline.models import Deleted, Event, Telling, Timeline
from timeline.selectors.filtering.filters import filtered
from timeline.selectors.store.faults import faults
from timeline.services import merging, tellings
from timeline.services.bin.removal import discard_events, discard_timelines
from timeline.services.bin.restoring import restore
from timeline.services.events import create_event, update_event
from timeline.services.timelines import add_events, create_timeline, refresh, remove_events

pytestmark = pytest.mark.django_db


@pytest.fixture
def storm() -> Event:
    return create_event(title="A storm floods the quay", date="2024-05-20", status="published")


@pytest.fixture
def storms(storm: Event) -> Timeline:
    timeline = create_timeline(title="Storms")
    add_events(events=[storm], timeline=timeline)
    return timeline


def _found(timeline: Timeline, query: str) -> list[int]:
    found = filtered(timeline, {"q": query}).queryset
    return list(found.values_list("event", flat=True))


def test_an_event_is_found_on_a_timeline_by_what_is_said_of_it_there(storm, storms):
    other = create_timeline(title="Everything", saved_filter={})
    tellings.tell(event=storm, timeline=storms, title="The great deluge", summary="Boats sank.")
    for query in ("deluge", "boats quay", "storm"):
        assert _found(storms, query) == [storm.pk]
    assert (_found(other, "storm"), _found(other, "deluge")) == ([storm.pk], [])
    update_event(event=storm, user=None, summary="The lighthouse stood.")
    assert _found(storms, "deluge lighthouse") == [storm.pk]
    tellings.tell(event=storm, timeline=storms)
    assert _found(storms, "deluge") == []
    assert not list(faults())


def test_what_is_featured_is_more_prominent_than_anything_else_on_its_timeline(storm, storms):
    other = create_timeline(title="Everything", saved_filter={})
    grave = create_event(title="War", date="2024-05-21", status="published", importance=100)
    add_events(events=[grave], timeline=storms)
    tellings.tell(event=storm, timeline=storms, featured=True)

    def foremost(timeline: Timeline) -> int:
        return timeline.memberships.order_by("-prominence")[0].event_id

    assert (foremost(storms), foremost(other)) == (storm.pk, grave.pk)
    update_event(event=storm, user=None, importance=3)
    assert foremost(storms) == storm.pk
    assert not list(faults())
    tellings.tell(event=storm, timeline=storms)
    assert foremost(storms) == grave.pk


def test_what_leaves_a_timeline_and_returns_is_told_as_before(storm):
    timeline = create_timeline(title="Storms", saved_filter={"words": "storm"})
    tellings.tell(event=storm, timeline=timeline, title="The deluge", featured=True)
    before = timeline.memberships.get().prominence
    timeline.saved_filter = {"words": "war"}
    timeline.save()
    refresh(timeline=timeline)
    assert not timeline.memberships.exists()
    add_events(events=[storm], timeline=timeline)
    assert timeline.memberships.get().prominence == before
    remove_events(events=[storm], timeline=timeline)
    add_events(events=[storm], timeline=timeline)
    assert _found(timeline, "deluge") == [storm.pk]
    assert not list(faults())


def test_every_change_is_a_version_with_who_and_why(storm, storms):
    editor = member("Editor")
    tellings.tell(event=storm, timeline=storms, title="One", user=editor, reason="Shorter")
    told = tellings.tell(event=storm, timeline=storms, title="Two", user=editor)
    kept = [(v.title, v.history_change_reason, v.history_user) for v in told.history.all()]
    assert kept == [("Two", "", editor), ("One", "Shorter", editor)]


def test_readers_learn_of_it_by_a_new_version_of_its_timeline_alone(storm, storms):
    other = create_timeline(title="Everything", saved_filter={})
    versions = storms.version, other.version
    tellings.tell(event=storm, timeline=storms, title="The deluge")
    storms.refresh_from_db()
    other.refresh_from_db()
    assert storms.version > versions[0]
    assert other.version == versions[1]


def test_who_may_not_publish_changes_nothing(storm, storms):
    with pytest.raises(PermissionDenied):
        tellings.tell(event=storm, timeline=storms, title="Two", user=member("Contributor"))
    assert not Telling.objects.exists()


def test_the_words_of_a_merged_event_go_to_its_heir_and_come_back(storm, storms):
    twin = create_event(title="Floods at the quay", date="2024-05-20", status="published")
    tellings.tell(event=storm, timeline=storms, title="The deluge", featured=True)
    merging.merge(events=[storm], heir=twin, user=None)
    assert storms.tellings.get().event == twin
    assert _found(storms, "deluge") == [twin.pk]
    assert not list(faults())
    storm.refresh_from_db()
    merging.undo(event=storm, user=None)
    assert storms.tellings.get().event == storm
    assert _found(storms, "deluge") == [storm.pk]
    assert not list(faults())


def test_an_heir_keeps_the_words_that_it_has(storm, storms):
    twin = create_event(title="Floods at the quay", date="2024-05-20", status="published")
    add_events(events=[twin], timeline=storms)
    tellings.tell(event=storm, timeline=storms, title="The deluge")
    kept = tellings.tell(event=twin, timeline=storms, title="High water")
    merging.merge(events=[storm], heir=twin, user=None)
    assert Telling.objects.get(event=twin) == kept


@pytest.mark.parametrize("what", ["event", "timeline"])
def test_the_bin_keeps_them(storm, storms, what):
    told = tellings.tell(event=storm, timeline=storms, title="The deluge", featured=True)
    if what == "event":
        discard_events(events=[storm])
    else:
        discard_timelines(timelines=[storms])
    assert not Telling.objects.exists()
    restore(deleted=Deleted.objects.get(), user=None)
    back = Telling.objects.get()
    assert (back.pk, back.title, back.featured) == (told.pk, "The deluge", True)
    assert _found(back.timeline, "deluge") == [storm.pk]
    assert not list(faults())
