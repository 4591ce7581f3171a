"""Every page and every action of the desk, for each group, an account without one, and visitors.

Each line of a table names the least of the groups that may; all above it may too, and nobody else.
"""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from tests.admin.test_events import NO_ROWS
from tests.admin.whole import (
    ADMINISTRATOR,
    CHIEF,
    CONTRIBUTOR,
    EDITOR,
    PAGES,
    filled,
    one_of_everything,
)
from tests.roles import ROLES, allowed, client_of
from timeline.models import Article, Category, Entity, Event, Feed, Intake, Run, Timeline

pytestmark = pytest.mark.django_db

REVIEW = "timeline/article/{article}/review/"
EVENT = {
    "title": "A new title",
    "date": "20 May 2024",
    "status": "published",
    "importance": 0,
    **NO_ROWS,
}
NO_ENTRIES = {"entries-TOTAL_FORMS": 0, "entries-INITIAL_FORMS": 0}
NAMES = {"names-TOTAL_FORMS": 0, "names-INITIAL_FORMS": 0}
TIMELINE = {"title": "New", "slug": "new", "language": "en", "lanes": "category"}
TIMELINE |= {"cover-TOTAL_FORMS": "0", "cover-INITIAL_FORMS": "0"}
CATEGORY = {"key": "new", "name": "New", "colour": "#4859ff", "shape": "star", "position": 9}
# What is sent: the least who may, and the address with its fields.
ACTIONS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "add an article": (
        CONTRIBUTOR,
        "timeline/article/add/",
        {"text": "On May 20, 2024, it rained.", "title": "Rain", "published_on": "2024-05-30"},
    ),
    "enter an event": (CONTRIBUTOR, "timeline/event/add/", EVENT),
    "make a passage an event": (
        CONTRIBUTOR,
        REVIEW,
        {"action": "enter", "quote": "On May 20, a storm damaged two pillars"},
    ),
    "correct in the review what waits": (
        CONTRIBUTOR,
        REVIEW,
        {"action": "edit:{waits}", "title": "A new title", "date": "2024"},
    ),
    "correct in the review what is public": (
        EDITOR,
        REVIEW,
        {"action": "edit:{told}", "title": "A new title", "date": "2024"},
    ),
    "correct by the form what waits": (
        CONTRIBUTOR,
        "timeline/event/{alone}/change/",
        EVENT,
    ),
    "correct by the form what is public": (EDITOR, "timeline/event/{public}/change/", EVENT),
    "go back to a version": (EDITOR, "timeline/event/{public}/history/{version}/", EVENT),
    "accept": (EDITOR, REVIEW, {"action": "accept:{waits}"}),
    "reject": (EDITOR, REVIEW, {"action": "reject:{waits}"}),
    "put back": (EDITOR, REVIEW, {"action": "restore:{told}"}),
    "accept all": (EDITOR, REVIEW, {"action": "accept-all"}),
    "accept the surest": (EDITOR, REVIEW, {"action": "accept-above", "least": "1"}),
    "put the chosen back": (EDITOR, REVIEW, {"action": "restore-chosen", "chosen": "{told}"}),
    "reject all": (EDITOR, REVIEW, {"action": "reject-all"}),
    "set aside what has no date": (EDITOR, REVIEW, {"action": "set-aside:{undated}"}),
    "join a twin": (EDITOR, REVIEW, {"action": "join:{waits}:{public}"}),
    "merge the chosen": (
        EDITOR,
        REVIEW,
        {"action": "merge-chosen", "chosen": ["{waits}", "{told}"]},
    ),
    "take apart": (EDITOR, REVIEW, {"action": "part:{gone}"}),
    "take the chosen apart": (EDITOR, REVIEW, {"action": "part-chosen", "chosen": "{gone}"}),
    "end later": (EDITOR, REVIEW, {"action": "longer:{waits}"}),
    "split": (EDITOR, REVIEW, {"action": "split:{waits}", "piece": "{piece}"}),
    "publish the accepted": (EDITOR, REVIEW, {"action": "publish", "timeline": "{draft}"}),
    "publish all on a new timeline": (EDITOR, REVIEW, {"action": "publish-all", "new_title": "N"}),
    "accept in the list": (
        EDITOR,
        "timeline/event/",
        {"action": "accept", "_selected_action": "{waits}"},
    ),
    "reject in the list": (
        EDITOR,
        "timeline/event/",
        {"action": "reject", "_selected_action": "{public}"},
    ),
    "merge in the list": (
        EDITOR,
        "timeline/event/",
        {"action": "merge", "_selected_action": ["{waits}", "{public}"]},
    ),
    "take apart in the list": (
        EDITOR,
        "timeline/event/",
        {"action": "take_apart", "_selected_action": "{gone}"},
    ),
    "delete an event": (CHIEF, "timeline/event/{public}/delete/", {"post": "yes"}),
    "delete events in the list": (
        CHIEF,
        "timeline/event/",
        {"action": "delete_selected", "_selected_action": "{public}", "post": "yes"},
    ),
    "delete an article": (CHIEF, "timeline/article/{unread}/delete/", {"post": "yes"}),
    "add an entity": (
        EDITOR,
        "timeline/entity/add/",
        {"kind": "person", "name": "New", **NAMES},
    ),
    "merge two entities": (
        EDITOR,
        "timeline/entity/",
        {"action": "merge", "_selected_action": ["{entity}", "{namesake}"], "heir": "{entity}"},
    ),
    "bring back what was deleted": (CHIEF, "timeline/deleted/{deleted}/change/", {}),
    "delete an entity": (CHIEF, "timeline/entity/{entity}/delete/", {"post": "yes"}),
    "add a category": (CHIEF, "timeline/category/add/", CATEGORY),
    "make a timeline": (EDITOR, "timeline/timeline/add/", {**TIMELINE, "visibility": "public"}),
    "publish a timeline": (
        EDITOR,
        "timeline/timeline/{draft}/change/",
        {**TIMELINE, "visibility": "public"},
    ),
    "show a timeline by a private link": (
        EDITOR,
        "timeline/timeline/{draft}/change/",
        {**TIMELINE, "visibility": "link"},
    ),
    "make a new private link": (
        EDITOR,
        "timeline/timeline/{linked}/change/",
        {**TIMELINE, "visibility": "link", "new_link": "on"},
    ),
    "delete a timeline": (CHIEF, "timeline/timeline/{draft}/delete/", {"post": "yes"}),
    "bring in files": (
        CONTRIBUTOR,
        "timeline/article/files/",
        {"brought": SimpleUploadedFile("rain.txt", b"It rained on 20 May 2024.")},
    ),
    "follow a feed": (
        EDITOR,
        "timeline/feed/add/",
        {"url": "https://news.example/rss", "active": "on", **NO_ENTRIES},
    ),
    "fetch a feed": (
        EDITOR,
        "timeline/feed/",
        {"action": "fetch_now", "_selected_action": "{feed}"},
    ),
    "delete a feed": (CHIEF, "timeline/feed/{feed}/delete/", {"post": "yes"}),
    "cancel a run": (EDITOR, "timeline/run/{run}/change/", {"action": "cancel"}),
    "try a run again": (EDITOR, "timeline/run/{broken}/change/", {"action": "retry"}),
    "delete a run": (CHIEF, "timeline/run/{run}/delete/", {"post": "yes"}),
    "make an account": (
        ADMINISTRATOR,
        "auth/user/add/",
        {"username": "new", "usable_password": "false"},
    ),
    "rename a group": (ADMINISTRATOR, "auth/group/{group}/change/", {"name": "New"}),
    "delete an account": (ADMINISTRATOR, "auth/user/{user}/delete/", {"post": "yes"}),
}
MODELS = (Article, Category, Entity, Event, Feed, Intake, Run, Timeline, Group, User)


