"""Groups on the desk are named in the reader's language."""

import pytest
from django.contrib.auth.models import Group

pytestmark = pytest.mark.django_db


@pytest.fixture
def arabic(nour_client):
    nour_client.cookies["django_language"] = "ar"
    return nour_client


@pytest.mark.parametrize("page", ["group/", "user/", "user/{nour}/change/"])
def test_groups_of_the_migrations_are_named_in_the_readers_language(arabic, nour, page):
    shown = arabic.get(f"/admin/auth/{page.format(nour=nour.pk)}").content.decode()
    assert "رئيس التحرير" in shown
    assert "Chief editor" not in shown


def test_a_group_that_somebody_made_keeps_its_name(arabic):
    Group.objects.create(name="Night desk")
    assert "Night desk" in arabic.get("/admin/auth/group/").content.decode()
