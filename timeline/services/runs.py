"""Runs: bulk work in the background, its progress, and a sign of life while it goes on."""

import datetime
from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from timeline.models import Run
from timeline.services.people import User, person

# A run gives a sign of life after each thing it does, an article or a timeline. The largest article
# takes a minute on a busy machine; a run that is silent for ten has lost its worker.
STALE_AFTER = datetime.timedelta(minutes=10)
# Messages kept of one run; a thousand that fail in one way need no thousand lines.
_MESSAGES = 100


def create_run(*, kind: str, total: int, user: User = None) -> Run:
    """A run that waits for a worker to claim it."""
    return Run.objects.create(kind=kind, total=total, started_by=person(user))


def claim(*, run_id: int) -> bool:
    """Begin a run from its start; False where it is done or another worker is at it.

    One conditional UPDATE, so of any number of workers one gets it; that of a dead one is given
    away again.
    """
    now = timezone.now()
    free = Q(status=Run.Status.QUEUED) | stale(now)
    claimed = Run.objects.filter(free, pk=run_id).update(
        status=Run.Status.RUNNING, heartbeat_at=now, done=0, failed=0, messages=[]
    )
    return claimed == 1


def stale(now: datetime.datetime) -> Q:
    """Runs whose worker gives no sign of life."""
    return Q(status=Run.Status.RUNNING, heartbeat_at__lt=now - STALE_AFTER)


def work(*, run_id: int, ids: Iterable[int], do: Callable[[int], None]) -> None:
    """Do something with each id, one transaction each; what fails is told, the rest goes on."""
    for pk in ids:
        try:
            do(pk)
        except Exception as error:
            # Any of them: a run is bulk work, and one bad article must not cost the others.
            _note(run_id, f"{pk}: {error}")
            _progress(run_id, failed=1)
        else:
            _progress(run_id, done=1)
    status = Run.Status.DONE
    Run.objects.filter(pk=run_id).update(status=status, finished_at=timezone.now())


def _progress(run_id: int, *, done: int = 0, failed: int = 0) -> None:
    # A worker that was taken for dead may wake up beside its successor: nothing counts twice.
    open_runs = Run.objects.filter(pk=run_id, total__gt=F("done") + F("failed"))
    open_runs.update(
        done=F("done") + done, failed=F("failed") + failed, heartbeat_at=timezone.now()
    )


@transaction.atomic
def _note(run_id: int, message: str) -> None:
    run = Run.objects.select_for_update().get(pk=run_id)
    run.messages = [*run.messages, message][-_MESSAGES:]
    run.save(update_fields=["messages"])