@pytest.fixture
def ids(sam):
    return one_of_everything(sam)


def state():
    """All that the actions change."""
    return [list(model.objects.order_by("pk").values()) for model in MODELS]


def those_who_may(least):
    return [role for role in ROLES if allowed(role, least)]


def test_each_page_opens_for_those_who_may_see_it_and_for_nobody_else(ids):
    clients = {role: client_of(role) for role in ROLES}
    opened = {
        address: [
            role
            for role, client in clients.items()
            if client.get(f"/admin/{filled(address, ids)}").status_code == 200
        ]
        for address in PAGES
    }
    assert opened == {address: those_who_may(least) for address, least in PAGES.items()}


def changes_something(client, address, fields, before):
    """Whether what is sent changes the store from what it was, which it then is again."""
    with transaction.atomic():
        for value in fields.values():
            if isinstance(value, SimpleUploadedFile):
                value.seek(0)
        client.post(f"/admin/{address}", fields)
        changed = state() != before
        transaction.set_rollback(True)
    return changed


def test_each_action_is_done_for_those_who_may_and_changes_nothing_for_anybody_else(ids):
    clients = {role: client_of(role) for role in ROLES}
    done, before = {}, state()
    for action, (_least, address, fields) in ACTIONS.items():
        sent = filled(address, ids), {name: filled(value, ids) for name, value in fields.items()}
        done[action] = [
            role for role, client in clients.items() if changes_something(client, *sent, before)
        ]
    assert done == {action: those_who_may(least) for action, (least, *_) in ACTIONS.items()}


