"""Titles, summaries and media that a file has for its timeline alone, stored with its events."""

from collections.abc import Mapping, Sequence

from timeline.formats.records import Elsewhere, EventRecord, Medium
from timeline.models import Picture, Telling, TellingMedia, Timeline
from timeline.services import memberships, rows
from timeline.services.batches import batches
from timeline.services.importing.drafts import Draft
from timeline.services.people import PUBLISH, User, demand, person
from timeline.services.pictures import fields_of
from timeline.services.search_index import index_tellings
from timeline.text import in_its_own_order


def store(
    *, drafts: Sequence[Draft], timeline: Timeline, user: User, pictures: Mapping[str, Picture]
) -> None:
    """Store what the file says of these events on this timeline alone. The events have just joined
    it.

    Raises PermissionDenied where there is anything to store and the user may not publish.
    """
    some = [draft for draft in drafts if draft.record.featured or draft.record.elsewhere]
    if not some:
        return
    demand(user, PUBLISH)
    tellings = [_telling(draft, timeline) for draft in some]
    rows.insert_with_history(tellings, person(user))
    rows.insert(
        [
            TellingMedia(telling=telling, position=position, **fields_of(medium, pictures))
            for telling, draft in zip(tellings, some, strict=True)
            for position, medium in enumerate(_media(draft.record))
        ]
    )
    for batch in batches([draft.event.pk for draft in some]):
        places = timeline.memberships.filter(event__in=batch).select_related("event")
        memberships.weigh(places=places)
        index_tellings(event_ids=batch)


def _telling(draft: Draft, timeline: Timeline) -> Telling:
    record = draft.record
    own = record.elsewhere or Elsewhere(record.title, record.summary)
    return Telling(
        timeline=timeline,
        event=draft.event,
        title=in_its_own_order(record.title) if record.title != own.title else "",
        summary=in_its_own_order(record.summary) if record.summary != own.summary else "",
        featured=record.featured,
    )


def _media(record: EventRecord) -> Sequence[Medium]:
    """Those that only the timeline shows."""
    other = record.elsewhere is not None and record.media != record.elsewhere.media
    return record.media if other else ()
