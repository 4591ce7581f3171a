"""Background work: each task takes ids, calls one service for each, and may be run twice.

`manage.py run_tasks` runs them. The tasks of a killed worker are given to another (see
`services.recovery`) when a worker starts, and every few minutes while a run is not over.
"""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from timeline.dates.messages import message
from timeline.fetching.errors import Problem
from timeline.models import Article, Deleted, Feed, Intake, Run, Timeline, Upload
from timeline.selectors.filtering.saved_filter import matching
from timeline.services import feeds, intake, runs, timelines
from timeline.services.bin import keeping
from timeline.services.extract import extract_article
from timeline.services.importing import uploads
from timeline.services.people import Account, User
from timeline.services.recovery import recover

# How often a worker looks for feeds that are due, and how long what it did is remembered.
_LOOK_EVERY, _REMEMBERED = datetime.timedelta(minutes=10), datetime.timedelta(days=7)
_EMPTY_EVERY = datetime.timedelta(days=1)
_NOW = datetime.timedelta()
# Soon enough after a run has been silent for `models.run.STALE_AFTER`.
_LOOK_AFTER_RUNS = datetime.timedelta(minutes=2)
# So many articles are stored, and so many events imported, while the editor waits: some seconds.
_AT_ONCE, _EVENTS_AT_ONCE = 20, 1000
# Events that join or leave a timeline while the editor waits: some seconds, too.
_JOINING_AT_ONCE = 2_000


@transaction.atomic
def enqueue_extraction(*, articles: Iterable[Article], user: User = None) -> Run:
    """Have articles read again in the background; what people decided about them stays."""
    targets = [(article.pk, article.title) for article in articles]
    return _enqueue(runs.create_run(kind=Run.Kind.EXTRACT, targets=targets, user=user))


@transaction.atomic
def enqueue_refresh(*, timelines: Iterable[Timeline], user: User = None) -> Run:
    """Have timelines filled from their saved filters in the background."""
    targets = [(timeline.pk, timeline.title) for timeline in timelines]
    return _enqueue(runs.create_run(kind=Run.Kind.REFRESH, targets=targets, user=user))


def refresh(*, timeline: Timeline, user: User = None) -> Run | None:
    """Fill a timeline from its saved filter: at once where few events are concerned, else in the
    background, by the run that is returned."""
    joined = timeline.memberships.filter(by_hand=False).count()
    if joined + matching(timeline.saved_filter).count() > _JOINING_AT_ONCE:
        return enqueue_refresh(timelines=[timeline], user=user)
    timelines.refresh(timeline=timeline)
    return None


@transaction.atomic
def enqueue_following(*, feeds: Iterable[Feed], user: User = None) -> Run:
    """Have feeds fetched in the background, due or not."""
    return _enqueue(_following(feeds, user))


def follow_now(*, chosen: Iterable[Feed]) -> Run:
    """Fetch feeds, and come back when they are."""
    run = _following(chosen, None)
    carry_out.call(run_id=run.pk)
    run.refresh_from_db()
    return run


def _following(chosen: Iterable[Feed], user: User) -> Run:
    targets = [(feed.pk, str(feed)) for feed in chosen]
    return runs.create_run(kind=Run.Kind.FOLLOW, targets=targets, user=user)


def store_intake(*, brought: Intake, chosen: Iterable[intake.Chosen], user: User) -> Run:
    """Store what was chosen of an upload: a few articles at once, many in the background. Sent
    twice, the first counts."""
    run, is_new = intake.close(brought=brought, chosen=chosen, user=user)
    return _begun(run, at_once=run.total <= _AT_ONCE) if is_new else run


def import_upload(*, upload: Upload, publish: bool, user: Account) -> Run:
    """Import a file of events: a small one at once, a large one in the background. Sent twice, the
    first counts."""
    run, is_new = uploads.close(upload=upload, publish=publish, user=user)
    return _begun(run, at_once=upload.events <= _EVENTS_AT_ONCE) if is_new else run


def _begun(run: Run, *, at_once: bool) -> Run:
    if not at_once:
        return _enqueue(run)
    carry_out.call(run_id=run.pk)
    run.refresh_from_db()
    return run


@transaction.atomic
def retry(*, run: Run) -> bool:
    """Do again what failed in a run, and what was left when it was cancelled."""
    reopened = runs.reopen(run=run)
    if reopened:
        _enqueue(run)
    return reopened


def _enqueue(run: Run) -> Run:
    carry_out.enqueue(run_id=run.pk)
    keep_going()
    return run


@task()
def carry_out(run_id: int) -> None:
    run = Run.objects.filter(pk=run_id).first()
    if run and runs.claim(run_id=run_id):
        runs.work(run_id=run_id, do=_WORK[run.kind])


def _extract(pk: int) -> runs.Outcome:
    article = Article.objects.filter(pk=pk).first()
    if article is None:
        raise Problem(message("This article is no longer stored."))
    extract_article(article=article)
    return runs.Outcome(article=article)


def _refresh(pk: int) -> None:
    timelines.refresh(timeline=Timeline.objects.get(pk=pk))


_WORK: dict[str, runs.Do] = {
    Run.Kind.EXTRACT: _extract,
    Run.Kind.REFRESH: _refresh,
    Run.Kind.INGEST: intake.store_item,
    Run.Kind.FOLLOW: feeds.follow,
    Run.Kind.IMPORT: uploads.import_upload,
}


@task()
def follow_feeds() -> None:
    """Fetch the feeds that are due, again and again while any are followed."""
    # First, so that a worker that is killed does not end the schedule.
    keep_following(after=_LOOK_EVERY)
    recover()
    _forget_quiet_runs()
    if waiting := list(feeds.due()):
        follow_now(chosen=waiting)


@task()
def go_on() -> None:
    """Let runs whose worker was killed go on where they were, again while any is not over."""
    # First, as above.
    keep_going()
    recover()


def keep_going() -> None:
    """Plan a look after the runs that are not over, unless one is planned."""
    open_runs = Run.objects.filter(status__in=(Run.Status.QUEUED, Run.Status.RUNNING))
    _plan(go_on, wanted=open_runs.exists(), after=_LOOK_AFTER_RUNS)


@task()
def empty_bin() -> None:
    """Take out of the bin for good what has been in it for long enough, again and again."""
    # First, as above.
    keep_emptying(after=_EMPTY_EVERY)
    keeping.empty()


def keep_emptying(*, after: datetime.timedelta = _NOW) -> None:
    """Plan the next emptying of the bin while there is anything in it, unless one is planned."""
    _plan(empty_bin, wanted=Deleted.objects.exists(), after=after)


def keep_following(*, after: datetime.timedelta = _NOW) -> None:
    """Plan the next look for feeds that are due while any are followed, unless one is planned."""
    _plan(follow_feeds, wanted=Feed.objects.filter(active=True).exists(), after=after)


def _plan(planned: Task[[], None], *, wanted: bool, after: datetime.timedelta) -> None:
    """Enqueue a task of a schedule where it is wanted and not waiting already, and forget its old
    results: the schedule never ends."""
    results = DBTaskResult.objects.filter(task_path=planned.module_path)
    results.filter(finished_at__lt=timezone.now() - _REMEMBERED).delete()
    if wanted and not results.filter(status=TaskResultStatus.READY).exists():
        planned.using(run_after=timezone.now() + after).enqueue()


def _forget_quiet_runs() -> None:
    """Delete old runs that followed feeds without a failure: nobody looks at them any more."""
    before = timezone.now() - _REMEMBERED
    Run.objects.filter(kind=Run.Kind.FOLLOW, failed=0, finished_at__lt=before).delete()
