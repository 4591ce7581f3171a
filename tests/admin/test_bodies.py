"""A body that no browser sends is answered by every page of the desk, and stores nothing."""

import json

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.admin.whole import ADMINISTRATOR, PAGES, filled, one_of_everything
from tests.roles import client_of
from timeline.models import Article, Entity, Event

# The names by which the forms of the desk take files.
FILES = ("file", "brought", "media-0-upload", "cover-0-upload")
CONTENTS = {
    "text/csv": b"title,date\r\nThe bridge\x00,2024\x00\r\n",
    "application/json": json.dumps({"events": [{"title": "A\x00", "date": "2024"}]}).encode(),
    "text/plain": b"The bridge\x00 opens on 20 May 2024.",
    "image/png": b"\x89PNG\r\n\x1a\n\x00\x00",
}


@pytest.fixture
def desk(db):
    """The client of an administrator, and every page of the desk."""
    client = client_of(ADMINISTRATOR)
    ids = one_of_everything(User.objects.get(pk=client.session["_auth_user_id"]))
    empty = "timeline/deleted/{deleted}/change/"  # what is in the bin comes back without a body
    return client, [f"/admin/{filled(page, ids)}" for page in PAGES if page != empty]


def stored():
    return [model.objects.count() for model in (Article, Event, Entity)]


def test_json_with_a_nul_is_answered_and_stores_nothing(desk):
    client, pages = desk
    before = stored()
    body = json.dumps({"title": "A\x00", "action": "\x00", "_selected_action": ["\x00"]})
    for address in pages:
        answer = client.post(address, body, content_type="application/json")
        assert answer.status_code < 500, address
        assert stored() == before, address


@pytest.mark.parametrize("kind", CONTENTS)
def test_a_file_with_a_nul_in_its_name_and_content_is_answered_and_stores_nothing(desk, kind):
    client, pages = desk
    before = stored()
    for address in pages:
        given = {name: SimpleUploadedFile("a\x00.csv", CONTENTS[kind], kind) for name in FILES}
        answer = client.post(address, given)
        assert answer.status_code < 500, address
        assert stored() == before, address
