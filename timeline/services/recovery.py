"""Queues the tasks of killed workers again, which are left behind as running for good."""

from typing import Any

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from timeline.models import Run
from timeline.models.run import STALE_AFTER


def recover() -> int:
    """Queue the tasks of killed workers again, and return how many there were. Several workers may
    call it at once."""
    begun = DBTaskResult.objects.filter(
        status__in=(TaskResultStatus.RUNNING, TaskResultStatus.FAILED),
        started_at__lt=timezone.now() - STALE_AFTER,
    )
    lost = [result.pk for result in begun if _is_lost(result)]
    return begun.filter(pk__in=lost).update(
        status=TaskResultStatus.READY, started_at=None, finished_at=None
    )


def _is_lost(result: "DBTaskResult[Any, Any]") -> bool:
    """Whether the worker died, or gave up, before, during or after the work of the task's run. A
    task without a run is never lost."""
    run = Run.objects.filter(pk=result.args_kwargs["kwargs"].get("run_id")).first()
    if run is None:
        return False
    if run.status in (Run.Status.DONE, Run.Status.FAILED, Run.Status.CANCELLED):
        return bool(result.status == TaskResultStatus.RUNNING)
    silent_since = run.heartbeat_at or run.created_at
    return silent_since < timezone.now() - STALE_AFTER
