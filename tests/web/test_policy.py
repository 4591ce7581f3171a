"""Every page under the Content-Security-Policy: nothing inline, nothing from another host."""

import re

import pytest
from django.urls import reverse

INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)
LOADED = re.compile(
    r"<(?:script|img|iframe|source)[^>]*\ssrc=\"([^\"]*)\""
    r"|<link(?! rel=\"(?:alternate|canonical)\")[^>]*\shref=\"([^\"]*)\""
)
# A script without a source is run by the browser unless it is data.
SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>")


@pytest.fixture
def addresses(harbour, opening) -> list[str]:
    timeline = reverse("timeline", args=[harbour.slug])
    event = reverse("event", args=[harbour.slug, opening.pk])
    opened, card = f"{timeline}?event={opening.pk}", f"{event}?part=card"
    return ["/", timeline, opened, f"{timeline}embed/", event, card, "/no/"]


def test_no_page_holds_anything_inline(client, addresses):
    for address in addresses:
        page = client.get(address).content.decode()
        assert not INLINE.search(page), address
        assert not SCRIPT.search(page), address


def test_every_page_carries_the_policy_and_loads_from_this_site_alone(client, addresses):
    for address in addresses:
        response = client.get(address)
        assert "'unsafe-" not in response.headers["Content-Security-Policy"]
        for found in LOADED.finditer(response.content.decode()):
            assert (found[1] or found[2]).startswith("/static/"), found[0]
