"""Locks, all of them until the transaction ends; the package says in which order they are taken.

On SQLite a transaction is alone from its beginning (settings: IMMEDIATE), so only PostgreSQL has
something to do here.
"""

import zlib
from collections.abc import Iterable
from typing import TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet

from timeline.models import Article, Event, Timeline
from timeline.services.batches import batches

M = TypeVar("M", bound=Model)


def articles(*, ids: Iterable[int]) -> list[Article]:
    """The articles as they are now, by id, without their texts."""
    return _locked(Article.objects.defer("text"), ids)


def events(*, ids: Iterable[int]) -> list[Event]:
    """The events as they are now, by id."""
    return _locked(Event.objects.all(), ids)


def timelines(*, ids: Iterable[int]) -> list[Timeline]:
    """The timelines as they are now, by id."""
    return _locked(Timeline.objects.all(), ids)


def hold(name: str) -> None:
    """Wait until no other transaction holds `name`: for what no row stands for yet."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [zlib.crc32(name.encode())])


def refer(rows: QuerySet[M]) -> None:
    """Lock rows that were referred to: nobody may `keep_from_reference` until the transaction ends,
    anybody else may go on. The database itself does so only when the transaction commits."""
    if connection.vendor != "postgresql":
        return
    try:
        sql, params = rows.order_by("pk").values("pk").query.sql_with_params()
    except EmptyResultSet:  # rows of no id at all
        return
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} FOR KEY SHARE", params)


def keep_from_reference(rows: QuerySet[M]) -> list[int]:
    """The ids of rows, once all who referred to them have committed; who wants to refer to them
    from now on waits for this transaction."""
    return list(rows.order_by("pk").select_for_update().values_list("pk", flat=True))


def _locked(rows: QuerySet[M], ids: Iterable[int]) -> list[M]:
    # No writer changes a key, and without that lock the rows may still be referred to.
    free = rows.select_for_update(no_key=True).order_by("pk")
    return [row for batch in batches(sorted(set(ids))) for row in free.filter(pk__in=batch)]
