"""The sample that ships with Dateline: articles on one story, and the timeline made of them.

All articles go the usual road, so that the desk has something to review; `edition.toml` tells which
of the events found in them were accepted, and under which title. An event that several articles
tell has evidence from each of them. It tells, too, which names are of the same person,
organisation or place, and whom an event names where extraction read it otherwise.
"""

import tomllib
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.db import transaction

from timeline.extraction.findings import Kind, Name
from timeline.fetching.document import Document
from timeline.fetching.documents import read_documents
from timeline.models import Article, Category, Event, Evidence, Timeline
from timeline.services.entities import resolve
from timeline.services.entity_merging import merge_entities
from timeline.services.events import update_event
from timeline.services.ingest import Defaults, Result, ingest_document
from timeline.services.merging import merge
from timeline.services.timelines import create_timeline, publish_events

FOLDER = Path(settings.BASE_DIR) / "timeline" / "sample"
SLUG = "three-visits-to-tehran"
# The articles that were stored, by their ids.
Articles = dict[str, Article]


class SampleError(RuntimeError):
    """The sample cannot be made; the message is one sentence that says where it fails."""


def is_wanted() -> bool:
    """Only an empty database takes the sample: what somebody deleted does not come back."""
    return not (Article.objects.exists() or Timeline.objects.exists())


def slug() -> str:
    """The address of the sample, or "" where it is gone."""
    return SLUG if Timeline.objects.filter(slug=SLUG).exists() else ""


@transaction.atomic
def publish() -> Timeline:
    """Take in all the articles and publish the edition, or raise `SampleError` and do nothing."""
    edition = tomllib.loads((FOLDER / "edition.toml").read_text(encoding="utf-8"))
    articles = {str(document.id): stored(document) for document in documents()}
    timeline = create_timeline(
        slug=SLUG,
        title=edition["title"],
        introduction=edition["introduction"],
        language=edition["language"],
    )
    for entry in edition["names"]:
        _known_in_both(entry)
    events = [_edited(entry, articles) for entry in edition["events"]]
    publish_events(events=events, timeline=timeline, user=None)
    return timeline


def documents() -> list[Document]:
    """The sample articles, in the order of their file names."""
    read = [
        found
        for path in sorted(FOLDER.glob("*.json"))
        for found in read_documents(path.name, path.read_bytes())
    ]
    for found in read:
        if not isinstance(found, Document):
            raise SampleError(found.sentence)
    return [found for found in read if isinstance(found, Document)]


def stored(document: Document) -> Article:
    outcome = ingest_document(document=document, defaults=Defaults())
    if outcome.result is Result.FAILED or outcome.article is None:
        raise SampleError(f"The sample article “{document.title}”: {outcome.error}")
    return outcome.article


def _known_in_both(entry: dict[str, str]) -> None:
    """One person, organisation or place in place of the two that articles in English and Arabic
    named."""
    kind = cast(Kind, entry["kind"])
    heir, *others = (
        entity
        for language in ("en", "ar")
        for entity in resolve(named=[Name(entry[language], kind)], language=language)
    )
    merge_entities(entities=others, heir=heir, user=None)


def _edited(entry: dict[str, Any], articles: Articles) -> Event:
    """The event that the first telling gave, into which the others are merged."""
    first, *others = [told(telling, entry["date"], articles) for telling in entry["told"]]
    merge(events=[other.event for other in others], heir=first.event, user=None)
    return update_event(
        event=first.event,
        user=None,
        language="en",
        title=entry["title"],
        category=Category.objects.get(key=entry["category"]),
        importance=entry.get("importance", 0),
        **_named(entry),
    )


def _named(entry: dict[str, Any]) -> dict[str, Any]:
    """Whom and what the event is said to name, where that is not as it was found."""
    return {
        field: [
            Name(text, cast(Kind, kind)) for kind, texts in entry[field].items() for text in texts
        ]
        for field in ("participants", "places")
        if field in entry
    }


def told(telling: dict[str, str], date: str, articles: Articles) -> Evidence:
    """What extraction found on that date in that article, where it quotes those words."""
    article = articles[telling["in"]]
    for evidence in article.evidence.filter(event__date=date).select_related("event", "article"):
        if telling["words"] in article.text[evidence.quote_start : evidence.quote_end]:
            return evidence
    raise SampleError(
        f"The sample article {telling['in']} gives no event on {date} with the words "
        f"“{telling['words']}”."
    )
