"""The page of figures on the desk."""

import pytest

from tests.admin.articles import long_article
from timeline.models import Event
from timeline.services.events import create_event

FIGURES = "/admin/timeline/event/figures/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def decided():
    """Three accepted and one rejected, all at 92 percent."""
    for status in ("published", "published", "published", "rejected"):
        event = create_event(title="Rain", date="2024", confidence=0.92)
        Event.objects.filter(pk=event.pk).update(status=status)


def test_what_was_promised_stands_beside_what_was_kept(nour_client, decided):
    page = nour_client.get(FIGURES).content.decode()
    (row,) = [each for each in page.split("<tr>") if "90–95 %" in each]
    assert row.index("92 %") < row.index("75 %") < row.index("<td>4</td>")


def test_what_waits_leads_to_the_queue(nour_client):
    long_article()
    page = nour_client.get(FIGURES).content.decode()
    assert '<a href="/admin/timeline/article/queue/">1 article waits</a>' in page


def test_an_empty_store_has_figures_too(nour_client):
    assert "Nothing was decided on yet." in nour_client.get(FIGURES).content.decode()


def test_in_arabic_the_percentages_keep_their_direction(nour_client, decided):
    nour_client.cookies["django_language"] = "ar"
    page = nour_client.get(FIGURES).content.decode()
    assert '<bdi dir="ltr">90–95 %</bdi>' in page
    assert '<bdi dir="ltr">75 %</bdi>' in page
