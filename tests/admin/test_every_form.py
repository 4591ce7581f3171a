"""What no form of the desk takes: titles that are too long or that signs turn around, dates that
are none or end before they begin. It is told where it stands, the rest of the form stays, and
nothing is stored; and what is sent twice is stored once."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.admin.access.test_rights import CATEGORY, EVENT, NAMES, NO_ENTRIES, REVIEW, TIMELINE
from tests.admin.test_bad_input import OVERRIDDEN
from tests.admin.whole import filled, one_of_everything
from timeline.models import Category, Entity, Event, Feed, Telling, Timeline

pytestmark = pytest.mark.django_db

QUOTE = "On May 20, a storm damaged two pillars"
NO_MEDIA = {"media-TOTAL_FORMS": 0, "media-INITIAL_FORMS": 0}
PERSON = {"kind": "person", "name": "Ada", "latitude": "", **NAMES}
# What is sent to which address, with the field that holds the title, and one that has to stay.
FORMS: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "an event": ("timeline/event/{alone}/change/", EVENT, "title", "20 May 2024"),
    "an event in its review": (
        REVIEW,
        {"action": "edit:{waits}", "date": "one of 2024"},
        "title",
        "one of 2024",
    ),
    "a passage": (
        REVIEW,
        {"action": "enter", "quote": QUOTE, "date": "5 May 1999"},
        "title",
        QUOTE,
    ),
    "a timeline of the review": (
        REVIEW,
        {"action": "publish-all", "reason": "By phone"},
        "new_title",
        "",
    ),
    "a timeline": ("timeline/timeline/{draft}/change/", TIMELINE, "title", 'value="new"'),
    "how a timeline tells it": (
        "timeline/telling/{telling}/change/",
        {"summary": "It blew hard.", **NO_MEDIA},
        "title",
        "It blew hard.",
    ),
    "a name": ("timeline/entity/add/", {**PERSON, "wikidata": "Q42"}, "name", "Q42"),
    "another name": (
        "timeline/entity/add/",
        {**PERSON, "names-TOTAL_FORMS": 1, "names-0-language": "ar"},
        "names-0-name",
        "Ada",
    ),
    "a category": ("timeline/category/add/", CATEGORY, "name", "#4859ff"),
    "a feed": (
        "timeline/feed/add/",
        {"url": "https://news.example/rss", **NO_ENTRIES},
        "title",
        "https://news.example/rss",
    ),
    "a timeline of an import": (
        "timeline/event/import/",
        {"file": SimpleUploadedFile("a.csv", b"date,title\n2024,Rain\n")},
        "title",
        "",
    ),
    "an account": (
        "auth/user/{user}/change/",
        {"username": "sam", "email": "sam@example.org"},
        "first_name",
        "sam@example.org",
    ),
    "a group": ("auth/group/add/", {}, "name", ""),
}
DATED: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "an event": ("timeline/event/add/", EVENT, "date", "A new title"),
    "an event that is there": ("timeline/event/{alone}/change/", EVENT, "date", "A new title"),
    "an event in its review": (
        REVIEW,
        {"action": "edit:{waits}", "title": "A new title"},
        "date",
        "A new title",
    ),
    "a passage": (REVIEW, {"action": "enter", "quote": QUOTE}, "date", QUOTE),
    "a filter": (
        "timeline/timeline/{draft}/change/",
        {**TIMELINE, "by_filter": "on", "words": "storm"},
        "since",
        "storm",
    ),
}
ONCE: dict[str, tuple[str, dict[str, Any]]] = {
    "a name": ("timeline/entity/add/", PERSON),
    "a category": ("timeline/category/add/", CATEGORY),
    "a feed": ("timeline/feed/add/", {"url": "https://news.example/rss", **NO_ENTRIES}),
    "how a timeline tells it": (
        "timeline/telling/add/?timeline={draft}&event={alone}",
        {"timeline": "{draft}", "event": "{alone}", "title": "A gust", **NO_MEDIA},
    ),
    "a group": ("auth/group/add/", {"name": "Readers"}),
}
MODELS = (Category, Entity, Event, Feed, Group, Telling, Timeline)


def state() -> list[Any]:
    return [list(model.objects.order_by("pk").values()) for model in MODELS]


def counted() -> list[int]:
    return [model.objects.count() for model in MODELS]


@pytest.fixture
def ids(sam):
    return one_of_everything(sam)


@pytest.fixture
def refused(nour_client, ids):
    """The page that comes back for what is sent, of which nothing may be stored."""

    def refused(address, fields):
        before = state()
        given = {key: filled(value, ids) for key, value in fields.items()}
        answer = nour_client.post(f"/admin/{filled(address, ids)}", given)
        assert answer.status_code in (200, 422)
        assert state() == before
        return answer.content.decode()

    return refused


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(
    ("wrong", "said"),
    [("x" * 10_000, "10000"), (OVERRIDDEN, "invisible signs")],
    ids=["long", "turned"],
)
def test_a_title_that_cannot_be_is_refused_and_the_rest_stays(refused, name, wrong, said):
    address, fields, title, stays = FORMS[name]
    page = refused(address, fields | {title: wrong})
    assert said in page
    assert stays in page
    assert wrong in page


@pytest.mark.parametrize("name", DATED)
@pytest.mark.parametrize(
    ("wrong", "said"),
    [("2024-05-25/2024-05-22", "ends before it starts"), ("one fine day", "20 May 2024")],
)
def test_a_date_that_cannot_be_is_refused_and_the_rest_stays(refused, name, wrong, said):
    address, fields, date, stays = DATED[name]
    page = refused(address, fields | {date: wrong})
    assert said in page
    assert stays in page
    assert wrong in page


@pytest.mark.parametrize("name", ONCE)
def test_what_is_sent_twice_is_stored_once(nour_client, ids, name):
    address, fields = ONCE[name]
    given = {key: filled(value, ids) for key, value in fields.items()}
    assert nour_client.post(f"/admin/{filled(address, ids)}", given).status_code == 302
    once = counted()
    nour_client.post(f"/admin/{filled(address, ids)}", given)
    assert counted() == once
