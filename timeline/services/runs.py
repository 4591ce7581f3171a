"""Runs: bulk work in the background, item by item, with a sign of life while it goes on.

Each item is claimed, done and counted by itself, so that a run goes on where it was, whatever
happened to its worker.
"""

import datetime
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from timeline.dates.messages import Sentence, verbatim
from timeline.dates.messages import message as _
from timeline.fetching.errors import Problem
from timeline.models import Article, Run, RunItem, Timeline
from timeline.models.run import STALE_AFTER
from timeline.services.people import User, person

logger = logging.getLogger(__name__)
_NAME = 300
_BROKE = _("Something broke; the log of the server says what.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one target led to, and what people have to know about it."""

    article: Article | None = None
    timeline: Timeline | None = None
    events: int | None = None
    message: Sentence | None = None


# What is done with one target. What cannot be done is raised: a Problem, if a person can act on it.
Do = Callable[[int], Outcome | None]


@transaction.atomic
def create_run(*, kind: str, targets: Iterable[tuple[int, str]], user: User = None) -> Run:
    """A run that waits for a worker; each target is an id and what to call it."""
    run = Run.objects.create(kind=kind, started_by=person(user))
    items = [RunItem(run=run, target=pk, name=name[:_NAME]) for pk, name in targets]
    RunItem.objects.bulk_create(items)
    run.total = len(items)
    run.save(update_fields=["total"])
    return run


@transaction.atomic
def claim(*, run_id: int) -> bool:
    """Begin a run, or go on where it was; False where it is over or another worker is at it.

    One conditional UPDATE, so of any number of workers one gets it; that of a dead one is given
    away again.
    """
    now = timezone.now()
    free = Q(status=Run.Status.QUEUED) | stale(now)
    claimed = Run.objects.filter(free, pk=run_id).update(
        status=Run.Status.RUNNING, heartbeat_at=now, finished_at=None
    )
    if claimed:
        # What a dead worker had begun is begun again.
        begun = RunItem.objects.filter(run=run_id, status=RunItem.Status.BEGUN)
        begun.update(status=RunItem.Status.QUEUED)
    return claimed == 1


def stale(now: datetime.datetime) -> Q:
    """Runs whose worker gives no sign of life."""
    return Q(status=Run.Status.RUNNING, heartbeat_at__lt=now - STALE_AFTER)


def work(*, run_id: int, do: Do) -> None:
    """Do something with each target that is left, one transaction each; the message of
    what fails is kept, the rest goes on, until all is done or somebody cancels the run."""
    while item := _next(run_id):
        try:
            status, outcome = RunItem.Status.DONE, do(item.target) or Outcome()
        except Problem as problem:
            status, outcome = RunItem.Status.FAILED, Outcome(message=problem)
        except ValidationError as error:
            message = verbatim(" ".join(error.messages))
            status, outcome = RunItem.Status.FAILED, Outcome(message=message)
        except Exception:
            # Any of them: a run is bulk work, and one bad article must not cost the others.
            logger.exception("Run %d failed on %s", run_id, item)
            status, outcome = RunItem.Status.FAILED, Outcome(message=Sentence(_BROKE))
        _tell(item, status, outcome)
    running = Run.objects.filter(pk=run_id, status=Run.Status.RUNNING)
    running.update(status=Run.Status.DONE, finished_at=timezone.now())


def _next(run_id: int) -> RunItem | None:
    """The next item, which nobody else does now."""
    waiting = RunItem.objects.filter(
        run=run_id, run__status=Run.Status.RUNNING, status=RunItem.Status.QUEUED
    )
    while item := waiting.first():
        mine = RunItem.objects.filter(pk=item.pk, status=RunItem.Status.QUEUED)
        if mine.update(status=RunItem.Status.BEGUN):
            return item
    return None


@transaction.atomic
def _tell(item: RunItem, status: RunItem.Status, outcome: Outcome) -> None:
    """Count an item, unless somebody else has: a worker that was taken for dead may wake up beside
    its successor."""
    begun = RunItem.objects.filter(pk=item.pk, status=RunItem.Status.BEGUN)
    if begun.update(
        status=status,
        article=outcome.article,
        timeline=outcome.timeline,
        events=outcome.events,
        message=outcome.message,
    ):
        count = "failed" if status == RunItem.Status.FAILED else "done"
        Run.objects.filter(pk=item.run_id).update(
            **{count: F(count) + 1, "heartbeat_at": timezone.now()}
        )


def cancel(*, run: Run) -> bool:
    """Do nothing more of a run; what is begun is finished. False where it was over."""
    going = Run.objects.filter(pk=run.pk, status__in=(Run.Status.QUEUED, Run.Status.RUNNING))
    return going.update(status=Run.Status.CANCELLED, finished_at=timezone.now()) == 1


@transaction.atomic
def reopen(*, run: Run) -> bool:
    """Let a run that is over, or whose worker is gone, wait for a worker again, with what failed in
    it and what was left. False where nothing is to be done."""
    current = Run.objects.select_for_update().get(pk=run.pk)
    again = current.items.exclude(status=RunItem.Status.DONE)
    if not (current.is_over or current.is_silent) or not again.exists():
        return False
    again.update(status=RunItem.Status.QUEUED, message=None)
    Run.objects.filter(pk=run.pk).update(
        status=Run.Status.QUEUED, failed=0, finished_at=None, heartbeat_at=None
    )
    return True
