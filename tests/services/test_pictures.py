"""Pictures are kept as long as something shows them, under names that nobody guesses."""

import datetime

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError
from django.utils import timezone

from tests.pictures import as_file
from timeline.fetching.picture import PictureError
from timeline.models import Deleted, Event, EventMedia, Picture
from timeline.services import deleted, pictures
from timeline.services.events import create_event, delete_events
from timeline.services.removal import discard_events

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


def test_the_file_goes_with_the_last_that_shows_it(event, quay, django_capture_on_commit_callbacks):
    first, last = _show(event, quay), _show(event, quay)
    with django_capture_on_commit_callbacks(execute=True):
        first.delete()
    assert default_storage.exists(quay.name)
    with django_capture_on_commit_callbacks(execute=True):
        last.delete()
    assert not default_storage.exists(quay.name)
    assert not Picture.objects.exists()


def test_the_file_goes_with_its_event_once_that_is_certain(
    event, quay, django_capture_on_commit_callbacks
):
    _show(event, quay)
    with django_capture_on_commit_callbacks() as waiting:
        delete_events(events=[event])
    assert default_storage.exists(quay.name)
    for callback in waiting:
        callback()
    assert not default_storage.exists(quay.name)


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
    old = timezone.now() - datetime.timedelta(days=31)
    Picture.objects.update(created_at=old)
    Deleted.objects.update(deleted_at=old)
    with django_capture_on_commit_callbacks(execute=True):
        assert deleted.empty() == 1
    assert not default_storage.exists(quay.name)


def test_an_address_of_a_picture_here_leads_to_it_wherever_the_site_was(quay):
    whole, elsewhere = f"https://news.example{quay.address}", "https://example.org/quay.jpg"
    assert pictures.kept_at([whole, quay.address, elsewhere, "http://[", ""]) == {
        whole: quay,
        quay.address: quay,
    }
