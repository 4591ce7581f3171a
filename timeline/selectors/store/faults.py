"""What is wrong in the store: the rules that no constraint of a database can hold."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from django.core.files.storage import default_storage
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When

from timeline.dates import edtf
from timeline.models import (
    Article,
    Event,
    Evidence,
    Picture,
    Telling,
    Timeline,
    TimelineCount,
    TimelineEvent,
)
from timeline.models.ranking import FEATURED, REACHES, prominence
from timeline.selectors.store import event_words, telling_words
from timeline.selectors.store.counts import counted
from timeline.text import digest

# Rows held in memory at a time; texts may have megabytes.
_ROWS, _TEXTS = 2000, 20


def faults() -> Iterator[str]:
    """Every fault in one sentence, with the row it is in; nothing where all is well."""
    for check in CHECKS:
        yield from check()


def _articles() -> Iterator[str]:
    """Digests agree with texts, and evidence lies inside them."""
    for article in Article.objects.order_by("pk").iterator(chunk_size=_TEXTS):
        if digest(article.text) != article.text_sha256:
            yield f"Article {article.pk}: its digest is not that of its text."
        outside = Evidence.objects.filter(article=article).order_by("pk")
        for evidence in outside.iterator(chunk_size=_ROWS):
            yield from _offsets(evidence, len(article.text))


def _offsets(evidence: Evidence, length: int) -> Iterator[str]:
    for name in ("quote", "expression"):
        end = getattr(evidence, f"{name}_end")
        if end is not None and end > length:
            yield (
                f"Evidence {evidence.pk}: its {name} ends at {end}, "
                f"its article {evidence.article_id} at {length}."
            )


def _events() -> Iterator[str]:
    """Days agree with dates, and every event rests on something, if only on what its heir has."""
    for event in Event.objects.order_by("pk").iterator(chunk_size=_ROWS):
        try:
            date = edtf.parse(event.date)
        except edtf.DateError as error:
            yield f"Event {event.pk}: {error}"
            continue
        derived = (date.first_day, date.last_day, date.sort_day)
        if (event.first_day, event.last_day, event.sort_day) != derived:
            yield f"Event {event.pk}: its days are not those of its date {event.date}."
    for pk in _ids(Event.objects.filter(evidence=None, heir=None)):
        yield f"Event {pk}: it has no evidence."


def _memberships() -> Iterator[str]:
    """What timelines copied agrees with the events."""
    tellings = Telling.objects.filter(timeline=OuterRef("timeline"), event=OuterRef("event"))
    featured = Exists(tellings.filter(featured=True))
    weight = F("event__importance") + Case(When(featured, then=FEATURED), default=0)
    agreeing = TimelineEvent.objects.filter(
        first_day=F("event__first_day"),
        last_day=F("event__last_day"),
        sort_day=F("event__sort_day"),
        importance=F("event__importance"),
        prominence=prominence(weight, F("event_id")),
    ).filter(_reaching())
    same = agreeing.filter(category=F("event__category")) | agreeing.filter(
        category=None, event__category=None
    )
    published = Event.Status.PUBLISHED
    right = same.filter(visible=True, event__status=published) | same.filter(visible=False).exclude(
        event__status=published
    )
    for pk in _ids(TimelineEvent.objects.exclude(pk__in=right.values("pk"))):
        yield f"Membership {pk}: what it copied is not what its event says."


def _reaching() -> Q:
    longest = Q(reach=len(REACHES), last_day__gte=F("first_day") + REACHES[-1])
    for number, (least, most) in enumerate(pairwise((0, *REACHES))):
        within = Q(last_day__gte=F("first_day") + least, last_day__lt=F("first_day") + most)
        longest |= Q(reach=number) & within
    return longest


def _counts() -> Iterator[str]:
    """What was counted agrees with the memberships."""
    for timeline in Timeline.objects.order_by("pk").iterator(chunk_size=_ROWS):
        wrong = _stored(timeline) ^ set(counted(timeline))
        for level, bucket in sorted({(level, bucket) for (level, bucket, _), _ in wrong}):
            yield f"Timeline {timeline.pk}: its count in bucket {bucket} of level {level} is wrong."


def _stored(timeline: Timeline) -> set[tuple[tuple[int, int, int | None], int]]:
    fields = ("level", "bucket", "category_id", "count")
    rows = TimelineCount.objects.filter(timeline=timeline).values_list(*fields)
    return {((level, bucket, category), count) for level, bucket, category, count in rows}


def _pictures() -> Iterator[str]:
    """What is shown as a picture is there as a file."""
    for picture in Picture.objects.order_by("pk").iterator(chunk_size=_ROWS):
        if not default_storage.exists(picture.name):
            yield f"Picture {picture.pk}: its file {picture.name} is missing."


def _ids(rows: QuerySet[Any]) -> Iterator[int]:
    return rows.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=_ROWS)


CHECKS: tuple[Callable[[], Iterator[str]], ...] = (
    _articles,
    _events,
    _memberships,
    _counts,
    _pictures,
    event_words.faults,
    telling_words.faults,
)
