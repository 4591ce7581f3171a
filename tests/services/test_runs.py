"""Background work: progress, repetition, and what a worker leaves behind when it is killed."""

import datetime
import sqlite3
import threading
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.services import make
from timeline import tasks
from timeline.models import Article, Event, Run, Timeline
from timeline.models.run import STALE_AFTER
from timeline.services import review, runs
from timeline.services.recovery import recover
from timeline.services.timelines import create_timeline

# A worker opens and closes connections of its own, so no test can hold it in one transaction.
pytestmark = pytest.mark.django_db(transaction=True)


def work() -> None:
    call_command("run_tasks", batch=True, interval=0, startup_delay=False, verbosity=0)


def long_ago() -> datetime.datetime:
    return timezone.now() - 2 * STALE_AFTER


@pytest.mark.skipif(connection.vendor != "sqlite", reason="others wait for rows, not for all")
def test_a_worker_waits_while_somebody_else_stores_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.01)
    run = tasks.enqueue_extraction(articles=[make.article()])
    other = sqlite3.connect(
        connection.settings_dict["NAME"], isolation_level=None, check_same_thread=False
    )
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(0.5, other.close).start()
    work()
    run.refresh_from_db()
    assert (run.status, run.failed) == ("done", 0)


def test_articles_are_read_again_by_a_worker(nour: User) -> None:
    articles = [make.article(), make.article("Nobody knows when the pier was built.")]
    run = tasks.enqueue_extraction(articles=articles, user=nour)
    assert (run.status, run.total, run.started_by) == ("queued", 2, nour)
    work()
    run.refresh_from_db()
    assert (run.status, run.done, run.failed) == ("done", 2, 0)
    assert run.heartbeat_at is not None
    assert run.finished_at is not None
    assert Event.objects.count() == 2


def test_an_article_that_fails_is_told_and_the_rest_goes_on() -> None:
    article = make.article()
    run = tasks.enqueue_extraction(articles=[Article(pk=article.pk + 1, title="Gone"), article])
    work()
    run.refresh_from_db()
    assert (run.status, run.done, run.failed) == ("done", 1, 1)
    failed, done = run.items.all()
    assert (str(failed), str(failed.message)) == ("Gone", "This article is no longer stored.")
    assert (done.article, done.message) == (article, None)


def test_a_timeline_is_refreshed_by_a_worker(nour: User) -> None:
    timeline = create_timeline(title="Disasters")
    event = make.event(category=make.category())
    review.accept(events=[event], user=nour)
    Timeline.objects.update(saved_filter={"categories": ["disaster"]})
    tasks.enqueue_refresh(timelines=[timeline])
    work()
    assert [membership.event for membership in timeline.memberships.all()] == [event]
    assert timeline.counts.filter(level=0).get().count == 1


def test_a_task_that_runs_twice_does_its_work_once() -> None:
    article = make.article()
    run = tasks.enqueue_extraction(articles=[article])
    tasks.carry_out.call(run_id=run.pk)
    before = set(Event.objects.values_list("pk", flat=True))
    work()
    assert set(Event.objects.values_list("pk", flat=True)) == before
    run.refresh_from_db()
    assert (run.done, run.status) == (1, "done")


def test_of_two_workers_one_claims_a_run_and_a_silent_one_goes_on_where_it_was() -> None:
    run = runs.create_run(kind=Run.Kind.EXTRACT, targets=[(1, "one"), (2, "two"), (3, "three")])
    assert runs.claim(run_id=run.pk)
    assert not runs.claim(run_id=run.pk)
    run.items.filter(target=1).update(status="done")
    run.items.filter(target=2).update(status="begun")
    Run.objects.update(heartbeat_at=long_ago(), done=1)
    assert runs.claim(run_id=run.pk)
    done: list[int] = []
    runs.work(run_id=run.pk, do=done.append)
    run.refresh_from_db()
    assert (done, run.done, run.status) == ([2, 3], 3, "done")


def test_the_task_of_a_killed_worker_is_queued_again_and_ends_well() -> None:
    article = make.article()
    run = tasks.enqueue_extraction(articles=[article])
    task = DBTaskResult.objects.get(task_path=tasks.carry_out.module_path)
    task.claim("killed")
    assert runs.claim(run_id=run.pk)
    assert recover() == 0
    DBTaskResult.objects.update(started_at=long_ago())
    assert recover() == 0
    Run.objects.update(heartbeat_at=long_ago())
    assert recover() == 1
    work()
    run.refresh_from_db()
    task.refresh_from_db()
    assert (run.status, run.done) == ("done", 1)
    assert task.status == TaskResultStatus.SUCCESSFUL
    assert Article.objects.get().status == "extracted"


