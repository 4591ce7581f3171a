"""Events as JSON-LD in the words of schema.org, for search engines and other readers of pages.

A date of schema.org (ISO 8601) is only as exact as the source: October 2019 is "2019-10". What that
format cannot say, a decade or “about 1990”, stands in EDTF alone, as a date of Dublin Core.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import orjson

from timeline.dates import edtf
from timeline.dates.edtf import Date
from timeline.dates.scales import Precision
from timeline.formats.markup import link
from timeline.formats.records import EventRecord, Medium, Named, Source, Support, TimelineRecord

# Whole by itself, so that nobody has to fetch the vocabulary to read it.
CONTEXT = {
    "@vocab": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "url": {"@type": "@id"},
    "contentUrl": {"@type": "@id"},
}
_KINDS = {"person": "Person", "organisation": "Organization", "place": "Place"}
# ISO 8601 knows these and no others that EDTF adds.
_SHARED = (Precision.MINUTE, Precision.DAY, Precision.MONTH, Precision.YEAR)
_OF_A_YEAR = (Precision.SEASON, Precision.QUARTER, Precision.HALF)
# What could end the element that the text stands in; JSON has another way to write each.
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def event(record: EventRecord) -> dict[str, Any]:
    """A document of its own."""
    return {"@context": CONTEXT, **_event(record)}


def listed(
    timeline: TimelineRecord, events: Iterable[EventRecord], *, start: int, total: int
) -> dict[str, Any]:
    """A part of the events of a timeline: from the one at `start` (1 is the first) of `total`."""
    node = {
        "@context": CONTEXT,
        "@type": "ItemList",
        "@id": timeline.address,
        "url": timeline.address,
        "name": timeline.title,
        "description": timeline.introduction,
        "image": _medium(timeline.cover) if timeline.cover and link(timeline.cover.url) else "",
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "numberOfItems": total,
    }
    items = [
        {"@type": "ListItem", "position": position, "item": _event(record)}
        for position, record in enumerate(events, start)
    ]
    return {**_known(node), "itemListElement": items}


def in_html(node: dict[str, Any]) -> str:
    """The text of a `script` element of the type `application/ld+json`."""
    return orjson.dumps(node).decode().translate(_ESCAPED)


def _event(record: EventRecord) -> dict[str, Any]:
    node = {
        "@type": "Event",
        "@id": record.address,
        "url": record.address,
        "name": record.title,
        "description": record.summary,
        **_dates(edtf.parse(record.date)),
        "dcterms:date": {"@type": "edtf:EDTF", "@value": record.date},
        "about": [_named(each) for each in record.people],
        "location": [_named(each) for each in record.places],
        "image": [_medium(each) for each in record.media if link(each.url)],
        "subjectOf": [_support(each) for each in record.evidence if each.source or each.citation],
    }
    return _known(node)


def _known(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value not in ("", [])}


def _dates(date: Date) -> dict[str, str]:
    start, end = (_iso(side) if side else "" for side in edtf.sides(date))
    has_ends = date.precision in (Precision.RANGE, Precision.OPEN)
    return {"startDate": start, "endDate": end if has_ends else ""}


def _iso(date: Date) -> str:
    """ISO 8601, less exact where it has to be, "" where that would claim too much."""
    if date.approximate or date.uncertain:
        return ""
    if date.precision in _OF_A_YEAR:
        return date.text[: -len("-21")]
    return date.text if date.precision in _SHARED else ""


def _named(named: Named) -> dict[str, str]:
    return {"@type": _KINDS[named.kind], "name": named.name}


def _medium(medium: Medium) -> dict[str, str]:
    return {
        "@type": "ImageObject",
        "contentUrl": medium.url,
        "creditText": medium.credit,
        "caption": medium.alternative_text,
    }


def _support(support: Support) -> dict[str, Any]:
    if support.source is None:
        cited = {"name": support.citation, "url": link(support.citation_url)}
        return _known({"@type": "CreativeWork", **cited})
    return {"@type": "Quotation", "text": support.quote, "citation": _article(support.source)}


def _article(source: Source) -> dict[str, Any]:
    node = {
        "@type": "Article",
        "headline": source.title,
        "url": link(source.url),
        "publisher": _publishers(source.publisher),
        "creditText": source.author,
        "inLanguage": source.language,
        "datePublished": source.published_on,
    }
    return _known(node)


def _publishers(name: str) -> Sequence[dict[str, str]]:
    return [{"@type": "Organization", "name": name}] if name else []
