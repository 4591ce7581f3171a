"""The bin: what is deleted at the desk stays in it for a while, and can be brought back."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from timeline.models import Deleted, Event, GoneEvent, Medium
from timeline.models.deleted import KEPT
from timeline.selectors import public
from timeline.services import pictures
from timeline.services.batches import batches
from timeline.services.people import User, may, person
from timeline.services.snapshots import Snapshot, snapshot


def put(
    *,
    kind: str,
    record: Model,
    rows: Mapping[type[Model], Iterable[int]],
    user: User,
    reason: str = "",
) -> Deleted:
    """Keep a record, its `rows` and all that goes with them; call it before they are deleted, in
    the same transaction."""
    taken = snapshot(rows)
    kept = Deleted.objects.create(
        kind=kind,
        record=record.pk,
        title=str(record),
        deleted_by=person(user),
        reason=reason,
        content=taken,
    )
    for model in Medium.__subclasses__():
        kept.pictures.add(*_values(taken, model, "picture_id"))
    for ids in batches(_values(taken, Event, "id")):
        known = [GoneEvent(pk) for pk in public.known(ids)]
        GoneEvent.objects.bulk_create(known, ignore_conflicts=True)
    return kept


def _values(taken: Snapshot, model: type[Model], name: str) -> set[int]:
    tables = [t for t in taken["tables"] if t["model"] == model._meta.label_lower]
    values = {row[table["fields"].index(name)] for table in tables for row in table["rows"]}
    return values - {None}


def kinds_of(user: User) -> list[str]:
    """The kinds of records that somebody may delete, and so bring back."""
    return [kind for kind in Deleted.Kind.values if may(user, f"timeline.delete_{kind}")]


@transaction.atomic
def empty() -> int:
    """Take out for good what has been in the bin for long enough; how many records."""
    over = Deleted.objects.filter(deleted_at__lte=timezone.now() - KEPT)
    number = over.delete()[1].get(Deleted._meta.label, 0)
    pictures.sweep()
    transaction.on_commit(pictures.drop_orphans, robust=True)
    return number
