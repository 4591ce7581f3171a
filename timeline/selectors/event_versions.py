"""What the versions of an event say of whom it names and what shows it.

Of one version that is {"participants": [[id, name], ...], "places": [...], "media": [{"picture": id
or None, "url": ..., "credit": ..., "alternative_text": ..., "position": ...}, ...]}.
"""

from collections.abc import Collection
from functools import cached_property
from typing import Any

from timeline.models import Entity, Event, EventMedia, FormerEntity

Told = dict[str, list[Any]]
NAMED = ("participants", "places")
# Of a medium, beside its picture.
WORDS = ("url", "credit", "alternative_text", "position")


def told_now(ids: Collection[int]) -> dict[int, Told]:
    """What is so by now of some events, few enough for one statement."""
    found: dict[int, Told] = {pk: {"participants": [], "places": [], "media": []} for pk in ids}
    for name in NAMED:
        rows = getattr(Event, name).through.objects.filter(event__in=found).order_by("entity")
        for event, entity, called in rows.values_list("event", "entity", "entity__name"):
            found[event][name].append([entity, called])
    for medium in EventMedia.objects.filter(event__in=found).order_by("position", "id"):
        words = {name: getattr(medium, name) for name in WORDS}
        found[medium.event_id]["media"].append({"picture": medium.picture_id, **words})
    return found


class ToldVersions:
    """All versions of one event, by their ids. Where a version keeps nothing of names and media,
    nothing of these changed until the next that does, or until now."""

    def __init__(self, event_id: int) -> None:
        history: Any = Event.history
        kept = history.filter(id=event_id).order_by("-history_id")
        told = told_now([event_id])[event_id]
        self._told: dict[int, Told] = {}
        for version, said in kept.values_list("history_id", "told"):
            told = said or told
            self._told[version] = told

    def __contains__(self, version: int) -> bool:
        return version in self._told

    def of(self, version: int) -> Told:
        return self._told[version]

    def named(self, version: int, name: str) -> dict[int, str]:
        """Whom it names, by the ids and names of today: who went into another one is that one, and
        who is gone is called as then."""
        then = {self._heirs.get(pk, pk): called for pk, called in self._told[version][name]}
        return {pk: self._known.get(pk, called) for pk, called in then.items()}

    def still_there(self, version: int, name: str) -> list[int]:
        """Those of them who can be named again."""
        return [pk for pk in self.named(version, name) if pk in self._known]

    def media(self, version: int) -> list[str]:
        """Each medium by its text alternative and its credit."""
        media = self._told[version]["media"]
        return [f"{medium['alternative_text']} ({medium['credit']})" for medium in media]

    @cached_property
    def _heirs(self) -> dict[int, int]:
        former = FormerEntity.objects.filter(former__in=self._ids)
        return dict(former.values_list("former", "heir"))

    @cached_property
    def _known(self) -> dict[int, str]:
        ids = self._ids | set(self._heirs.values())
        return dict(Entity.objects.filter(pk__in=ids).values_list("pk", "name"))

    @cached_property
    def _ids(self) -> set[int]:
        every = self._told.values()
        return {pk for told in every for name in NAMED for pk, _called in told[name]}
