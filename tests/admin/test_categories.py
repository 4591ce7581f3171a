"""Categories on the desk: what readers see of them follows."""

import pytest
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


@pytest.fixture
def change(nour_client):
    """Sends the form of the category “Economy” with other values."""
    category = Category.objects.get(key="economy")
    names = ("key", "name", "colour", "shape", "position")
    fields = {name: getattr(category, name) for name in names}
    address = reverse("admin:timeline_category_change", args=[category.pk])
    return lambda **given: nour_client.post(address, {**fields, **given})


@pytest.mark.parametrize("colour", ["#ffffff", "#ffe066", "#000000", "#101a3c"])
def test_a_colour_that_readers_could_not_see_is_refused_with_one_near_it(change, colour):
    (problem,) = change(colour=colour).context["adminform"].form.errors["colour"]
    near = problem.partition(": ")[2].split()[0]
    assert change(colour=near).status_code == 302
    assert Category.objects.get(key="economy").colour == near


def test_a_category_whose_colour_was_stored_before_that_can_be_renamed(change):
    Category.objects.filter(key="economy").update(colour="#ffffff")
    assert change(colour="#ffffff", name="Trade").status_code == 302


def test_the_list_of_categories_shows_their_signs(nour_client):
    page = nour_client.get(reverse("admin:timeline_category_changelist")).content.decode()
    assert page.count('<td class="field-sign"><svg') == Category.objects.count()
