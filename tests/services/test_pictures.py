"""Pictures are kept while something shows them or may again, under names that nobody guesses."""

import datetime
import os

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from tests.pictures import as_file
from timeline.fetching.picture import PictureError
from timeline.models import Deleted, Event, EventMedia, Picture
from timeline.services import pictures
from timeline.services.bin import keeping
from timeline.services.bin.removal import discard_events
from timeline.services.events import create_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def quay() -> Picture:
    return pictures.keep(data=as_file(), name="quay.jpg")


@pytest.fixture
def event() -> Event:
    return create_event(title="The harbour opens", date="2024-05-20")


def _show(event: Event, picture: Picture | None, url: str = "") -> EventMedia:
    medium = EventMedia(
        event=event, picture=picture, url=url, credit="Mara Lind", alternative_text="A quay"
    )
    medium.save()
    return medium


def test_the_name_tells_nothing_of_the_file_and_is_never_the_same(quay):
    again = pictures.keep(data=as_file(), name="quay.jpg")
    assert again.name != quay.name
    assert "quay" not in quay.name
    assert len(quay.name) == len("0123456789012345678901.jpg")
    assert default_storage.exists(quay.name)
    assert (quay.width, quay.height) == (40, 30)


def test_what_is_no_picture_is_not_kept():
    with pytest.raises(PictureError):
        pictures.keep(data=b"<svg/>", name="quay.svg")
    assert not Picture.objects.exists()


def test_a_medium_is_a_picture_or_an_address_and_never_both(event, quay):
    with pytest.raises(IntegrityError):
        _show(event, quay, "https://example.org/quay.jpg")


def test_a_medium_is_not_without_both(event):
    with pytest.raises(IntegrityError):
        _show(event, None)


def _later(days: int) -> None:
    """Let so many days go by for all that is stored."""
    gone = datetime.timedelta(days=days)
    Picture.objects.update(created_at=F("created_at") - gone, left_at=F("left_at") - gone)
    Deleted.objects.update(deleted_at=F("deleted_at") - gone)


def test_the_file_goes_a_month_after_the_last_that_showed_it(
    event, quay, django_capture_on_commit_callbacks
):
    first, last = _show(event, quay), _show(event, quay)
    _later(60)
    for medium, stays in ((first, 29), (last, 29)):
        medium.delete()
        with django_capture_on_commit_callbacks(execute=True):
            _later(stays)
            pictures.sweep()
        assert default_storage.exists(quay.name)
    with django_capture_on_commit_callbacks() as waiting:
        _later(2)
        pictures.sweep()
    assert not Picture.objects.exists()
    assert default_storage.exists(quay.name)
    for callback in waiting:
        callback()
    assert not default_storage.exists(quay.name)


def test_what_is_shown_again_meanwhile_stays(event, quay):
    _show(event, quay).delete()
    _show(event, quay)
    _later(60)
    pictures.sweep()
    assert Picture.objects.get() == quay


def test_a_file_goes_with_the_transaction_that_wrote_it(quay):
    names = list[str]()

    @pictures.gone_with_rollback()
    @transaction.atomic
    def fail() -> None:
        names.append(pictures.keep(data=as_file(), name="a.jpg").name)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not default_storage.exists(names[0])
    assert default_storage.exists(quay.name)
    with pictures.gone_with_rollback():
        kept = pictures.keep(data=as_file(), name="b.jpg")
    assert default_storage.exists(kept.name)


def test_files_that_nothing_knows_of_go_when_the_bin_is_emptied_and_no_others(
    quay, django_capture_on_commit_callbacks
):
    drawn = "0123456789012345678901.jpg"
    for name in (drawn, "notes.txt", "quay.jpg"):
        default_storage.save(name, ContentFile(b"x"))
    files = [drawn, "notes.txt", "quay.jpg", quay.name]
    with django_capture_on_commit_callbacks(execute=True):
        keeping.empty()
    assert all(default_storage.exists(name) for name in files)
    for name in files:
        os.utime(default_storage.path(name), (0, 0))
    with django_capture_on_commit_callbacks(execute=True):
        keeping.empty()
    assert [name for name in files if default_storage.exists(name)] == files[1:]


def test_what_nothing_came_to_show_goes_after_a_day(
    event, quay, django_capture_on_commit_callbacks
):
    shown, new = (pictures.keep(data=as_file(), name="a.jpg") for _ in range(2))
    _show(event, shown)
    old = timezone.now() - datetime.timedelta(days=2)
    Picture.objects.filter(pk__in=[quay.pk, shown.pk]).update(created_at=old)
    with django_capture_on_commit_callbacks(execute=True):
        latest = pictures.keep(data=as_file(), name="b.jpg")
    assert set(Picture.objects.all()) == {shown, new, latest}
    assert not default_storage.exists(quay.name)


def test_the_file_goes_when_the_bin_lets_its_event_go(
    event, quay, django_capture_on_commit_callbacks
):
    _show(event, quay)
    with django_capture_on_commit_callbacks(execute=True):
        discard_events(events=[event])
        pictures.sweep()
    assert default_storage.exists(quay.name)
    _later(31)
    with django_capture_on_commit_callbacks(execute=True):
        assert keeping.empty() == 1
    assert not default_storage.exists(quay.name)


def test_an_address_of_a_picture_here_leads_to_it_wherever_the_site_was(quay):
    whole, elsewhere = f"https://news.example{quay.address}", "https://example.org/quay.jpg"
    assert pictures.kept_at([whole, quay.address, elsewhere, "http://[", ""]) == {
        whole: quay,
        quay.address: quay,
    }
