"""What PostgreSQL cannot be asked for is refused before it is asked."""

import pytest

from tests.roles import client_of

PAGES = ("/", "/search/", "/admin/timeline/event/", "/admin/timeline/article/", "/admin/login/")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("query", ["q=%00", "category=a%00b", "status__exact=%00", "a%00=b"])
def test_a_nul_in_an_address_is_answered_in_a_sentence(db, page, query):
    answer = client_of("Chief editor").get(f"{page}?{query}")
    assert answer.status_code == 400
    assert "The request cannot be understood" in answer.content.decode()


def test_so_is_one_in_a_path_or_a_cookie(client, db):
    for path in ("/admin/timeline/event/%00/change/", "/media/%00.jpg"):
        assert client.get(path).status_code == 400
    client.cookies["sessionid"] = "a\0" * 16
    assert client.get("/admin/").status_code == 400


def test_the_api_names_the_parameter(client, harbour):
    for name in ("q", "category", "source", "since", "limit", "cursor", "other"):
        answer = client.get(f"/api/v1/timelines/{harbour.slug}/events/?{name}=%00")
        assert answer.status_code == 400
        assert name in answer.json()["error"]
