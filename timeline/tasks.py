"""Background work: each task takes ids, calls one service for each, and may be run twice.

`manage.py db_worker` runs them. A worker that is killed leaves its task behind as running for good;
`recover` (`manage.py recover_tasks`) gives such tasks to another.
"""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from timeline.models import Article, Run, Timeline
from timeline.services import runs, timelines
from timeline.services.extract import extract_article
from timeline.services.people import User


@transaction.atomic
def enqueue_extraction(*, article_ids: Sequence[int], user: User = None) -> Run:
    """Have articles read again in the background; what people decided about them stays."""
    run = runs.create_run(kind=Run.Kind.EXTRACT, total=len(article_ids), user=user)
    extract_articles.enqueue(run_id=run.pk, article_ids=list(article_ids))
    return run


@transaction.atomic
def enqueue_refresh(*, timeline_ids: Sequence[int], user: User = None) -> Run:
    """Have timelines filled from their saved filters in the background."""
    run = runs.create_run(kind=Run.Kind.REFRESH, total=len(timeline_ids), user=user)
    refresh_timelines.enqueue(run_id=run.pk, timeline_ids=list(timeline_ids))
    return run


@task()
def extract_articles(run_id: int, article_ids: list[int]) -> None:
    if runs.claim(run_id=run_id):
        runs.work(run_id=run_id, ids=article_ids, do=_extract)


@task()
def refresh_timelines(run_id: int, timeline_ids: list[int]) -> None:
    if runs.claim(run_id=run_id):
        runs.work(run_id=run_id, ids=timeline_ids, do=_refresh)


def _extract(pk: int) -> None:
    extract_article(article=Article.objects.get(pk=pk))


def _refresh(pk: int) -> None:
    timelines.refresh(timeline=Timeline.objects.get(pk=pk))


def recover() -> int:
    """Queue again the tasks of workers that are gone; how many. It may run beside itself."""
    begun = DBTaskResult.objects.filter(
        status__in=(TaskResultStatus.RUNNING, TaskResultStatus.FAILED),
        started_at__lt=timezone.now() - runs.STALE_AFTER,
    )
    lost = [result.pk for result in begun if _is_lost(result)]
    return begun.filter(pk__in=lost).update(
        status=TaskResultStatus.READY, started_at=None, finished_at=None
    )


def _is_lost(result: "DBTaskResult[Any, Any]") -> bool:
    """Whether the worker died before, in or after the work of the task's run, or broke it off. A
    task that belongs to no run of ours is left alone."""
    run = Run.objects.filter(pk=result.args_kwargs["kwargs"].get("run_id")).first()
    if run is None:
        return False
    if run.status in (Run.Status.DONE, Run.Status.FAILED):
        return bool(result.status == TaskResultStatus.RUNNING)
    silent_since = run.heartbeat_at or run.created_at
    return silent_since < timezone.now() - runs.STALE_AFTER
