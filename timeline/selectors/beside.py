"""What the versions of a record keep beside its own fields: whom it names, what supports and shows
it, what else it is called, in which order a timeline has its events.

`told` of a version holds the rows of each kind in `BESIDE`, as the kind's `now` gives them.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, Protocol

from django.db.models import Model
from django.utils.text import Truncator
from django.utils.translation import gettext

from timeline.models import (
    Cover,
    Entity,
    EntityName,
    Event,
    EventMedia,
    Evidence,
    FormerEntity,
    Telling,
    TellingMedia,
    Timeline,
    TimelineEvent,
)

# Characters that tell one piece of evidence from the others.
_SHORTENED = 80
# By kind, its rows.
Kept = dict[str, list[Any]]
Words = Callable[[list[Any]], str]


class Kind(Protocol):
    """One kind of what belongs to records of one model."""

    @property
    def label(self) -> str: ...

    def now(self, ids: Collection[int]) -> dict[int, list[Any]]:
        """The rows of some records, few enough for one statement."""

    def words(self, every: Iterable[list[Any]]) -> Words:
        """What says rows in words; all that it will be asked for are given first."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a model of their own, each a dictionary of its `fields`, that belong to a record by a
    foreign key."""

    model: type[Model]
    owner: str
    fields: tuple[str, ...]
    wording: Callable[[dict[str, Any]], str]

    @property
    def label(self) -> str:
        meta = self.model._meta
        one = meta.get_field(self.owner).one_to_one
        return str(meta.verbose_name if one else meta.verbose_name_plural)

    def now(self, ids: Collection[int]) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = {pk: [] for pk in ids}
        rows = self.model._default_manager.filter(**{f"{self.owner}__in": found})
        ordered = rows.order_by(*(self.model._meta.ordering or ("id",)))
        for row in ordered.values(self.owner, *self.fields):
            found[row.pop(self.owner)].append(row)
        return found

    def words(self, every: Iterable[list[Any]]) -> Words:
        return lambda rows: gettext(", ").join(map(self.wording, rows))


@dataclass(frozen=True, slots=True)
class Named:
    """Whom or what an event names in a field of its form: pairs of id and name."""

    field: str

    @property
    def label(self) -> str:
        return str(getattr(Event._meta.get_field(self.field), "verbose_name", self.field))

    def now(self, ids: Collection[int]) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = {pk: [] for pk in ids}
        through = getattr(Event, self.field).through
        rows = through.objects.filter(event__in=found).order_by("entity")
        for event, entity, called in rows.values_list("event", "entity", "entity__name"):
            found[event].append([entity, called])
        return found

    def words(self, every: Iterable[list[Any]]) -> Words:
        names = Names(chain.from_iterable(every))
        return lambda rows: gettext(", ").join(sorted(names.of(rows).values()))


class Names:
    """Entities by the ids and names of today: who went into another one is that one, and who is
    gone is called as then."""

    def __init__(self, pairs: Iterable[Any]) -> None:
        self._ids = {pk for pk, _called in pairs}

    def of(self, pairs: Iterable[Any]) -> dict[int, str]:
        then = {self._heirs.get(pk, pk): called for pk, called in pairs}
        return {pk: self._known.get(pk, called) for pk, called in then.items()}

    def still_there(self, pairs: Iterable[Any]) -> list[int]:
        """Those of them that still exist, so that an event can refer to them again."""
        return [pk for pk in self.of(pairs) if pk in self._known]

    @cached_property
    def _heirs(self) -> dict[int, int]:
        former = FormerEntity.objects.filter(former__in=self._ids)
        return dict(former.values_list("former", "heir"))

    @cached_property
    def _known(self) -> dict[int, str]:
        ids = self._ids | set(self._heirs.values())
        return dict(Entity.objects.filter(pk__in=ids).values_list("pk", "name"))


class Support:
    """What an event rests on: pairs of the id of a piece of evidence and its words. Going back to a
    version leaves evidence as it is; merging and splitting move it."""

    @property
    def label(self) -> str:
        return str(Evidence._meta.verbose_name)

    def now(self, ids: Collection[int]) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = {pk: [] for pk in ids}
        rows = Evidence.objects.filter(event__in=found).with_quotes().order_by("id")
        fields = ("event", "id", "quote", "citation")
        for event, pk, quote, citation in rows.values_list(*fields):
            found[event].append([pk, Truncator(quote or citation).chars(_SHORTENED)])
        return found

    def words(self, every: Iterable[list[Any]]) -> Words:
        editors = str(Evidence.Kind.EDITORS.label)
        return lambda rows: " · ".join(said or editors for _pk, said in rows)


class Order:
    """The events that a timeline has in an order of its own: pairs of a day and their ids."""

    @property
    def label(self) -> str:
        return gettext("order within a day")

    def now(self, ids: Collection[int]) -> dict[int, list[Any]]:
        found: dict[int, dict[int, list[int]]] = {pk: {} for pk in ids}
        moved = TimelineEvent.objects.filter(timeline__in=found, tie__lt=0)
        rows = moved.order_by("sort_day", "tie", "event")
        for timeline, day, event in rows.values_list("timeline", "sort_day", "event"):
            found[timeline].setdefault(day, []).append(event)
        return {pk: [list(pair) for pair in days.items()] for pk, days in found.items()}

    def words(self, every: Iterable[list[Any]]) -> Words:
        ids = {event for days in every for _day, events in days for event in events}
        titles = dict(Event.objects.filter(pk__in=ids).values_list("pk", "title"))

        def said(days: list[Any]) -> str:
            told = ([titles[pk] for pk in events if pk in titles] for _day, events in days)
            return " · ".join(gettext(", ").join(each) for each in told if each)

        return said


def _medium(row: Mapping[str, Any]) -> str:
    return f"{row['alternative_text']} ({row['credit']})"


def _name(row: Mapping[str, Any]) -> str:
    return f"{row['name']} ({row['language']})" if row["language"] else str(row["name"])


_SHOWN = ("picture", "url", "credit", "alternative_text")
BESIDE: dict[type[Model], dict[str, Kind]] = {
    Event: {
        "participants": Named("participants"),
        "places": Named("places"),
        "evidence": Support(),
        "media": Rows(EventMedia, "event", (*_SHOWN, "position"), _medium),
    },
    Entity: {"names": Rows(EntityName, "entity", ("name", "language"), _name)},
    Timeline: {"cover": Rows(Cover, "timeline", _SHOWN, _medium), "order": Order()},
    Telling: {"media": Rows(TellingMedia, "telling", (*_SHOWN, "position"), _medium)},
}


def told_now(model: type[Model], ids: Collection[int]) -> dict[int, Kept]:
    """What is so by now of some records, few enough for one statement."""
    found: dict[int, Kept] = {pk: {} for pk in ids}
    for name, kind in BESIDE[model].items():
        for pk, rows in kind.now(ids).items():
            found[pk][name] = rows
    return found


class Versions:
    """What all versions of one record keep beside its fields, by their ids. Where one keeps
    nothing of a kind, nothing of that changed until the next that does, or until now."""

    def __init__(self, model: Any, pk: int) -> None:
        self.kinds = BESIDE.get(model, {})
        self._kept: dict[int, Kept] = {}
        self._words: dict[str, Words] = {}
        if not self.kinds:
            return
        told = told_now(model, [pk])[pk]
        kept = model.history.filter(**{model._meta.pk.attname: pk}).order_by("-history_id")
        for version, said in kept.values_list("history_id", "told"):
            told = {**told, **(said or {})}
            self._kept[version] = told

    def __contains__(self, version: int) -> bool:
        return version in self._kept

    def rows(self, version: int, name: str) -> list[Any]:
        return self._kept[version].get(name, [])

    def words(self, version: int, name: str) -> str:
        if name not in self._words:
            every = [told.get(name, []) for told in self._kept.values()]
            self._words[name] = self.kinds[name].words(every)
        return self._words[name](self.rows(version, name))

    def still_there(self, version: int, name: str) -> list[int]:
        """The entities of a version that still exist, so that an event can refer to them again."""
        pairs = self.rows(version, name)
        return Names(pairs).still_there(pairs)
