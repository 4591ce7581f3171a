"""Back to a version of a record: what belongs to the record beside its own fields comes back."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import Model

from timeline.models import Entity, EntityName, Picture, Telling, Timeline
from timeline.selectors.beside import Kind, Order, Rows, Versions
from timeline.services import memberships, search_index, tellings, ties, versions
from timeline.services.entities import compared


@transaction.atomic
def bring_back(*, record: Any, version: int) -> int:
    """Let a record that has been saved with the fields of a version have what belonged to it then,
    except for names that are a field of its form; how many things cannot come back, because their
    pictures are kept no longer."""
    model = type(record)
    kept = Versions(model, record.pk)
    lost = sum(
        _put_back(kind, record, kept.rows(version, name)) for name, kind in kept.kinds.items()
    )
    versions.renew(model=model, ids=[record.pk])
    if model in _FOLLOW:
        _FOLLOW[model](record)
    return lost


def _put_back(kind: Kind, record: Any, rows: list[Any]) -> int:
    if isinstance(kind, Rows):
        return _put_rows_back(kind, record, rows)
    if isinstance(kind, Order):
        ties.bring_back(timeline=record, days=rows)
    return 0


def _put_rows_back(kind: Rows, record: Model, rows: list[Any]) -> int:
    if kind.now([record.pk])[record.pk] == rows:
        return 0
    pictures = Picture.objects.in_bulk([row["picture"] for row in rows if row.get("picture")])
    coming = [row for row in rows if not row.get("picture") or row["picture"] in pictures]
    kind.model._default_manager.filter(**{kind.owner: record}).delete()
    for row in coming:
        made = kind.model(**{kind.owner: record, **_attributes(kind.model, row)})
        if isinstance(made, EntityName):
            made.folded = compared(made.name)
        made.save()
    return len(rows) - len(coming)


def _attributes(model: type[Model], row: dict[str, Any]) -> dict[str, Any]:
    names = {field.name: field.attname for field in model._meta.concrete_fields}
    return {names[name]: value for name, value in row.items()}


def _retell(entity: Entity) -> None:
    search_index.retell_entities(ids=[entity.pk])


def _touch(timeline: Timeline) -> None:
    memberships.touch(ids=[timeline.pk])


def _follow(telling: Telling) -> None:
    tellings.follow(telling=telling)


# Readers and search have what came back.
_FOLLOW: dict[type[Model], Callable[[Any], None]] = {
    Entity: _retell,
    Telling: _follow,
    Timeline: _touch,
}
