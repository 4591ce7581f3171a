"""Events on timelines by hand: put there from the list of events, taken off in its own."""

import pytest

from tests.roles import ROLES, client_of
from timeline.services.events import create_event
from timeline.services.timelines import add_events, create_timeline

pytestmark = pytest.mark.django_db

EVENTS, MEMBERSHIPS = "/admin/timeline/event/", "/admin/timeline/timelineevent/"


@pytest.fixture
def storm(db):
    return create_event(title="A storm", date="2024-05-20", status="published")


@pytest.fixture
def timeline(db):
    return create_timeline(title="Storms")


def test_chosen_events_are_put_on_the_timeline_that_is_asked_for(nour_client, storm, timeline):
    chosen = {"action": "put_on_timeline", "_selected_action": [storm.pk]}
    page = nour_client.post(EVENTS, chosen).content.decode()
    assert "Storms" in page
    assert "A storm" in page
    page = nour_client.post(EVENTS, {**chosen, "timeline": timeline.pk}, follow=True)
    assert "1 event was put on “Storms”." in page.content.decode()
    assert timeline.memberships.get().by_hand


def test_events_are_taken_off_and_stay_off(nour_client, storm, timeline):
    other = create_timeline(title="Everything", saved_filter={})
    add_events(events=[storm], timeline=timeline)
    assert other.memberships.count() == 1
    address = f"{MEMBERSHIPS}?timeline__id__exact={other.pk}"
    assert "by the filter" in nour_client.get(address).content.decode()
    chosen = {"action": "take_off", "_selected_action": [other.memberships.get().pk]}
    page = nour_client.post(address, chosen, follow=True).content.decode()
    assert "1 event was taken off; its filter does not bring it back." in page
    assert not other.memberships.exists()
    assert list(other.left_out.all()) == [storm]
    assert timeline.memberships.exists()


def test_who_may_publish_may_do_so_and_nobody_else(storm, timeline):
    placed = create_timeline(title="Another")
    add_events(events=[storm], timeline=placed)
    clients = {role: client_of(role) for role in ROLES}
    looks = [r for r in ROLES if clients[r].get(MEMBERSHIPS).status_code == 200]
    assert looks == list(ROLES[2:])
    put = {"action": "put_on_timeline", "_selected_action": storm.pk, "timeline": timeline.pk}
    off = {"action": "take_off", "_selected_action": placed.memberships.get().pk}
    for role in ROLES[:3]:
        clients[role].post(EVENTS, put)
        clients[role].post(MEMBERSHIPS, off)
    assert (timeline.memberships.count(), placed.memberships.count()) == (0, 1)
    clients["Editor"].post(EVENTS, put)
    clients["Editor"].post(MEMBERSHIPS, off)
    assert (timeline.memberships.count(), placed.memberships.count()) == (1, 0)
