"""Versions of records that keep what belongs to these, too (`selectors.beside`).

Simple_history writes a version when the record itself is saved, before its names, media and the
like are. So who changes any of these says so twice: `complete` before, `renew` after, in one
transaction.
"""

from collections.abc import Collection
from typing import Any

from django.db.models import Max

from timeline.selectors.beside import BESIDE, told_now
from timeline.services.batches import batches


def complete(*, model: Any, ids: Collection[int]) -> None:
    """Before a change: fill in what belongs to each record in its latest version, where that is
    empty."""
    _tell(model, ids, told__isnull=True)


def renew(*, model: Any, ids: Collection[int]) -> None:
    """After a change: write what belongs to each record now into its latest version."""
    _tell(model, ids)


def _tell(model: Any, ids: Collection[int], **which: Any) -> None:
    if model not in BESIDE:
        return
    for some in batches(ids):
        of_each = model.history.filter(id__in=some).order_by().values("id")
        latest = of_each.annotate(last=Max("history_id")).values_list("last", flat=True)
        found = list(model.history.filter(history_id__in=list(latest), **which))
        current = told_now(model, [version.id for version in found])
        for version in found:
            version.told = current[version.id]
        model.history.bulk_update(found, ["told"], batch_size=100)
