"""All lists of the desk: how many records they have is said the same way, whatever their names."""

import re

import pytest
from django.contrib import admin

from timeline.services.events import create_event

pytestmark = pytest.mark.django_db

LISTS = sorted(
    f"/admin/{model._meta.app_label}/{model._meta.model_name}/" for model in admin.site._registry
)


def _said(page):
    (counter,) = re.findall(r'<p class="paginator">(.*?)</p>', page.content.decode(), re.S)
    return " ".join(re.sub("<[^>]+>", " ", counter).split())


@pytest.mark.parametrize("address", LISTS)
def test_a_list_says_how_many_it_has(nour_client, address):
    assert re.fullmatch(r"In this list: \d+", _said(nour_client.get(address)))


def test_the_number_is_written_as_the_editor_writes_numbers(nour_client):
    create_event(title="A storm", date="2024")
    nour_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "ar"
    assert re.search("[1١]", _said(nour_client.get("/admin/timeline/event/")))
