"""How a timeline tells its events goes out with its file, and comes in again."""

import json

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied

from tests.services.importing.test_storing import compared, emptied, exported
from tests.services.test_tellings import storm, storms
from timeline.formats import table, workbook
from timeline.models import Event, EventMedia, TellingMedia, Timeline
from timeline.selectors.filtering.filters import filtered
from timeline.selectors.incoming import read
from timeline.selectors.store.faults import faults
from timeline.services import tellings
from timeline.services.importing.storing import import_as_new, import_events

pytestmark = pytest.mark.django_db
__all__ = ["storm", "storms"]


def _picture(name: str) -> dict[str, str]:
    return {"url": f"https://example.org/{name}", "credit": "A", "alternative_text": "Waves"}


@pytest.fixture
def told(storm: Event, storms: Timeline) -> Timeline:
    """A timeline that features its only event, in other words and with another picture."""
    EventMedia.objects.create(event=storm, **_picture("quay.jpg"))
    telling = tellings.tell(event=storm, timeline=storms, title="The great deluge", featured=True)
    TellingMedia.objects.create(telling=telling, **_picture("deluge.jpg"))
    return storms


def test_other_words_and_media_come_in_again_and_leave_the_event_its_own(told):
    file = exported(told)
    emptied()
    timeline, _imported = import_as_new(incoming=read(file), publish=True)
    event = timeline.events.get()
    assert (event.title, event.media.get().url) == (
        "A storm floods the quay",
        "https://example.org/quay.jpg",
    )
    assert compared(exported(timeline)) == compared(file)
    for words in ("deluge", "storm"):
        assert filtered(timeline, {"q": words}).queryset.count() == 1
    assert timeline.tellings.get().history.get().title == "The great deluge"
    assert list(faults()) == []


def test_what_is_only_featured_has_no_other_words(storm, storms):
    tellings.tell(event=storm, timeline=storms, featured=True)
    file = exported(storms)
    assert "elsewhere" not in json.loads(file)["events"][0]
    emptied()
    timeline, _imported = import_as_new(incoming=read(file), publish=True)
    telling = timeline.tellings.get()
    assert (telling.featured, telling.title) == (True, "")
    assert compared(exported(timeline)) == compared(file)


def test_a_table_says_too_what_is_featured(storm, storms):
    tellings.tell(event=storm, timeline=storms, featured=True)
    for write in (table.write, workbook.write):
        file = exported(storms, write)
        timeline, _imported = import_as_new(incoming=read(file), title="Again", publish=True)
        assert timeline.tellings.get().featured


def test_a_timeline_knows_its_own_file(told):
    imported = import_events(incoming=read(exported(told)), timeline=told)
    assert (imported.added, imported.known) == (0, 1)


def test_who_may_not_publish_brings_no_other_words(told):
    file = exported(told)
    emptied()
    somebody = User.objects.create_user("somebody")
    needed = ("add_event", "add_timeline", "change_timeline", "add_entity")
    somebody.user_permissions.set(Permission.objects.filter(codename__in=needed))
    with pytest.raises(PermissionDenied):
        import_as_new(incoming=read(file), user=somebody)
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "column"),
    [
        ("featured", "yes", "featured"),
        ("elsewhere", "nowhere", "elsewhere"),
        ("elsewhere", {"summary": "It rained."}, "title"),
    ],
)
def test_what_cannot_be_read_of_it_is_told(told, field, value, column):
    document = json.loads(exported(told))
    document["events"][0][field] = value
    (fault,) = read(json.dumps(document).encode()).faults
    assert column in fault.column