def test_another_worker_looks_after_runs_until_they_are_over() -> None:
    def planned() -> QuerySet[DBTaskResult[Any, Any]]:
        return DBTaskResult.objects.filter(task_path=tasks.go_on.module_path, status="READY")

    run = tasks.enqueue_extraction(articles=[make.article()])
    task = DBTaskResult.objects.get(task_path=tasks.carry_out.module_path)
    task.claim("killed")
    DBTaskResult.objects.update(started_at=long_ago())
    Run.objects.update(status="running", heartbeat_at=long_ago())
    tasks.go_on.call()
    task.refresh_from_db()
    assert (task.status, planned().count()) == ("READY", 1)
    work()
    run.refresh_from_db()
    assert run.status == "done"
    planned().update(run_after=timezone.now())
    work()
    assert not planned().exists()


def test_a_worker_killed_before_its_first_or_after_its_last_sign_of_life_is_recovered_too() -> None:
    run = tasks.enqueue_extraction(articles=[make.article()])
    DBTaskResult.objects.get(task_path=tasks.carry_out.module_path).claim("killed")
    DBTaskResult.objects.update(started_at=long_ago())
    assert recover() == 0
    Run.objects.update(created_at=long_ago())
    assert recover() == 1
    work()
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=long_ago())
    assert recover() == 1
    work()
    run.refresh_from_db()
    assert (run.status, run.done) == ("done", 1)


def test_a_finished_task_and_those_of_others_are_left_alone() -> None:
    tasks.enqueue_extraction(articles=[])
    work()
    DBTaskResult.objects.update(started_at=long_ago())
    assert recover() == 0
    others: dict[str, object] = {"args": [], "kwargs": {}}
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, args_kwargs=others)
    assert recover() == 0


def test_a_worker_that_wakes_up_beside_its_successor_counts_nothing_twice() -> None:
    run = runs.create_run(kind=Run.Kind.EXTRACT, targets=[(1, "one")])
    runs.claim(run_id=run.pk)

    def fall_asleep(_pk: int) -> None:
        Run.objects.update(heartbeat_at=long_ago())
        assert runs.claim(run_id=run.pk)
        runs.work(run_id=run.pk, do=lambda _pk: None)

    runs.work(run_id=run.pk, do=fall_asleep)
    run.refresh_from_db()
    assert (run.done, run.status) == (1, "done")


def test_a_cancelled_run_stops_after_what_is_begun_and_goes_on_when_it_is_retried() -> None:
    run = runs.create_run(kind=Run.Kind.EXTRACT, targets=[(1, "one"), (2, "two")])
    done: list[int] = []

    def cancel_meanwhile(pk: int) -> None:
        done.append(pk)
        assert runs.cancel(run=run)

    runs.claim(run_id=run.pk)
    runs.work(run_id=run.pk, do=cancel_meanwhile)
    run.refresh_from_db()
    assert (run.status, run.done, run.left, done) == ("cancelled", 1, 1, [1])
    assert runs.reopen(run=run)
    assert runs.claim(run_id=run.pk)
    runs.work(run_id=run.pk, do=done.append)
    run.refresh_from_db()
    assert (run.status, run.done, done) == ("done", 2, [1, 2])
    assert not runs.reopen(run=run)
    assert not runs.cancel(run=run)


def test_a_run_whose_worker_is_gone_is_taken_up_by_hand_too() -> None:
    run = tasks.enqueue_extraction(articles=[make.article()])
    assert runs.claim(run_id=run.pk)
    run.refresh_from_db()
    assert not run.is_silent
    assert not tasks.retry(run=run)
    Run.objects.update(heartbeat_at=long_ago())
    run.refresh_from_db()
    assert run.is_silent
    assert tasks.retry(run=run)
    work()
    run.refresh_from_db()
    assert (run.status, run.done) == ("done", 1)


def test_what_failed_is_tried_again_and_what_is_done_is_not() -> None:
    article = make.article()
    run = tasks.enqueue_extraction(articles=[Article(pk=article.pk + 1, title="Gone"), article])
    work()
    run.refresh_from_db()
    assert tasks.retry(run=run)
    run.refresh_from_db()
    assert (run.status, run.done, run.failed, run.left) == ("queued", 1, 0, 1)
    work()
    run.refresh_from_db()
    assert (run.status, run.done, run.failed) == ("done", 1, 1)
