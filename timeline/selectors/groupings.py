"""What events are grouped by in lanes and filters where one may belong to several groups or to
none: whom it names, where it happened, which sources report it."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import CharField, Count, F, Q, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from django.utils.translation import get_language

from timeline.models import Entity, EntityName, Event, Evidence
from timeline.selectors import source_keys


class Grouping(ABC):
    """`path` leads from a membership to what it is told apart by, `lane` is the key of that, a
    text; `number` counts the memberships of a lane once that the path was followed, and of `every`
    cause the events of a lane."""

    path: str
    lane: Combinable
    number: Count

    @abstractmethod
    def lies_in(self, keys: Iterable[str]) -> Q:
        """The condition that a membership whose path was followed lies in one of these lanes."""

    @abstractmethod
    def every(self) -> QuerySet[Any]:
        """The rows that put events into any lane, each with its `event` and its `lane`."""

    @abstractmethod
    def causes(self, keys: Iterable[str]) -> QuerySet[Any]:
        """Those that put events into these lanes."""

    @abstractmethod
    def names(self, keys: Iterable[str]) -> Mapping[str, str]:
        """What the lanes are called in the language of whoever looks."""


class ByEntity(Grouping):
    """`field` is one of Event's: participants, places."""

    number = Count("id")

    def __init__(self, field: str) -> None:
        self.path = f"event__{field}"
        self.lane = Cast(F(self.path), CharField())
        self._through: Any = getattr(Event, field).through

    def lies_in(self, keys: Iterable[str]) -> Q:
        return Q(**{f"{self.path}__in": [int(key) for key in keys]})

    def every(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = self._through.objects.annotate(lane=Cast("entity", CharField()))
        return rows

    def causes(self, keys: Iterable[str]) -> QuerySet[Any]:
        return self.every().filter(entity__in=[int(key) for key in keys])

    def names(self, keys: Iterable[str]) -> Mapping[str, str]:
        return {str(pk): name for pk, name in entity_names([int(key) for key in keys]).items()}


class BySource(Grouping):
    """By the keys of `selectors.source_keys`."""

    path = "event__evidence__article"
    lane = source_keys.key_of(path)
    # Told twice by one source, an event counts once.
    number = Count("event", distinct=True)

    def lies_in(self, keys: Iterable[str]) -> Q:
        return source_keys.is_from(source_keys.sources_of(keys), self.path)

    def every(self) -> QuerySet[Any]:
        evidence = Evidence.objects.filter(article__isnull=False).order_by()
        return evidence.annotate(lane=source_keys.key_of("article"))

    def causes(self, keys: Iterable[str]) -> QuerySet[Any]:
        return self.every().filter(source_keys.is_from(source_keys.sources_of(keys)))

    def names(self, keys: Iterable[str]) -> Mapping[str, str]:
        return source_keys.labels_of(keys)


GROUPINGS: Mapping[str, Grouping] = {
    "person": ByEntity("participants"),
    "place": ByEntity("places"),
    "source": BySource(),
}


def entity_names(ids: Iterable[int]) -> dict[int, str]:
    """Names in the reader's language where they are known."""
    wanted = list(ids)
    names = dict(Entity.objects.filter(pk__in=wanted).values_list("pk", "name"))
    spoken = EntityName.objects.filter(entity__in=wanted, language=get_language() or "")
    return names | dict(spoken.order_by("-id").values_list("entity", "name"))
