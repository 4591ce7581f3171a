"""Accounts on the desk."""

import pytest

pytestmark = pytest.mark.django_db


def test_an_account_is_changed_and_when_it_was_made_stays(nour_client, sam):
    address = f"/admin/auth/user/{sam.pk}/change/"
    page = nour_client.get(address).content.decode()
    assert 'name="date_joined' not in page
    assert "Date joined" in page
    nour_client.post(
        address, {"username": "sam", "first_name": "Sam", "date_joined_0": "1999-01-01"}
    )
    joined = sam.date_joined
    sam.refresh_from_db()
    assert (sam.first_name, sam.date_joined) == ("Sam", joined)
