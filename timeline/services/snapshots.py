"""Rows that are about to be deleted, as JSON: a record, what goes with it, and what refers to it.

A snapshot is {"tables": [{"model": "timeline.event", "fields": [...], "rows": [[...], ...]}, ...],
"links": [[model, id, field, value], ...]}: values as the database has them, instants in ISO 8601;
`links` are references that deleting empties.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.apps import apps
from django.db.models import CASCADE, SET_NULL, Model

from timeline.models import EventIndex, TellingIndex, TimelineCount, Upload
from timeline.services.batches import batches

Snapshot = dict[str, list[Any]]
# By model, the rows of it.
Rows = dict[type[Model], list[Any]]

# What follows from other rows, and what is somebody's for a day alone.
_LEFT_OUT = (EventIndex, TellingIndex, TimelineCount, Upload)


def snapshot(records: Mapping[type[Model], Iterable[int]]) -> Snapshot:
    """Of records, by model and id, and all rows that the database deletes with them."""
    found: dict[type[Model], set[Any]] = defaultdict(set)
    links = list[list[Any]]()
    waiting = [(model, set(ids)) for model, ids in records.items()]
    while waiting:
        model, ids = waiting.pop()
        new = ids - found[model]
        found[model] |= new
        for relation in _relations(model):
            for some in batches(new):
                _follow(relation, some, waiting, links)
    tables = [_table(model, sorted(ids)) for model, ids in found.items() if ids]
    return {"tables": tables, "links": links}


def _relations(model: type[Model]) -> Iterator[Any]:
    for field in model._meta.get_fields(include_hidden=True):
        refers = (field.one_to_many or field.one_to_one) and not field.concrete
        if refers and field.related_model not in _LEFT_OUT:
            yield field


def _follow(relation: Any, ids: list[Any], waiting: list[Any], links: list[Any]) -> None:
    model, field = relation.related_model, relation.field
    rows = model._base_manager.filter(**{f"{field.name}__in": ids})
    if relation.on_delete is CASCADE:
        waiting.append((model, set(rows.values_list("pk", flat=True))))
    elif relation.on_delete is SET_NULL:
        told = rows.values_list("pk", field.attname)
        links.extend([model._meta.label_lower, pk, field.attname, value] for pk, value in told)


def _table(model: type[Model], ids: list[Any]) -> dict[str, Any]:
    names = [field.attname for field in model._meta.concrete_fields]
    rows = [
        [_plain(value) for value in row]
        for some in batches(ids)
        for row in model._base_manager.filter(pk__in=some).order_by("pk").values_list(*names)
    ]
    return {"model": model._meta.label_lower, "fields": names, "rows": rows}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def rows_of(taken: Snapshot) -> Rows:
    """The rows of a snapshot, not stored. Of what the models have lost since nothing is told."""
    found: Rows = {}
    for table in taken["tables"]:
        model = apps.get_model(table["model"])
        fields = {field.attname: field for field in model._meta.concrete_fields}
        found[model] = [
            model(
                **{
                    name: fields[name].to_python(value)
                    for name, value in zip(table["fields"], row, strict=True)
                    if name in fields
                }
            )
            for row in table["rows"]
        ]
    return found
