"""Timelines: made, filled, refreshed and counted."""

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count
from django.utils.text import slugify

from timeline.models import Category, Event, Evidence, Timeline, TimelineCount, TimelineEvent
from timeline.selectors.filtering.saved_filter import matching
from timeline.services import counts, locks, memberships, review
from timeline.services.batches import batches
from timeline.services.people import PUBLISH, User, demand, sign
from timeline.text import in_its_own_order

DEFAULT_LANGUAGE = "en"
# Leaves room in the field for a number that tells two of the same title apart.
_SLUG_LENGTH = 100
_WORDS = ("title", "introduction", "credits", "eras")


def create_timeline(
    *, title: str, slug: str = "", language: str = "", user: User = None, **fields: Any
) -> Timeline:
    """A new timeline, a draft unless `visibility` says otherwise; `fields` are those of the model.
    Its address is made from the title, with a number where another timeline has that already.

    Raises ValidationError for what no timeline can have, PermissionDenied where the user may not
    make timelines, or not publish one.
    """
    demand(user, "timeline.add_timeline")
    timeline = Timeline(title=title.strip(), language=language or DEFAULT_LANGUAGE, **fields)
    if timeline.visibility != Timeline.Visibility.DRAFT:
        demand(user, PUBLISH)
    _check(timeline)
    sign(timeline, user)
    wanted = slugify(slug or title, allow_unicode=True)[:_SLUG_LENGTH]
    return _at_free_address(timeline, wanted or "timeline")


def _check(timeline: Timeline) -> None:
    for name in _WORDS:
        setattr(timeline, name, in_its_own_order(getattr(timeline, name)))
    timeline.clean()
    timeline.clean_fields(exclude=("slug", "saved_filter"))


def _at_free_address(timeline: Timeline, wanted: str) -> Timeline:
    """Store it; again at another address where somebody takes the one that was free meanwhile."""
    while True:
        timeline.slug = free_slug(wanted)
        try:
            return _saved(timeline)
        except IntegrityError:
            if not Timeline.objects.filter(slug=timeline.slug).exists():
                raise


@transaction.atomic
def _saved(timeline: Timeline) -> Timeline:
    timeline.save()
    if timeline.saved_filter is not None:
        refresh(timeline=timeline)
    return timeline


def free_slug(wanted: str) -> str:
    """An address that no timeline has: the wanted one, or one with a number behind it."""
    taken = set(Timeline.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (wanted, *numbered) if slug not in taken)


@transaction.atomic
def publish_events(
    *, events: Iterable[Event], timeline: Timeline, user: User, reason: str = ""
) -> None:
    """Accept events (`reason` says in their history why), put them on a timeline, and let readers
    see it; one that a private link shows stays with that.

    PermissionDenied where the user may not change events and timelines, and publish.
    """
    given = list(events)
    ids = [event.pk for event in given]
    review.lock(ids=ids)
    memberships.lock_timelines_of(event_ids=ids, also=[timeline.pk])
    review.accept(events=given, user=user, reason=reason)
    add_events(events=given, timeline=timeline, user=user)
    demand(user, "timeline.change_timeline", PUBLISH)
    if timeline.visibility == Timeline.Visibility.DRAFT:
        show(timeline=timeline, user=user)


@transaction.atomic
def show(*, timeline: Timeline, user: User) -> None:
    """Let readers see a timeline. PermissionDenied where the user may not publish."""
    demand(user, "timeline.change_timeline", PUBLISH)
    if timeline.visibility != Timeline.Visibility.PUBLIC:
        timeline.visibility = Timeline.Visibility.PUBLIC
        sign(timeline, user)
        timeline.save(update_fields=["visibility", "updated_at"])
        touch(timeline=timeline)


@transaction.atomic
def add_events(*, events: Iterable[Event], timeline: Timeline, user: User = None) -> int:
    """Put events on a timeline by hand; they show once they are published. How many are new."""
    demand(user, "timeline.change_timeline")
    current = locks.events(ids=[event.pk for event in events])
    added = memberships.add(events=current, timeline=timeline, by_hand=True)
    timeline.refresh_from_db(fields=["version", "updated_at"])
    return added


@transaction.atomic
def remove_events(*, events: Iterable[Event], timeline: Timeline, user: User = None) -> int:
    """Take events off a timeline, so that its filter does not bring them back; the events stay. How
    many were on it."""
    demand(user, "timeline.change_timeline")
    current = locks.events(ids=[event.pk for event in events])
    removed = 0
    for batch in batches(current):
        removed += memberships.remove(memberships=timeline.memberships.filter(event__in=batch))
        timeline.left_out.add(*batch)
    timeline.refresh_from_db(fields=["version", "updated_at"])
    return removed


@transaction.atomic
def take_language(*, timeline: Timeline) -> None:
    """Give a timeline the language that most of its events' articles are written in."""
    evidence = Evidence.objects.filter(
        event__memberships__timeline=timeline, article__language__gt=""
    )
    languages = evidence.values_list("article__language").annotate(
        events=Count("event", distinct=True)
    )
    most_common = languages.order_by("-events", "article__language").first()
    if most_common and most_common[0] != timeline.language:
        Timeline.objects.filter(pk=timeline.pk).update(language=most_common[0])
        touch(timeline=timeline)


@transaction.atomic
def refresh(*, timeline: Timeline) -> tuple[int, int]:
    """Let the published events that match the saved filter join, and those leave that came by it
    and match no more: how many did. Events put there by hand stay."""
    matched = matching(timeline.saved_filter)
    current = locks.events(ids=matched.values_list("pk", flat=True))
    joined = memberships.add(events=current, timeline=timeline, by_hand=False)
    matched_ids = {event.pk for event in current}
    by_filter = timeline.memberships.filter(by_hand=False)
    leaving = [
        pk for pk, event in by_filter.values_list("pk", "event_id") if event not in matched_ids
    ]
    left = sum(
        memberships.remove(memberships=TimelineEvent.objects.filter(pk__in=batch))
        for batch in batches(leaving)
    )
    timeline.refresh_from_db(fields=["version", "updated_at"])
    return joined, left


@transaction.atomic
def recount(*, timeline: Timeline) -> None:
    """Bring copies and counts into accord with the events, whatever happened to them."""
    events = locks.events(ids=timeline.memberships.values_list("event", flat=True))
    memberships.synchronise(events=events)
    locks.timelines(ids=[timeline.pk])
    counts.recount(timeline=timeline)
    touch(timeline=timeline)


def touch(*, timeline: Timeline) -> None:
    """Readers see something new: every cached figure of the timeline is out of date."""
    memberships.touch(ids=[timeline.pk])
    timeline.refresh_from_db(fields=["version", "updated_at"])


@transaction.atomic
def touch_category(*, category: Category) -> None:
    """A category has another name, colour or shape: so have the timelines that show it."""
    shown = TimelineCount.objects.filter(category=category).order_by()
    ids = set(shown.values_list("timeline", flat=True).distinct())
    locks.timelines(ids=ids)
    memberships.touch(ids=ids)