def test_what_a_contributor_enters_waits_whatever_the_form_says(ids):
    client_of(CONTRIBUTOR).post("/admin/timeline/event/add/", EVENT)
    assert Event.objects.get(title="A new title").status == "suggested"


def test_the_passage_of_a_contributor_waits_and_is_the_contributors_to_take_back(ids):
    client, review = client_of(CONTRIBUTOR), f"/admin/{filled(REVIEW, ids)}"
    client.post(review, ACTIONS["make a passage an event"][2])
    event = Event.objects.latest("pk")
    assert (event.status, str(event.entered_by)) == ("suggested", "contributor")
    client.post(review, {"action": f"forget:{event.pk}"})
    assert not Event.objects.filter(pk=event.pk).exists()


def test_buttons_are_shown_to_those_who_may_press_them(ids):
    contributor, editor = (
        client_of(role).get(f"/admin/{filled(REVIEW, ids)}").content.decode()
        for role in (CONTRIBUTOR, EDITOR)
    )
    for verb in (
        "accept:",
        "reject:",
        "restore:",
        "part:",
        "accept-all",
        "merge-chosen",
        "publish",
    ):
        assert f'value="{verb}' in editor
        assert f'value="{verb}' not in contributor
    assert 'name="chosen"' not in contributor
    assert f"?edit={ids['waits']}#" in contributor
    assert f"?edit={ids['told']}#" not in contributor


def test_the_actions_of_the_list_are_offered_to_those_who_may(ids):
    contributor, editor, chief = (
        client_of(role).get("/admin/timeline/event/").content.decode()
        for role in (CONTRIBUTOR, EDITOR, CHIEF)
    )
    assert 'value="accept"' not in contributor
    assert 'value="accept"' in editor
    assert 'value="delete_selected"' not in editor
    assert 'value="delete_selected"' in chief


def test_who_may_make_no_timeline_publishes_on_those_that_are_there(ids):
    client = client_of("account")
    user = User.objects.get(username="account")
    for codename in ("view_article", "change_event", "publish_event", "change_timeline"):
        user.user_permissions.add(Permission.objects.get(codename=codename))
    review = f"/admin/{filled(REVIEW, ids)}"
    assert 'name="new_title"' not in client.get(review).content.decode()
    assert client.post(review, {"action": "publish-all", "new_title": "N"}).status_code == 422
    client.post(review, {"action": "publish-all", "timeline": ids["draft"]})
    assert Timeline.objects.get(pk=ids["draft"]).visibility == "public"
