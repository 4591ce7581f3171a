"""Saved filters stay right when what they name is called otherwise."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction

from timeline.models import Article, Timeline
from timeline.services.timelines import refresh


@transaction.atomic
def rename_category(*, before: str, after: str) -> None:
    """The key of a category is another one."""
    _rename("categories", before, after)


@transaction.atomic
def rename_publisher(*, before: str, after: str) -> None:
    """An article has another publisher: where it was the last that named the one before, that
    publisher is called otherwise now."""
    if before and after and not Article.objects.filter(publisher=before).exists():
        _rename("sources", before, after)


def _rename(key: str, before: str, after: str) -> None:
    renamed = list[int]()
    for timeline in Timeline.objects.filter(saved_filter__isnull=False).order_by("pk"):
        saved = timeline.saved_filter or {}
        if before in (wanted := saved.get(key, [])):
            named = dict.fromkeys(after if each == before else each for each in wanted)
            timeline.saved_filter = {**saved, key: sorted(named)}
            timeline.save(update_fields=["saved_filter", "updated_at"])
            renamed.append(timeline.pk)
    # Who refreshes locks events before timelines.
    transaction.on_commit(partial(_refresh, renamed))


def _refresh(ids: Iterable[int]) -> None:
    for timeline in Timeline.objects.filter(pk__in=ids).order_by("pk"):
        refresh(timeline=timeline)
