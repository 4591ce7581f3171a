"""Categories on the desk: what readers see of them follows."""

from django.urls import reverse

from tests.web import telling
from timeline.models import Category
from timeline.services.timelines import create_timeline


def test_a_category_that_is_renamed_is_sent_anew_where_it_is_shown(nour_client):
    harbour, other = telling.the_harbour(), create_timeline(title="Another")
    category = Category.objects.get(key="economy")
    fields = {name: getattr(category, name) for name in ("key", "colour", "shape", "position")}
    before = harbour.version, other.version
    address = reverse("admin:timeline_category_change", args=[category.pk])
    answer = nour_client.post(address, {**fields, "name": "Trade"})
    assert answer.status_code == 302
    harbour.refresh_from_db()
    other.refresh_from_db()
    assert harbour.version == before[0] + 1
    assert other.version == before[1]
