"""Entities by their names: found where they are known, made where they are not."""

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain
from typing import cast

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from simple_history.utils import bulk_create_with_history

from timeline.extraction.findings import Kind, KnownName, Name
from timeline.models import Entity, EntityName, Event
from timeline.models.entity import NAME_LENGTH
from timeline.services.batches import batches
from timeline.services.locks import hold
from timeline.text import fold, in_its_own_order, tokens

Named = Entity | Name
# Words of one name that are looked for in an article; "United Nations Interim Force in Lebanon".
_NAME_WORDS = 6


def compared(name: str) -> str:
    """The form in which names are compared: folded words, so that hyphens and points, vowel
    signs and letter forms make no other person."""
    ordered = in_its_own_order(name)
    return (" ".join(tokens(ordered)) or fold(ordered))[:NAME_LENGTH]


def resolve(*, named: Iterable[Named], language: str = "") -> list[Entity]:
    """The entities named, each once, in their order; a name that is unknown becomes one.

    A name that several entities of its kind have is taken for the first of them.
    """
    return resolve_each(groups=[named], language=language)[0]


@transaction.atomic
def resolve_each(*, groups: Iterable[Iterable[Named]], language: str = "") -> list[list[Entity]]:
    """The same for each of several groups, which are looked up together. A name that is written in
    several ways is known by the first of them."""
    given = [list(group) for group in groups]
    wanted: dict[tuple[str, str], Name] = {}
    for one in chain.from_iterable(given):
        if isinstance(one, Name):
            wanted.setdefault((one.kind, compared(one.text)), one)
    known = _resolved(wanted, language)
    return [list(dict.fromkeys(_entity(one, known) for one in group)) for group in given]


def _resolved(
    wanted: Mapping[tuple[str, str], Name], language: str
) -> dict[tuple[str, str], Entity]:
    found = _found(wanted)
    if missing := wanted.keys() - found.keys():
        # Who waited here finds what the other made.
        hold("entities")
        found |= _found(missing)
        found |= _made([wanted[key] for key in wanted if key not in found], language)
    return found


def _entity(one: Named, known: Mapping[tuple[str, str], Entity]) -> Entity:
    return one if isinstance(one, Entity) else known[one.kind, compared(one.text)]


def _found(wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Entity]:
    found: dict[tuple[str, str], Entity] = {}
    for batch in batches({folded for _kind, folded in wanted}):
        names = EntityName.objects.filter(folded__in=batch).select_related("entity")
        for name in names.order_by("entity_id"):
            found.setdefault((name.entity.kind, name.folded), name.entity)
    return {key: found[key] for key in wanted if key in found}


def _made(names: Sequence[Name], language: str) -> dict[tuple[str, str], Entity]:
    entities = [
        Entity(kind=name.kind, name=in_its_own_order(name.text)[:NAME_LENGTH]) for name in names
    ]
    bulk_create_with_history(entities, Entity)
    add_names(entities=entities, language=language)
    return {(entity.kind, compared(entity.name)): entity for entity in entities}


def add_names(*, entities: Iterable[Entity], language: str = "") -> None:
    """Make the entities known by the names they carry."""
    EntityName.objects.bulk_create(
        (
            EntityName(
                entity=entity, name=entity.name, language=language, folded=compared(entity.name)
            )
            for entity in entities
        ),
        ignore_conflicts=True,
    )


def known_in(*, text: str) -> list[KnownName]:
    """The names in a text of entities that editors stand behind: those with a Wikidata id and those
    of published events. What only extraction found would confirm its own mistakes.
    """
    published = {"entity": OuterRef("pk"), "event__status": Event.Status.PUBLISHED}
    confirmed = Entity.objects.filter(
        ~Q(wikidata="")
        | Exists(Event.participants.through._default_manager.filter(**published))
        | Exists(Event.places.through._default_manager.filter(**published))
    )
    if not confirmed.exists():
        return []
    return [
        _known(entity)
        for ids in batches(sorted(_named_in(text)))
        for entity in confirmed.filter(pk__in=ids).prefetch_related("names").order_by("pk")
    ]


def _named_in(text: str) -> set[int]:
    """The entities that a text has a name of. Where there are fewer names than words, those are
    read, and of the words only what begins as one of them does; else the words are looked up."""
    words = tokens(text)
    names = EntityName.objects.order_by().values_list("entity", "folded")
    every = list(names[: len(words) + 1])
    if len(every) > len(words):
        looked_up = (names.filter(folded__in=some) for some in batches(_sequences(words)))
        return {entity for found in looked_up for entity, _folded in found}
    begun = {folded.partition(" ")[0] for _entity, folded in every}
    possible_names = _sequences(words, begun)
    return {entity for entity, folded in every if folded in possible_names}


def _known(entity: Entity) -> KnownName:
    kind = cast(Kind, entity.kind)  # the field's choices are those of `Kind`
    return KnownName(entity.name, kind, tuple(name.name for name in entity.names.all()))


def _sequences(words: Sequence[str], begun: Container[str] | None = None) -> set[str]:
    """Of the words as they follow each other, as many as a name may have; with `begun` those alone
    that begin with one of these."""
    return {
        " ".join(words[start : start + length])
        for start, first in enumerate(words)
        if begun is None or first in begun
        for length in range(1, _NAME_WORDS + 1)
    }
