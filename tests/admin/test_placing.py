"""Events on timelines by hand: put there from the list of events, taken off in its own."""

import pytest

from tests.roles import ROLES, client_of
from timeline.selectors.listing import order
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


def test_the_list_of_its_events_names_their_timeline(nour_client, timeline):
    page = nour_client.get(f"{MEMBERSHIPS}?timeline__id__exact={timeline.pk}").content.decode()
    assert "Events of “\u2068Storms\u2069”" in page
    assert f'href="/admin/timeline/timeline/{timeline.pk}/change/"' in page


def test_without_one_it_lists_those_of_all(nour_client):
    for asked in ("", "?timeline__id__exact=", f"?timeline__id__exact={2**70}"):
        assert nour_client.get(MEMBERSHIPS + asked, follow=True).status_code == 200


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


def test_events_of_one_day_change_places_by_a_button(nour_client, storm, timeline):
    flood = create_event(title="A flood", date="2024-05-20", status="published")
    war = create_event(title="A war", date="2024-05-21", status="published")
    add_events(events=[storm, flood, war], timeline=timeline)
    page = nour_client.get(f"{MEMBERSHIPS}?timeline__id__exact={timeline.pk}").content.decode()
    places = {place.event_id: place.pk for place in timeline.memberships.all()}
    assert f"{places[storm.pk]}/move/?to=later" in page
    assert f"{places[storm.pk]}/move/?to=earlier" not in page
    assert f"{places[war.pk]}/move/" not in page
    answer = nour_client.post(f"{MEMBERSHIPS}{places[flood.pk]}/move/?to=earlier")
    assert answer.url == f"{MEMBERSHIPS}?timeline__id__exact={timeline.pk}"
    assert list(listed(timeline)) == [flood.pk, storm.pk, war.pk]
    nour_client.post(f"{MEMBERSHIPS}{places[flood.pk]}/move/?to=later")
    assert list(listed(timeline)) == [storm.pk, flood.pk, war.pk]


def test_who_may_not_publish_moves_nothing(storm, timeline):
    add_events(events=[storm], timeline=timeline)
    place = timeline.memberships.get()
    client = client_of("Contributor")
    assert client.post(f"{MEMBERSHIPS}{place.pk}/move/").status_code == 403
    page = client.get(MEMBERSHIPS).content.decode()
    assert "column-order" not in page


def listed(timeline):
    return order(timeline.memberships.all()).values_list("event", flat=True)
