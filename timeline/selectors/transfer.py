"""The events of a timeline as records for files and feeds.

They are read some at a time: what is held in memory does not grow with their number.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import translation

from timeline import models
from timeline.dates import edtf
from timeline.dates.words import in_words
from timeline.formats.records import (
    EventRecord,
    Medium,
    Named,
    Source,
    Support,
    TimelineRecord,
)
from timeline.models import Entity, Event, Evidence, Timeline
from timeline.selectors import listing
from timeline.selectors.memberships import Memberships

# Events with all they rest on that are held at a time, some 5 MB.
BATCH = 400
# What makes of a path of this site a whole address.
Address = Callable[[str], str]


def language_of(timeline: Timeline) -> str:
    """The language in which a timeline's dates are told: its own, where the interface speaks it."""
    languages = [code for code, _ in settings.LANGUAGES]
    return timeline.language if timeline.language in languages else languages[0]


def described(timeline: Timeline, address: Address) -> TimelineRecord:
    return TimelineRecord(
        address=address(reverse("timeline", args=[timeline.slug])),
        title=timeline.title,
        introduction=timeline.introduction,
        language=timeline.language,
        changed=timeline.updated_at.isoformat(timespec="seconds"),
        cover=cover_of(timeline, address),
    )


def cover_of(timeline: Timeline, address: Address) -> Medium | None:
    cover: models.Medium | None = getattr(timeline, "cover", None)
    return _medium(cover, address) if cover else None


def records(timeline: Timeline, some: Memberships, address: Address) -> Iterator[EventRecord]:
    """`some` of the memberships of a timeline, in its order."""
    ids = listing.order(some).values_list("event", flat=True)
    rest = ids.iterator(chunk_size=BATCH)
    while batch := list(islice(rest, BATCH)):
        found = Event.objects.select_related("category").in_bulk(batch)
        yield from told([found[pk] for pk in batch if pk in found], timeline, address)


def told(events: Sequence[Event], timeline: Timeline, address: Address) -> list[EventRecord]:
    """These events, in the language of the timeline."""
    return retold(listing.items(events), timeline, address)


def retold(
    items: Sequence[listing.Item], timeline: Timeline | None, address: Address
) -> list[EventRecord]:
    """The same of events that a page has read with all they rest on; without a timeline each in the
    language of the one that changed last of those that it is on."""
    prefetch_related_objects([item.event for item in items], "media")
    return [_record(item, language_of(timeline or item.timelines[0]), address) for item in items]


def _record(item: listing.Item, language: str, address: Address) -> EventRecord:
    with translation.override(language):
        return _told(item, language, address)


def _told(item: listing.Item, language: str, address: Address) -> EventRecord:
    event = item.event
    date = edtf.parse(event.date)
    said = in_words(date, language, part=event.part, translate=translation.gettext)
    return EventRecord(
        id=event.pk,
        address=address(reverse("public_event", args=[event.pk])),
        title=event.title,
        summary=event.summary,
        correction=event.correction,
        date=event.date,
        part=event.part,
        date_in_words=said,
        category=event.category.key if event.category else "",
        category_name=event.category.label if event.category else "",
        importance=event.importance,
        changed=event.updated_at.isoformat(timespec="seconds"),
        people=_named(event.participants),
        places=_named(event.places),
        media=tuple(_medium(medium, address) for medium in event.media.all()),
        evidence=tuple(_support(evidence) for evidence in item.evidence),
    )


def _medium(medium: models.Medium, address: Address) -> Medium:
    """What another site has stays as it was written."""
    url = medium.url or address(medium.address)
    return Medium(url, medium.credit, medium.alternative_text)


def _named(entities: Any) -> tuple[Named, ...]:
    some: list[Entity] = list(entities.all())
    return tuple(Named(entity.name, entity.kind) for entity in some)


def _support(evidence: Evidence) -> Support:
    article = evidence.article
    if article is None:
        return Support(
            evidence.kind, citation=evidence.citation, citation_url=evidence.citation_url
        )
    source = Source(
        title=article.title,
        url=article.url,
        publisher=article.publisher,
        author=article.author,
        language=article.language,
        published_on=article.published_on.isoformat(),
    )
    return Support(evidence.kind, evidence.quote or "", evidence.expression or "", source)
