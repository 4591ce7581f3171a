"""Rows that are about to be deleted, as JSON: a record, what goes with it, and what refers to it.

A snapshot is {"tables": [{"model": "timeline.event", "fields": [...], "rows": [[...], ...]}, ...],
"links": [[model, id, field, value], ...]}: values as the database has them, instants in ISO 8601;
`links` are references that deleting empties.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.db.models import CASCADE, SET_NULL, Model

from timeline.models import EventIndex, TellingIndex, TimelineCount, Upload
from timeline.services.batches import batches

Snapshot = dict[str, list[Any]]
# By model, the rows of it.
Rows = dict[type[Model], list[Any]]
# By id, the numbers of the snapshots that a row is in.
_Owned = dict[Any, set[int]]

# What follows from other rows, and what is somebody's for a day alone.
_LEFT_OUT = (EventIndex, TellingIndex, TimelineCount, Upload)


def snapshots(wanted: Sequence[Mapping[type[Model], Iterable[int]]]) -> list[Snapshot]:
    """One of each of the wanted: of records, by model and id, and all rows that the database
    deletes with them; in a number of statements that hardly grows with theirs."""
    taken: list[Snapshot] = [{"tables": [], "links": []} for _each in wanted]
    found: dict[type[Model], _Owned] = defaultdict(lambda: defaultdict(set))
    waiting = list(_first(wanted).items())
    while waiting:
        model, owned = waiting.pop()
        new = {pk: numbers - found[model][pk] for pk, numbers in owned.items()}
        new = {pk: numbers for pk, numbers in new.items() if numbers}
        for pk, numbers in new.items():
            found[model][pk] |= numbers
        going = ((each.related_model, _follow(each, new, taken)) for each in _relations(model))
        waiting.extend((related, coming) for related, coming in going if coming)
    for model, owned in found.items():
        _add_tables(model, owned, taken)
    return taken


def _first(wanted: Sequence[Mapping[type[Model], Iterable[int]]]) -> dict[type[Model], _Owned]:
    first: dict[type[Model], _Owned] = defaultdict(lambda: defaultdict(set))
    for number, records in enumerate(wanted):
        for model, ids in records.items():
            for pk in ids:
                first[model][pk].add(number)
    return first


def _relations(model: type[Model]) -> Iterator[Any]:
    for field in model._meta.get_fields(include_hidden=True):
        refers = (field.one_to_many or field.one_to_one) and not field.concrete
        if refers and field.related_model not in _LEFT_OUT:
            yield field


def _follow(relation: Any, owned: _Owned, taken: Sequence[Snapshot]) -> _Owned:
    """The rows that go with the owned ones; of those that only refer to them, the links."""
    model, field = relation.related_model, relation.field
    coming: _Owned = defaultdict(set)
    if relation.on_delete not in (CASCADE, SET_NULL):
        return coming
    for some in batches(owned):
        rows = model._base_manager.filter(**{f"{field.name}__in": some}).order_by("pk")
        for pk, value in rows.values_list("pk", field.attname):
            if relation.on_delete is CASCADE:
                coming[pk] |= owned[value]
                continue
            for number in owned[value]:
                link = [model._meta.label_lower, pk, field.attname, value]
                taken[number]["links"].append(link)
    return coming


def _add_tables(model: type[Model], owned: _Owned, taken: Sequence[Snapshot]) -> None:
    names = [field.attname for field in model._meta.concrete_fields]
    key = names.index(model._meta.pk.attname) if model._meta.pk else 0
    rows: dict[int, list[Any]] = defaultdict(list)
    for some in batches(sorted(owned)):
        stored = model._base_manager.filter(pk__in=some).order_by("pk")
        for row in stored.values_list(*names):
            plain = [_plain(value) for value in row]
            for number in owned[row[key]]:
                rows[number].append(plain)
    for number, found in rows.items():
        table = {"model": model._meta.label_lower, "fields": names, "rows": found}
        taken[number]["tables"].append(table)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def rows_of(taken: Snapshot) -> Rows:
    """The rows of a snapshot as unsaved instances, without fields the models no longer have."""
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
