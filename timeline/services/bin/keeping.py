"""The bin: what is deleted at the desk stays in it for a while, and can be brought back."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from timeline.models import Deleted, Event, GoneEvent, Medium
from timeline.models.deleted import KEPT
from timeline.selectors import public
from timeline.services import pictures
from timeline.services.batches import batches
from timeline.services.bin.snapshots import Snapshot, snapshots
from timeline.services.people import User, may, person

# A record, and the rows that go with it, by model and id.
Going = tuple[Model, Mapping[type[Model], Iterable[int]]]
# Records that are stored by one statement: each may hold all that an article tells.
_AT_ONCE = 50


def put(*, kind: str, going: Sequence[Going], user: User, reason: str = "") -> None:
    """Keep records of one kind, each with its rows and all that goes with these; call it before
    they are deleted, in the same transaction."""
    for some in batches(going, size=_AT_ONCE):
        taken = snapshots([rows for _record, rows in some])
        kept = Deleted.objects.bulk_create(
            Deleted(
                kind=kind,
                record=record.pk,
                title=str(record),
                deleted_by=person(user),
                reason=reason,
                content=content,
            )
            for (record, _rows), content in zip(some, taken, strict=True)
        )
        _keep_pictures(kept)
        _keep_addresses(taken)


def _keep_pictures(kept: Iterable[Deleted]) -> None:
    shown = Deleted.pictures.through
    shown._default_manager.bulk_create(
        shown(deleted_id=each.pk, picture_id=picture)
        for each in kept
        for model in Medium.__subclasses__()
        for picture in _values(each.content, model, "picture_id")
    )


def _keep_addresses(taken: Iterable[Snapshot]) -> None:
    """Record which deleted events were public, so that their addresses answer 410 (gone)."""
    events = chain.from_iterable(_values(each, Event, "id") for each in taken)
    for ids in batches(set(events)):
        known = [GoneEvent(pk) for pk in public.known(ids)]
        GoneEvent.objects.bulk_create(known, ignore_conflicts=True)


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
