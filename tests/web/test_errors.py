"""Pages for what goes wrong: they look like the site, say one plain thing and lead back."""

import pytest
from django.db import OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client, override_settings
from django.urls import path
from django.views.defaults import bad_request, permission_denied, server_error

from timeline.urls import handler500 as handler500
from timeline.urls import urlpatterns as pages


def _miss_a_table(request):
    raise OperationalError("no such table")


def _wait_in_vain(request):
    raise OperationalError("database is locked")


def _fail(request):
    raise RuntimeError("on purpose")


urlpatterns = [
    *pages,
    path("bad/", lambda request: bad_request(request, ValueError())),
    path("closed/", lambda request: permission_denied(request, PermissionError())),
    path("broken/", _fail),
    path("without-tables/", _miss_a_table),
    path("locked/", _wait_in_vain),
    path("broken-plainly/", server_error),
]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nowhere/", 404, "There is no such page"),
        ("/timelines/nowhere/", 404, "There is no such page"),
        ("/bad/", 400, "The request cannot be understood"),
        ("/closed/", 403, "This page is not open to you"),
        ("/broken/", 500, "Something went wrong on our side"),
        ("/locked/", 503, "Somebody else is storing much at this moment"),
        ("/without-tables/", 500, "Something went wrong on our side"),
        ("/broken-plainly/", 500, "Something went wrong on our side"),
    ],
)
def test_an_error_says_what_is_wrong_and_leads_back(db, address, status, words):
    with override_settings(ROOT_URLCONF=__name__):
        response = Client(raise_request_exception=False).get(address)
    assert response.status_code == status
    page = response.content.decode()
    assert f"<h1>{words}</h1>" in page
    assert '<a href="/">All timelines</a>' in page


def test_a_database_that_lacks_its_tables_says_how_they_are_made(db):
    newest = MigrationLoader(connection).graph.leaf_nodes("timeline")[0]
    MigrationRecorder(connection).record_unapplied(*newest)
    with override_settings(ROOT_URLCONF=__name__):
        response = Client(raise_request_exception=False).get("/without-tables/")
    assert response.status_code == 503
    assert "manage.py migrate" in response.content.decode()


def test_a_form_without_its_token_is_told_what_to_do(db):
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "nour"})
    assert response.status_code == 403
    assert "load the page again" in response.content.decode()
