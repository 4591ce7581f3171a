"""The pages for errors: what a visitor reads when the site itself fails."""

import sys
from collections.abc import Callable
from inspect import unwrap

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults

from timeline.dates.messages import megabytes

# Django's pages without what it puts around them, which looks for the token of a form: where it was
# the form that could not be read, they would fail of it, too.
_Page = Callable[..., HttpResponse]
_bad_request: _Page = unwrap(defaults.bad_request)
_server_error: _Page = unwrap(defaults.server_error)
not_there: _Page = unwrap(defaults.page_not_found)
not_open: _Page = unwrap(defaults.permission_denied)
# How SQLite says that another writer did not come to an end while this one waited.
_LOCKED = "database is locked"


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Status 413 for a form that holds more than any may; else 400."""
    if isinstance(exception, RequestDataTooBig):
        return render(
            request, "413.html", {"limit": megabytes(settings.MAX_ARTICLE_BYTES)}, status=413
        )
    return _bad_request(request, exception)


def failed(request: HttpRequest) -> HttpResponse:
    """Status 503 with what to do where the database was never set up or is older than the code, and
    where another writer held it for too long; else 500."""
    error = sys.exception()
    # Without the request: who is signed in would be asked of that same database.
    if isinstance(error, OperationalError) and _LOCKED in str(error):
        return render(None, "busy.html", status=503)
    if isinstance(error, DatabaseError) and _lacks_migrations():
        return render(None, "not_set_up.html", status=503)
    return _server_error(request)


def _lacks_migrations() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
