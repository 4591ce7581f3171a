"""Look before you store: what somebody brings is kept aside with the figures of its events until
they choose what to store of it."""

import datetime
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from timeline.dates.messages import message
from timeline.fetching.document import Document, Unreadable
from timeline.fetching.errors import Problem
from timeline.models import Article, Intake, IntakeItem, Run
from timeline.services import extract, ingest, runs
from timeline.services.articles import find_article
from timeline.services.people import Account, User, demand
from timeline.services.printed_days import with_printed_day
from timeline.text import digest, isolated

# An upload is somebody's work of one morning; what is not stored goes after so long.
EXPIRES = datetime.timedelta(days=3)
# Uploads of one person that are kept aside; an older one makes room.
MAX_OPEN = 10
# Articles of an upload: a page that can still be looked through.
MAX_ITEMS = 500
_NAME = 300


@dataclass(frozen=True, slots=True)
class Chosen:
    """An article to store, by the id of its `IntakeItem`, as the editor has corrected it."""

    item_id: int
    title: str
    published_on: datetime.date
    language: str
    publisher: str


@transaction.atomic
def receive(*, contents: Iterable[tuple[str, Document | Unreadable]], user: Account) -> Intake:
    """Keep aside what was brought, each with the name of its file. Nothing of it is an article yet.

    PermissionDenied where the user may not add articles.
    """
    demand(user, "timeline.add_article")
    _make_room(user)
    brought = Intake.objects.create(user=user)
    items = [_item(brought, name, content) for name, content in contents]
    IntakeItem.objects.bulk_create(items)
    return brought


def _make_room(user: Account) -> None:
    going = (Run.Status.QUEUED, Run.Status.RUNNING)
    over = Intake.objects.exclude(run__status__in=going)
    over.filter(created_at__lt=timezone.now() - EXPIRES).delete()
    mine = over.filter(user=user).values_list("pk", flat=True)
    Intake.objects.filter(pk__in=list(mine[MAX_OPEN - 1 :])).delete()


def _item(brought: Intake, name: str, content: Document | Unreadable) -> IntakeItem:
    item = IntakeItem(intake=brought, name=name[:_NAME])
    if isinstance(content, Unreadable):
        # The name keeps its own direction within the sentence.
        item.error = replace(content, name=isolated(name)).in_words(_)
        return item
    fields = asdict(with_printed_day(content))
    for day in ("published_on", "doubtful_on"):
        fields[day] = fields[day].isoformat() if fields[day] else None
    item.document, item.sha256 = fields, digest(content.text)
    item.known = find_article(text=content.text)
    return item


def look(*, brought: Intake, seconds: float) -> bool:
    """Read the events of what was brought, as far as the seconds reach: whether all is read now."""
    end = time.monotonic() + seconds
    unread = brought.items.filter(error="", events=None)
    for pk in list(unread.values_list("pk", flat=True)):
        if time.monotonic() > end:
            return False
        _read(unread.get(pk=pk))
    return True


def _read(item: IntakeItem) -> None:
    document = as_document(item.document)
    draft = Article(
        text=document.text,
        title=document.title,
        language=document.language,
    )
    draft.published_on = document.published_on or document.doubtful_on  # type: ignore[assignment]
    extraction = extract.read(article=draft)
    found = extraction.events
    item.document["language"] = document.language or extraction.language
    item.events = len(found)
    item.kinds = dict(Counter(event.category for event in found if event.category))
    if found:
        item.first = min(found, key=lambda event: event.date.first_day).date.text
        item.last = max(found, key=lambda event: event.date.last_day).date.text
    item.save(update_fields=["document", "events", "kinds", "first", "last"])


def as_document(fields: dict[str, Any]) -> Document:
    days = {
        day: datetime.date.fromisoformat(fields[day]) if fields[day] else None
        for day in ("published_on", "doubtful_on")
    }
    return Document(**{**fields, **days})


@transaction.atomic
def close(*, brought: Intake, chosen: Iterable[Chosen], user: User) -> tuple[Run, bool]:
    """Have the chosen stored by a run, and let go of the rest; False beside the run that is there
    already."""
    demand(user, "timeline.add_article")
    locked = Intake.objects.select_for_update().get(pk=brought.pk)
    if locked.run:
        return locked.run, False
    by_id = {one.item_id: one for one in chosen}
    items = list(locked.items.filter(pk__in=by_id, error=""))
    for item in items:
        _correct(item, by_id[item.pk])
    IntakeItem.objects.bulk_update(items, ["document"])
    locked.items.exclude(pk__in=[item.pk for item in items]).delete()
    targets = [(item.pk, item.document["title"] or item.name) for item in items]
    locked.run = runs.create_run(kind=Run.Kind.INGEST, targets=targets, user=user)
    locked.save(update_fields=["run"])
    return locked.run, True


def _correct(item: IntakeItem, chosen: Chosen) -> None:
    day = chosen.published_on.isoformat()
    # The instant was that of another day.
    instant = item.document["published"] if item.document["published_on"] == day else ""
    item.document |= {
        "title": chosen.title,
        "published_on": day,
        "published": instant,
        "language": chosen.language,
        "publisher": chosen.publisher,
    }


def store_item(pk: int) -> runs.Outcome:
    """Store one article of an upload with its events; raises Problem where that fails."""
    item = IntakeItem.objects.select_related("intake__user").filter(pk=pk).first()
    if item is None:
        raise Problem(message("It is not kept any longer: bring it in again."))
    outcome = ingest.ingest_document(
        document=as_document(item.document), defaults=ingest.Defaults(), user=item.intake.user
    )
    if outcome.error:
        raise outcome.error
    return runs.Outcome(article=outcome.article)
