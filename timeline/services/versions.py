"""Versions of events that keep whom they name and what shows them, too.

Simple_history writes a version when the event itself is saved, before its names and media are. So
who changes any of these says so twice: `complete` before, `renew` after, in one transaction.
"""

from collections.abc import Collection
from typing import Any

from django.db.models import Max

from timeline.models import Event, EventMedia, Picture
from timeline.selectors.event_versions import WORDS, Told, told_now
from timeline.services.batches import batches


def complete(*, ids: Collection[int]) -> None:
    """Let the latest version of each event say what is so now, unless it says already what was."""
    _tell(ids, told__isnull=True)


def renew(*, ids: Collection[int]) -> None:
    """Let the latest version of each event say what is so now."""
    _tell(ids)


def _tell(ids: Collection[int], **which: Any) -> None:
    history: Any = Event.history
    for some in batches(ids):
        of_each = history.filter(id__in=some).order_by().values("id")
        latest = of_each.annotate(last=Max("history_id")).values_list("last", flat=True)
        found = list(history.filter(history_id__in=list(latest), **which))
        told = told_now([version.id for version in found])
        for version in found:
            version.told = told[version.id]
        history.bulk_update(found, ["told"], batch_size=100)


def bring_media_back(*, event: Event, told: Told) -> int:
    """Let an event have the media of a version again; how many cannot come back, because their
    pictures are kept no longer."""
    wanted = told["media"]
    if told_now([event.pk])[event.pk]["media"] == wanted:
        return 0
    pictures = Picture.objects.in_bulk([each["picture"] for each in wanted if each["picture"]])
    coming = [each for each in wanted if not each["picture"] or each["picture"] in pictures]
    event.media.all().delete()
    for each in coming:
        words = {name: each[name] for name in WORDS}
        EventMedia.objects.create(event=event, picture_id=each["picture"], **words)
    return len(wanted) - len(coming)
