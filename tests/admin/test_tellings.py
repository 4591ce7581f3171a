"""How one timeline tells an event, at the desk: from the list of its events and back."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.pictures import as_file
from tests.roles import ROLES, client_of
from timeline.models import Event, Telling, TellingMedia, Timeline
from timeline.services import tellings
from timeline.services.events import create_event
from timeline.services.timelines import add_events, create_timeline

pytestmark = pytest.mark.django_db

LIST = reverse("admin:timeline_timelineevent_changelist")
NO_MEDIA = {"media-TOTAL_FORMS": 0, "media-INITIAL_FORMS": 0}


@pytest.fixture
def storm() -> Event:
    return create_event(title="A storm", date="2024-05-20", status="published", summary="It blew.")


@pytest.fixture
def storms(storm: Event) -> Timeline:
    return create_timeline(title="Storms", saved_filter={"words": "storm"})


def _list(timeline: Timeline) -> str:
    return f"{LIST}?timeline__id__exact={timeline.pk}"


def _link(page: str) -> str:
    found = re.search(r'field-own_words">(?:★ )?<a href="([^"]+)', page)
    assert found
    return found[1].replace("&amp;", "&")


def _given(storm: Event, storms: Timeline, **given: Any) -> dict[str, Any]:
    return {"timeline": storms.pk, "event": storm.pk, **NO_MEDIA, **given}


def test_from_the_list_to_its_words_and_back_and_again(nour_client, storm, storms):
    link = _link(nour_client.get(_list(storms)).content.decode())
    form = nour_client.get(link).content.decode()
    assert "It blew." in form
    given = _given(storm, storms, title="The deluge", featured="on", reason="Shorter")
    answer = nour_client.post(link, given)
    assert answer.url == _list(storms)
    page = nour_client.get(answer.url).content.decode()
    assert "★" in page
    assert "The deluge" in page
    assert nour_client.post(_link(page), _given(storm, storms)).url == _list(storms)
    telling = Telling.objects.get()
    assert (telling.title, telling.featured) == ("", False)
    assert [v.title for v in telling.history.all()] == ["", "The deluge"]
    assert telling.history.last().history_change_reason == "Shorter"


def test_its_media_are_uploaded_there(nour_client, storm, storms):
    version = storms.version
    row = {
        "media-TOTAL_FORMS": 1,
        "media-INITIAL_FORMS": 0,
        "media-0-alternative_text": "Boats at the quay",
        "media-0-credit": "Mara Lind",
        "media-0-position": 0,
        "media-0-upload": SimpleUploadedFile("quay.jpg", as_file()),
    }
    address = reverse("admin:timeline_telling_add")
    assert nour_client.post(address, _given(storm, storms, **row)).status_code == 302
    assert TellingMedia.objects.get().picture
    assert not storm.media.exists()
    storms.refresh_from_db()
    assert storms.version > version


def test_an_earlier_version_comes_back(nour_client, storm, storms):
    telling = tellings.tell(event=storm, timeline=storms, title="The deluge")
    first = telling.history.get()
    tellings.tell(event=storm, timeline=storms, title="High water")
    address = reverse("admin:timeline_telling_simple_history", args=[telling.pk, first.pk])
    assert "The deluge" in nour_client.get(address).content.decode()
    given = _given(storm, storms, title="The deluge")
    assert nour_client.post(address, given).status_code == 302
    telling.refresh_from_db()
    assert telling.title == "The deluge"


def test_what_is_not_on_the_timeline_is_not_told_there(nour_client, storm, storms):
    other = create_event(title="A war", date="2024-05-20", status="published")
    answer = nour_client.post(reverse("admin:timeline_telling_add"), _given(other, storms))
    assert "The event is not on this timeline" in answer.content.decode()
    assert not Telling.objects.exists()


@pytest.mark.parametrize("wrong", ["?timeline=x&event=-1", "", "?event=99999999999999999999999"])
def test_an_address_of_nothing_is_a_form_all_the_same(nour_client, wrong):
    address = reverse("admin:timeline_telling_add") + wrong
    assert nour_client.get(address).status_code == 200


def test_who_may_publish_tells_otherwise_and_nobody_else(storm, storms):
    telling = tellings.tell(event=storm, timeline=storms, title="The deluge")
    address = reverse("admin:timeline_telling_change", args=[telling.pk])
    told = []
    for role in ROLES:
        client_of(role).post(address, _given(storm, storms, title=role))
        telling.refresh_from_db()
        told.append(telling.title == role)
    assert told == [False] * 3 + [True] * 3


def test_the_list_asks_as_little_for_many_events_as_for_few(
    nour_client, storm, storms, django_assert_max_num_queries
):
    counted = []
    for number in (1, 30):
        many = [
            create_event(title=f"Storm {n}", date="2024-05-20", status="published")
            for n in range(number)
        ]
        add_events(events=many, timeline=storms)
        with django_assert_max_num_queries(20) as queries:
            nour_client.get(_list(storms))
        counted.append(len(queries))
    assert counted[0] == counted[1]
