"""Events elsewhere in the store that may be the same as one found in an article.

Two tellings of one event overlap in time and share whom they name or the words they use. Names are
compared as entities, so that tellings in two languages can meet; where the languages differ and no
words can be shared, the very same date counts for more.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import F, Prefetch, Q, prefetch_related_objects

from timeline.models import Article, Event, Evidence
from timeline.selectors.desk.review import Found
from timeline.text import tokens

# Days: of dates longer than a year only equal ones are compared, or an event since 2011 would meet
# everything that has happened since.
_LONGEST = 366
# Events looked at for one article, the newest first, and conditions in one statement.
_MOST, _INTERVALS = 2000, 100
# So many are shown beside an event, and only what scores so high: tried on the sample's articles,
# whose edition says which tellings belong together (tests/selectors/test_twins.py).
SHOWN, _LEAST = 3, 0.44
# What the parts of a score are worth; the last, where the languages leave no words to compare.
_SAME_DATE, _SAME_TIME, _NAMES, _WORDS, _OTHER_LANGUAGE = 0.3, 0.13, 0.26, 0.44, 0.17
# Days: in a year too much happens for its name alone to be a sign.
_MONTH = 31
# Shorter words join sentences rather than tell anything, in most languages.
_TELLING = 4


@dataclass(slots=True)
class _Comparable:
    """What one event is compared by."""

    event: Event
    entities: set[int] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)


class Twin(NamedTuple):
    """An event that may be the same, and how alike the two are, from 0 to 1."""

    event: Event
    score: float


def twins(article: Article, found: Sequence[Found]) -> dict[int, list[Twin]]:
    """By the id of each event found in `article` the likeliest twins outside of it, best first;
    events without one are left out. Their evidence and its articles are loaded, without the texts.
    The number of queries grows with hundreds of events only."""
    others = _comparable(_candidates(article, [item.event for item in found]))
    own = _comparable([item.event for item in found])
    likely = {one.event.pk: _likeliest(one, others) for one in own}
    shown = {twin.event.pk: twin.event for some in likely.values() for twin in some}
    evidence = Evidence.objects.select_related("article").defer("article__text")
    prefetch_related_objects(list(shown.values()), Prefetch("evidence", evidence))
    return {pk: some for pk, some in likely.items() if some}


def _candidates(article: Article, events: Sequence[Event]) -> list[Event]:
    elsewhere = (
        Event.objects.exclude(status__in=(Event.Status.REJECTED, Event.Status.MERGED))
        .exclude(pk__in=Evidence.objects.filter(article=article).values("event"))
        .select_related("category")
        .order_by("-pk")
    )
    near = list(dict.fromkeys(map(_near, events)))
    found: dict[int, Event] = {}
    for at in range(0, len(near), _INTERVALS):
        some = elsewhere.filter(reduce(or_, near[at : at + _INTERVALS]))
        found |= {event.pk: event for event in some[:_MOST]}
    return list(found.values())


def _near(event: Event) -> Q:
    if event.last_day - event.first_day > _LONGEST:
        return Q(date=event.date)
    return Q(
        first_day__lte=event.last_day,
        last_day__gte=event.first_day,
        last_day__lte=F("first_day") + _LONGEST,
    )


def _comparable(events: Collection[Event]) -> list[_Comparable]:
    by_id = {event.pk: _Comparable(event, words=_telling(event.title)) for event in events}
    for pk, entity in _named(list(by_id)):
        by_id[pk].entities.add(entity)
    evidence = Evidence.objects.filter(event__in=list(by_id)).with_quotes()
    fields = ("event_id", "quote", "article__language")
    for pk, quote, language in evidence.values_list(*fields):
        by_id[pk].words |= _telling(quote or "")
        by_id[pk].languages.add(language or "")
    return list(by_id.values())


def _named(ids: Collection[int]) -> Iterator[tuple[int, int]]:
    for name in ("participants", "places"):
        through: Any = getattr(Event, name).through
        yield from through.objects.filter(event__in=ids).values_list("event_id", "entity_id")


def _telling(text: str) -> set[str]:
    return {word for word in tokens(text) if len(word) >= _TELLING}


def _likeliest(one: _Comparable, others: Sequence[_Comparable]) -> list[Twin]:
    scored = [Twin(other.event, _alike(one, other)) for other in others]
    likely = [twin for twin in scored if twin.score >= _LEAST]
    return sorted(likely, key=lambda twin: (-twin.score, twin.event.pk))[:SHOWN]


def _alike(one: _Comparable, other: _Comparable) -> float:
    if not _overlap(one.event, other.event):
        return 0.0
    score = _SAME_DATE if one.event.date == other.event.date else _SAME_TIME
    score += _NAMES * _shared(one.entities, other.entities)
    if one.languages & other.languages:
        return score + _WORDS * _shared(one.words, other.words)
    exact = one.event.last_day - one.event.first_day < _MONTH
    return score + (_OTHER_LANGUAGE if exact else 0)


def _overlap(one: Event, other: Event) -> bool:
    return one.first_day <= other.last_day and other.first_day <= one.last_day


def _shared(some: set[Any], others: set[Any]) -> float:
    """The overlap coefficient (Szymkiewicz-Simpson): how much of the smaller set both have. One
    thing in common is half of it at most: a country alone makes no twins."""
    return len(some & others) / max(min(len(some), len(others)), 2)
