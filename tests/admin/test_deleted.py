"""The bin on the desk: what was deleted, by whom and why, and the way back."""

import pytest
from django_tasks_db.models import DBTaskResult

from tests.admin.articles import extracted_article
from tests.admin.test_events import NO_ROWS
from tests.roles import client_of
from timeline import tasks
from timeline.admin.events import EventAdmin
from timeline.models import Article, Deleted, Entity, Event, Timeline
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline, publish_events

BIN = "/admin/timeline/deleted/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(nour):
    event = create_event(title="A storm", date="2024-05-20", user=nour)
    publish_events(events=[event], timeline=create_timeline(title="Storms"), user=nour)
    return event


def throw_away(client, record, reason="Told twice"):
    address = f"/admin/timeline/{record._meta.model_name}/{record.pk}/delete/"
    return client.post(address, {"post": "yes", "reason": reason}, follow=True)


def bring_back(client):
    return client.post(f"{BIN}{Deleted.objects.get().pk}/change/", follow=True)


def test_what_is_deleted_is_asked_why_for_and_is_in_the_bin(nour_client, nour, event):
    asked = nour_client.get(f"/admin/timeline/event/{event.pk}/delete/").content.decode()
    assert 'name="reason"' in asked
    assert "can be brought back for 30 days" in asked
    page = throw_away(nour_client, event).content.decode()
    assert f'<a href="{BIN}">Open the bin</a>' in page
    listed = nour_client.get(BIN).content.decode()
    for words in ("<h1>Bin</h1>", "A storm", "nour", "Told twice"):
        assert words in listed


def test_readers_are_told_that_it_is_withdrawn_until_it_is_back(nour_client, client, event):
    address = f"/events/{event.pk}/"
    throw_away(nour_client, event)
    assert client.get(address).status_code == 410
    page = bring_back(nour_client).content.decode()
    assert "“A storm” is back." in page
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("kind", ["article", "entity", "timeline"])
def test_other_records_go_into_the_bin_and_come_back(nour_client, kind):
    made = {
        "article": extracted_article,
        "entity": lambda: Entity.objects.create(kind="place", name="Delta"),
        "timeline": lambda: create_timeline(title="Storms"),
    }
    record = made[kind]()
    throw_away(nour_client, record)
    assert not type(record)._default_manager.exists()
    shown = nour_client.get(f"{BIN}{Deleted.objects.get().pk}/change/").content.decode()
    assert str(record) in shown
    assert bring_back(nour_client).status_code == 200
    assert type(record)._default_manager.get() == record


def test_those_chosen_in_a_list_go_into_the_bin_one_by_one_with_why(nour_client, event):
    create_event(title="A gale", date="2024-05-21")
    fields = {"action": "delete_selected", "_selected_action": [e.pk for e in Event.objects.all()]}
    asked = nour_client.post("/admin/timeline/event/", {**fields, "reason": "Told twice"})
    assert 'value="Told twice"' in asked.content.decode()
    nour_client.post("/admin/timeline/event/", {**fields, "post": "yes", "reason": "Told twice"})
    assert not Event.objects.exists()
    assert list(Deleted.objects.values_list("reason", flat=True)) == ["Told twice"] * 2


def test_what_cannot_come_back_is_said_and_stays_in_the_bin(nour_client):
    throw_away(nour_client, extracted_article())
    extracted_article()
    page = bring_back(nour_client).content.decode()
    assert "This text is stored again already, as “Bridge”." in page
    assert Deleted.objects.exists()
    assert Article.objects.count() == 1


def test_what_came_back_otherwise_is_said(nour_client):
    throw_away(nour_client, create_timeline(title="Storms"))
    create_timeline(title="Storms")
    assert "Its address is taken: it is “storms-2” now." in bring_back(nour_client).content.decode()
    assert set(Timeline.objects.values_list("slug", flat=True)) == {"storms", "storms-2"}


def test_who_may_delete_nothing_sees_no_bin(nour_client, event):
    throw_away(nour_client, event)
    editor, address = client_of("Editor"), f"{BIN}{Deleted.objects.get().pk}/change/"
    assert "/deleted/" not in editor.get("/admin/").content.decode()
    assert editor.get(BIN).status_code == 403
    assert editor.post(address).status_code == 403
    assert not Event.objects.exists()


def test_the_worker_is_asked_to_empty_the_bin_and_goes_on_while_anything_is_in_it(
    nour_client, event
):
    planned = DBTaskResult.objects.filter(task_path=tasks.empty_bin.module_path, status="READY")
    throw_away(nour_client, event)
    assert planned.count() == 1
    planned.delete()
    tasks.empty_bin.call()
    assert planned.count() == 1
    planned.delete()
    bring_back(nour_client)
    tasks.empty_bin.call()
    assert not planned.exists()


def test_a_record_of_the_bin_that_is_none_is_not_found(nour_client):
    assert nour_client.get(f"{BIN}1/change/").status_code == 404


def test_an_event_that_is_back_can_be_changed_again(nour_client, event):
    throw_away(nour_client, event)
    bring_back(nour_client)
    fields = {"title": "A gale", "date": "2024", "status": "published", "importance": 0, **NO_ROWS}
    nour_client.post(f"/admin/timeline/event/{event.pk}/change/", fields)
    assert Event.objects.get().title == "A gale"


@pytest.mark.parametrize("action", ["delete_selected", "put_on_timeline", "merge"])
def test_more_than_one_request_can_do_are_refused_in_a_sentence(nour_client, monkeypatch, action):
    for number in range(3):
        create_event(title=f"Storm {number}", date="2024")
    monkeypatch.setitem(EventAdmin.most_at_once, action, 2)
    events = list(Event.objects.values_list("pk", flat=True))
    said = "At most 2 at once, and these are 3: choose fewer, or narrow the list."
    every = {"action": action, "_selected_action": events[:1], "select_across": "1"}
    for chosen in ({"action": action, "_selected_action": events}, every):
        answer = nour_client.post("/admin/timeline/event/?q=storm", chosen, follow=True)
        assert answer.request["QUERY_STRING"] == "q=storm"
        assert said in answer.content.decode()
    one = {"action": action, "_selected_action": events[:1], "select_across": "0"}
    assert said not in nour_client.post("/admin/timeline/event/", one, follow=True).content.decode()


@pytest.mark.parametrize("model", ["deleted", "run"])
def test_an_address_of_no_record_is_no_page(nour_client, model):
    for record in ("x", "9" * 30, "999"):
        assert nour_client.get(f"/admin/timeline/{model}/{record}/change/").status_code == 404
