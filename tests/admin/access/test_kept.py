"""A form that is sent when its session is over comes back to who wrote it, and is sent by them."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.admin.test_bad_input import ARTICLES, EVENT, FIELDS, TIMELINE
from tests.cast import PASSWORD
from tests.roles import member
from timeline.admin.access.kept import signed
from timeline.models import Event, Timeline
from timeline.services.events import create_event

LOGIN = "/admin/login/"
HERE = "http://testserver"

pytestmark = pytest.mark.django_db


def hidden(answer):
    """The hidden fields of a page, as a browser would send them."""
    page = answer.content.decode()
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return {name: unescape(value) for name, value in found}


def sign_in(client, asked, password=PASSWORD):
    return client.post(LOGIN, hidden(asked) | {"username": "nour", "password": password})


def sent_by(user, address, **given):
    """The fields of a form, as a page that was opened by somebody sends them."""
    return FIELDS.get(address, {}) | {"sender": signed(user)} | given


@pytest.fixture
def asked(client, nour):
    """The page that asks who it is, after Nour sent an event."""
    return client.post(EVENT, sent_by(nour, EVENT))


@pytest.mark.parametrize("address", FIELDS)
def test_what_was_written_comes_back_after_the_login_and_is_sent_by_hand(client, nour, address):
    asked = client.post(address, sent_by(nour, address))
    shown = sign_in(client, asked)
    assert not Event.objects.exists()
    assert not Timeline.objects.exists()
    page = shown.content.decode()
    assert f'action="{address}"' in page
    assert FIELDS[address]["title"] in page
    assert hidden(shown)["sender"] == signed(nour)
    assert client.post(address, hidden(shown)).status_code == 302


def test_a_row_for_a_picture_in_which_nothing_was_written_is_not_told(client, nour):
    asked = client.post(EVENT, sent_by(nour, EVENT, **{"media-0-position": "0"}))
    assert not any("osition" in name for name, _value in sign_in(client, asked).context["written"])


def test_fields_and_choices_are_told_in_words(client, asked):
    told = dict(sign_in(client, asked).context["written"])
    assert told["Date"] == "20 May 2024"
    assert told["Status"] == "published"
    assert not any("FORMS" in name for name in told)


def test_a_wrong_password_keeps_the_form(client, asked):
    again = sign_in(client, asked, "wrong")
    assert dict(sign_in(client, again).context["written"])["Title"] == "The bridge opens"


def test_what_was_kept_is_shown_to_nobody_who_is_not_signed_in(client, asked, sam):
    carried = hidden(asked)
    answer = client.post(LOGIN, carried | {"username": "sam", "password": PASSWORD})
    assert "The bridge opens" not in answer.content.decode()


def test_nothing_that_somebody_made_up_is_shown(client, asked):
    made_up = hidden(asked) | {"unsent": hidden(asked)["unsent"][:-3] + "abc"}
    answer = client.post(LOGIN, made_up | {"username": "nour", "password": PASSWORD})
    assert answer["Location"] == EVENT


@pytest.mark.parametrize(
    "fields",
    [{}, {"action": "accept-all"}, {"post": "yes"}, {"old_password": "x", "title": "x"}],
)
def test_where_nothing_was_written_the_login_leads_back_to_the_page(client, nour, fields):
    answer = client.post(EVENT, fields | {"sender": signed(nour)})
    assert answer["Location"] == f"{LOGIN}?next={EVENT}"


@pytest.mark.parametrize("sender", ["", "1", "1:made-up"])
def test_what_does_not_say_whose_it_is_is_given_back_to_nobody(client, nour, sender):
    answer = client.post(EVENT, FIELDS[EVENT] | {"sender": sender})
    assert answer["Location"] == f"{LOGIN}?next={EVENT}"


def test_who_signs_in_after_somebody_else_sees_nothing_of_their_form(client, asked):
    other = member("Editor")
    other.set_password(PASSWORD)
    other.save()
    credentials = {"username": "editor", "password": PASSWORD}
    page = client.post(LOGIN, hidden(asked) | credentials, follow=True).content.decode()
    assert "The bridge opens" not in page
    assert "is another account’s" in page


def test_nor_does_who_is_signed_in_by_now(nour):
    other = Client(enforce_csrf_checks=True)
    other.force_login(member("Editor"))
    page = other.post(EVENT, sent_by(nour, EVENT), HTTP_ORIGIN=HERE).content.decode()
    assert "The bridge opens" not in page
    assert "The form could not be accepted" in page


@pytest.mark.parametrize("address", [*FIELDS, "/admin/timeline/event/", "/admin/"])
def test_every_form_of_the_desk_says_whose_it_is(nour_client, nour, address):
    create_event(title="A flood", date="2024")
    page = nour_client.get(address).content.decode()
    forms = page.count('name="csrfmiddlewaretoken"')
    assert forms == page.count(f'name="sender" value="{signed(nour)}"') > 0


def test_pages_for_readers_do_not(nour_client):
    assert 'name="sender"' not in nour_client.get("/").content.decode()


def test_what_a_script_sends_is_kept_by_the_script(client, nour):
    answer = client.post(EVENT, sent_by(nour, EVENT), HTTP_X_PART="1")
    assert answer["Location"] == f"{LOGIN}?next={EVENT}"


def test_a_form_that_is_too_long_to_be_carried_leads_to_the_login(client, nour, monkeypatch):
    monkeypatch.setattr("timeline.admin.access.kept._LONGEST", 10)
    assert client.post(EVENT, sent_by(nour, EVENT))["Location"] == f"{LOGIN}?next={EVENT}"


def test_files_are_asked_for_again(client, nour):
    file = SimpleUploadedFile("a.csv", b"secret words")
    address = "/admin/timeline/event/import/"
    asked = client.post(address, sent_by(nour, address, title="Bridges", file=file))
    page = sign_in(client, asked).content.decode()
    assert "Files are not kept" in page
    assert "secret words" not in page


@pytest.fixture
def strict(nour):
    """A browser that is signed in, whose forms need the token of its session."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(nour)
    return client


def test_a_form_of_an_earlier_session_comes_back_to_be_sent(strict, nour):
    shown = strict.post(EVENT, sent_by(nour, EVENT), HTTP_ORIGIN=HERE)
    assert shown.status_code == 403
    assert not Event.objects.exists()
    answer = strict.post(EVENT, hidden(shown), HTTP_ORIGIN=HERE)
    assert answer.status_code == 302
    assert Event.objects.get().title == "The bridge opens"


def test_so_does_one_whose_session_and_token_are_both_gone(nour):
    client = Client(enforce_csrf_checks=True)
    shown = sign_in(client, client.post(ARTICLES, sent_by(nour, ARTICLES), HTTP_ORIGIN=HERE))
    assert client.post(ARTICLES, hidden(shown)).status_code == 302


@pytest.mark.parametrize("origin", ["", "https://evil.example"])
def test_what_another_site_sends_is_not_shown(strict, nour, origin):
    page = strict.post(TIMELINE, sent_by(nour, TIMELINE), HTTP_ORIGIN=origin).content.decode()
    assert "Bridges" not in page
    assert "The form could not be accepted" in page


def test_who_has_signed_in_elsewhere_meanwhile_sees_the_form_too(client, asked, strict):
    shown = strict.post(
        LOGIN, hidden(asked) | {"username": "nour", "password": "x"}, HTTP_ORIGIN=HERE
    )
    assert "The bridge opens" in shown.content.decode()
