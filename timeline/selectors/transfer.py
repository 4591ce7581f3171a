"""The events of a timeline as records for files and feeds.

They are read some at a time: what is held in memory does not grow with their number.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import translation

from timeline import models
from timeline.dates import edtf, eras
from timeline.dates.words import in_words
from timeline.formats.records import (
    Elsewhere,
    EraRecord,
    EventRecord,
    Look,
    Medium,
    Named,
    Source,
    Support,
    TimelineRecord,
)
from timeline.models import Entity, Event, Evidence, Telling, Timeline
from timeline.selectors import listing, tellings
from timeline.selectors.memberships import Memberships
from timeline.selectors.rests import Address, Rest, medium_record, rests_of

# Events with all they rest on that are held at a time, some 5 MB.
BATCH = 400


def language_of(timeline: Timeline) -> str:
    """The language in which a timeline's dates are written: its own, where the interface has it."""
    languages = [code for code, _ in settings.LANGUAGES]
    return timeline.language if timeline.language in languages else languages[0]


def described(timeline: Timeline, address: Address) -> TimelineRecord:
    return TimelineRecord(
        address=address(reverse("timeline", args=[timeline.address_part])),
        title=timeline.title,
        introduction=timeline.introduction,
        language=timeline.language,
        changed=timeline.updated_at.isoformat(timespec="seconds"),
        cover=cover_of(timeline, address),
        credits=timeline.credits,
        eras=eras_of(timeline),
        look=look_of(timeline),
    )


def look_of(about: Timeline | Event) -> Look | None:
    return Look(**about.look) if about.look else None


def eras_of(timeline: Timeline) -> tuple[EraRecord, ...]:
    """In the language of the timeline."""
    language = language_of(timeline)
    with translation.override(language):
        return tuple(
            EraRecord(
                era.name, era.date.text, in_words(era.date, language, translate=translation.gettext)
            )
            for era in eras.read(timeline.eras)
        )


def cover_of(timeline: Timeline, address: Address) -> Medium | None:
    cover: models.Medium | None = getattr(timeline, "cover", None)
    return medium_record(cover, address) if cover else None


def records(timeline: Timeline, some: Memberships, address: Address) -> Iterator[EventRecord]:
    """`some` of the memberships of a timeline, in its order."""
    ids = listing.order(some).values_list("event", flat=True)
    rest = ids.iterator(chunk_size=BATCH)
    while batch := list(islice(rest, BATCH)):
        found = Event.objects.select_related("category").in_bulk(batch)
        yield from records_of([found[pk] for pk in batch if pk in found], timeline, address)


def records_of(events: Sequence[Event], timeline: Timeline, address: Address) -> list[EventRecord]:
    """These events as they are on the timeline, in its language."""
    language = language_of(timeline)
    rests = rests_of([event.pk for event in events], address)
    tellings.tell(timeline, events)
    for event in events:
        if event.telling:
            _tell(event.telling, rests[event.pk], address)
    whole = _addresses(timeline, address)
    with translation.override(language):
        return [_record(event, rests[event.pk], language, whole(event.pk)) for event in events]


def _tell(telling: Telling, rest: Rest, address: Address) -> None:
    """Put the timeline's media into `rest`, and keep there what the event has everywhere else."""
    media = [medium_record(medium, address) for medium in telling.media.all()]
    if telling.title or telling.summary or media:
        own = telling.event
        rest.elsewhere = Elsewhere(own.title, own.summary, tuple(rest.media))
    rest.media = media or rest.media


def records_of_items(
    items: Sequence[listing.Item], timeline: Timeline | None, address: Address
) -> list[EventRecord]:
    """The same of events that a page has read with all they rest on; without a timeline each in the
    language of the one that changed last of those that it is on."""
    prefetch_related_objects([item.event for item in items], "media")
    whole = _addresses(timeline, address)
    return [
        _record_of_item(
            item, language_of(timeline or item.timelines[0]), address, whole(item.event.pk)
        )
        for item in items
    ]


def _record_of_item(item: listing.Item, language: str, address: Address, at: str) -> EventRecord:
    rest = Rest(
        people=_named(item.people),
        places=_named(item.places),
        media=[medium_record(medium, address) for medium in item.event.media.all()],
        evidence=[_support(evidence) for evidence in item.evidence],
    )
    with translation.override(language):
        return _record(item.event, rest, language, at)


def _record(event: Event, rest: Rest, language: str, address: str) -> EventRecord:
    return EventRecord(
        id=event.pk,
        address=address,
        title=event.title,
        summary=event.summary,
        correction=event.correction,
        date=event.date,
        part=event.part,
        date_in_words=_in_words(event.date, event.part, language),
        category=event.category.key if event.category else "",
        category_name=event.category.label if event.category else "",
        importance=event.importance,
        featured=event.is_featured,
        changed=event.updated_at.isoformat(timespec="seconds"),
        people=tuple(rest.people),
        places=tuple(rest.places),
        media=tuple(rest.media),
        evidence=tuple(rest.evidence),
        elsewhere=rest.elsewhere,
        look=look_of(event),
    )


@lru_cache(maxsize=16_384)
def _in_words(date: str, part: str, language: str) -> str:
    """Events of a timeline share their dates; the language is that of the translations."""
    return in_words(edtf.parse(date), language, part=part, translate=translation.gettext)


def event_path(timeline: Timeline | None, pk: int) -> str:
    """The permanent page of an event; of one on a timeline that is not public, where it is on
    that."""
    if timeline is None or timeline.visibility == Timeline.Visibility.PUBLIC:
        return reverse("public_event", args=[pk])
    return reverse("event", args=[timeline.address_part, pk])


def _addresses(timeline: Timeline | None, address: Address) -> Callable[[int], str]:
    """That of the page of each event: to ask for every path takes longer than to read the event."""
    before, _number, after = event_path(timeline, 0).rpartition("0")
    return lambda pk: address(f"{before}{pk}{after}")


def _named(entities: Sequence[Entity]) -> list[Named]:
    return [Named(entity.name, entity.kind) for entity in entities]


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
