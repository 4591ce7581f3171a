"""The evidence, names and media of many events, as records: read as values, since a model object
for each of them takes ten times as long."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef

from timeline import models
from timeline.formats.records import Elsewhere, Medium, Named, Source, Support
from timeline.models import Article, ArticleAddress, Event, EventMedia, Evidence, Merge

# What makes of a path of this site a whole address.
Address = Callable[[str], str]


@dataclass(slots=True)
class Rest:
    """What an event has beside its own row; its strongest evidence comes first."""

    people: list[Named] = field(default_factory=list)
    places: list[Named] = field(default_factory=list)
    media: list[Medium] = field(default_factory=list)
    evidence: list[Support] = field(default_factory=list)
    elsewhere: Elsewhere | None = None


def rests_of(ids: Collection[int], address: Address) -> defaultdict[int, Rest]:
    """By the id of the event. The number of queries does not depend on that of the events."""
    rests: defaultdict[int, Rest] = defaultdict(Rest)
    for pk, *named in _named(Event.participants.through, ids):
        rests[pk].people.append(Named(*named))
    for pk, *named in _named(Event.places.through, ids):
        rests[pk].places.append(Named(*named))
    for medium in EventMedia.objects.filter(event__in=ids):
        rests[medium.event_id].media.append(medium_record(medium, address))
    for pk, support in _supports(ids):
        rests[pk].evidence.append(support)
    return rests


def in_their_order(evidence: Any) -> Any:
    """Evidence: an event's own before what merging brought."""
    brought: Any = Merge.evidence.through
    by_merging = Exists(brought.objects.filter(evidence=OuterRef("pk")))
    return evidence.annotate(by_merging=by_merging).order_by("by_merging", "id")


def medium_record(medium: models.Medium, address: Address) -> Medium:
    """What another site has stays as it was written."""
    url = medium.url or address(medium.address)
    return Medium(url, medium.credit, medium.alternative_text)


def _named(through: Any, ids: Collection[int]) -> Any:
    """In the order of `Entity`."""
    named = through.objects.filter(event__in=ids).order_by("entity__name", "entity_id")
    return named.values_list("event_id", "entity__name", "entity__kind")


def _supports(ids: Collection[int]) -> Iterator[tuple[int, Support]]:
    """Never an article's text."""
    evidence = in_their_order(Evidence.objects.with_quotes().filter(event__in=ids))
    fields = ("event_id", "kind", "article_id", "quote", "expression", "citation", "citation_url")
    rows = list(evidence.values_list(*fields))
    sources = _sources({row[2] for row in rows if row[2]})
    for event, kind, article, quote, expression, citation, url in rows:
        source = sources.get(article)
        if source is None:
            yield event, Support(kind, citation=citation, citation_url=url)
        else:
            yield event, Support(kind, quote or "", expression or "", source)


def _sources(articles: Collection[int]) -> dict[int, Source]:
    addresses = ArticleAddress.objects.filter(article__in=articles).order_by("-id")
    first = dict(addresses.values_list("article", "url"))
    fields = ("pk", "title", "publisher", "author", "language", "published_on")
    return {
        pk: Source(title, first.get(pk, ""), publisher, author, language, day.isoformat())
        for pk, title, publisher, author, language, day in Article.objects.filter(
            pk__in=articles
        ).values_list(*fields)
    }
