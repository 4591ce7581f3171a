"""What a visitor is told when the site itself fails."""

import sys

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import server_error


def failed(request: HttpRequest) -> HttpResponse:
    """Status 503 with what to do where the database was never set up or is older than the code;
    else 500."""
    if isinstance(sys.exception(), DatabaseError) and _lacks_migrations():
        # Without the request: who is signed in would be asked of that same database.
        return render(None, "not_set_up.html", status=503)
    return server_error(request)


def _lacks_migrations() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
