"""Files of events that a worker imports: all of it or nothing, and once, whatever happens to it."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import connection

from tests.roles import member
from timeline import tasks
from timeline.models import Event, Run, Timeline, Upload
from timeline.services import memberships, runs
from timeline.services.importing import drafts, storing, uploads
from timeline.services.timelines import create_timeline

pytestmark = pytest.mark.django_db

CSV = b"date,title\n2024-05-20,The harbour opens\n2025,It closes\n"


@pytest.fixture
def timeline(db: None) -> Timeline:
    return create_timeline(title="The harbour")


def waiting(timeline: Timeline | None, user: User, content: bytes = CSV) -> tuple[Upload, Run]:
    upload = uploads.keep(
        content=content,
        events=2,
        name="events.csv",
        user=user,
        timeline=timeline,
        title="Harbours",
        language="en",
    )
    run, _is_new = uploads.close(upload=upload, publish=False, user=user)
    return upload, run


def work(run: Run) -> tuple[str, str]:
    """The state of the run and what is said of its only part."""
    tasks.carry_out.call(run_id=run.pk)
    run.refresh_from_db()
    return run.status, str(run.items.get().message or "")


def test_what_breaks_half_way_leaves_nothing_and_is_tried_again(timeline, monkeypatch):
    _upload, run = waiting(timeline, member("Editor"))
    with monkeypatch.context() as broken:
        broken.setattr(memberships, "join", lambda **_: 1 / 0)
        assert work(run) == ("done", "Something broke; the log of the server says what.")
    assert (run.failed, Event.objects.count()) == (1, 0)
    assert runs.reopen(run=run)
    assert work(run) == ("done", "")
    assert (run.done, timeline.events.count()) == (1, 2)


def test_a_worker_that_was_killed_before_it_told_of_its_end_imports_nothing_twice():
    upload, run = waiting(None, member("Editor"))
    assert uploads.import_upload(upload.pk).events == 2
    assert work(run) == ("done", "")
    timeline = Timeline.objects.get()
    assert (timeline.title, timeline.events.count()) == ("Harbours", 2)
    assert run.items.get().timeline == timeline
    upload.refresh_from_db()
    assert bytes(upload.content) == b""


def test_an_import_that_is_cancelled_half_way_leaves_nothing(timeline, monkeypatch):
    upload, run = waiting(timeline, member("Editor"))
    monkeypatch.setattr(storing, "_EVENTS", 1)
    store = storing._Store.store

    def cancel_meanwhile(self, drafts):
        runs.cancel(run=run)
        store(self, drafts)

    with monkeypatch.context() as patched:
        patched.setattr(storing._Store, "store", cancel_meanwhile)
        # One connection here, so that the cancelling is undone with the rest.
        assert work(run)[1] == "It was cancelled: nothing of it was stored."
    assert not Event.objects.exists()
    assert runs.reopen(run=run)
    work(run)
    assert timeline.events.count() == 2
    assert Upload.objects.get(pk=upload.pk).imported


def test_who_may_not_publish_has_nothing_imported(timeline):
    contributor = member("Contributor")
    upload, run = waiting(timeline, member("Editor"))
    with pytest.raises(PermissionDenied):
        uploads.close(upload=upload, publish=True, user=contributor)
    Upload.objects.update(user=contributor)
    work(run)
    assert not Event.objects.exists()


def test_a_file_that_is_no_longer_right_says_so(timeline):
    _upload, run = waiting(timeline, member("Editor"), b"date,title\nsoon,It opens\n")
    assert work(run)[1].startswith("Row 2, column “date”: “soon”. This is not a date")
    assert not Event.objects.exists()


def test_another_file_takes_the_place_of_one_that_is_over_only(timeline):
    editor = member("Editor")
    first, run = waiting(timeline, editor)
    waiting(timeline, editor)
    assert Upload.objects.filter(pk=first.pk).exists()
    runs.cancel(run=run)
    waiting(timeline, editor)
    assert not Upload.objects.filter(pk=first.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_what_can_be_made_ready_is_ready_before_others_have_to_wait(timeline, monkeypatch):
    waited_for: list[bool] = []
    ready = drafts.drafts_of

    def observed(incoming):
        waited_for.append(connection.in_atomic_block)
        return ready(incoming)

    monkeypatch.setattr(uploads, "drafts_of", observed)
    monkeypatch.setattr(storing, "drafts_of", lambda _incoming: waited_for.append(True))
    _upload, run = waiting(timeline, member("Editor"))
    assert work(run) == ("done", "")
    assert waited_for == [False]
