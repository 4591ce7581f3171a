"""Eras of a file come on its timeline as bands, never as events."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User

from timeline.formats import own, timelinejs
from timeline.models import Event, Timeline
from timeline.selectors import memberships, transfer
from timeline.selectors.incoming import read
from timeline.services.importing.storing import import_as_new, import_events
from timeline.services.timelines import create_timeline

pytestmark = pytest.mark.django_db

ERAS = "1914/1918: The Great War\n192X: Golden years"
SLIDES: dict[str, Any] = {
    "title": {"text": {"headline": "A century"}},
    "events": [{"start_date": {"year": 1916}, "text": {"headline": "It opens"}}],
    "eras": [
        {
            "start_date": {"year": 1914},
            "end_date": {"year": 1918},
            "text": {"headline": "The Great War"},
        },
        {
            "start_date": {"year": 1920},
            "end_date": {"year": 1929},
            "display_date": "the 1920s",
            "text": {"headline": "Golden years"},
        },
    ],
}


@pytest.fixture
def incoming():
    return read(json.dumps(SLIDES).encode())


def test_eras_are_bands_of_the_timeline_and_no_events(incoming):
    timeline, imported = import_as_new(incoming=incoming)
    assert Timeline.objects.get().eras == timeline.eras == ERAS
    assert [event.title for event in Event.objects.all()] == ["It opens"]
    assert (imported.added, imported.eras_left_out) == (1, 0)


@pytest.mark.parametrize("file_format", [own, timelinejs])
def test_exports_give_back_the_eras_that_came(incoming, file_format):
    timeline, _imported = import_as_new(incoming=incoming)

    def exported(some: Timeline) -> bytes:
        events = transfer.records(some, memberships.visible(some), str)
        return b"".join(file_format.write(transfer.described(some, str), events))

    again, _imported = import_as_new(incoming=_with_an_event(exported(timeline)), title="Again")
    assert again.eras == ERAS


def _with_an_event(file):
    """Exports tell what readers see, and here nothing is published."""
    document = json.loads(file)
    event = SLIDES["events"][0] if "title" in document else {"title": "It opens", "date": "1916"}
    return read(json.dumps(document | {"events": [event]}).encode())


def test_a_timeline_that_is_there_takes_the_eras_that_it_has_not(incoming):
    timeline = create_timeline(title="Here", eras="1914/1918: The Great War")
    version = timeline.version
    for _time in range(2):
        import_events(incoming=incoming, timeline=timeline)
    timeline.refresh_from_db()
    assert timeline.eras == ERAS
    assert timeline.version > version


def test_a_file_of_eras_alone_adds_them():
    timeline = create_timeline(title="Here")
    file = read(json.dumps({"events": [], "eras": SLIDES["eras"]}).encode())
    assert import_events(incoming=file, timeline=timeline).added == 0
    assert timeline.eras == ERAS


def test_who_may_not_publish_shows_readers_no_eras(incoming):
    editor = _editor_who_may_not_publish()
    shown = create_timeline(title="Here", visibility="public")
    assert import_events(incoming=incoming, timeline=shown, user=editor).eras_left_out == 2
    draft = create_timeline(title="Draft")
    assert import_events(incoming=incoming, timeline=draft, user=editor).eras_left_out == 0
    shown.refresh_from_db()
    assert (shown.eras, draft.eras) == ("", ERAS)


def _editor_who_may_not_publish() -> User:
    names = ("add_event", "change_timeline", "add_timeline")
    user = User.objects.create_user("editor")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    return user


def test_more_eras_than_a_chart_holds_are_counted(incoming):
    full = "\n".join(f"{1950 + number}: Year {number}" for number in range(29))
    timeline = create_timeline(title="Full", eras=full)
    assert import_events(incoming=incoming, timeline=timeline).eras_left_out == 1
