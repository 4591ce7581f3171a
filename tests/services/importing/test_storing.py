"""Events of a file on a timeline, all or none; what was exported comes in as it was."""

import json
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from tests.pictures import as_file
from tests.roles import member
from tests.web import telling
from timeline.dates.eras import LONGEST_NAME
from timeline.formats import own
from timeline.formats.incoming import cells
from timeline.models import (
    Article,
    Category,
    Cover,
    Entity,
    EntityName,
    Event,
    EventMedia,
    Timeline,
)
from timeline.selectors import memberships, transfer
from timeline.selectors.incoming import known, read
from timeline.selectors.store.faults import faults
from timeline.services import memberships as adding
from timeline.services import pictures, sources
from timeline.services.events import create_event
from timeline.services.importing import storing
from timeline.services.importing.drafts import FaultyError
from timeline.services.importing.storing import import_as_new, import_events
from timeline.services.sources import Citation
from timeline.services.timelines import create_timeline, publish_events

pytestmark = pytest.mark.django_db

CSV = b"date,title,people,category\n2024-05-20,The harbour opens,Mara Lind; Port & Sons,economy\n"


def exported(timeline: Timeline, write: Any = own.write) -> bytes:
    events = transfer.records(timeline, memberships.visible(timeline), whole)
    return b"".join(write(transfer.described(timeline, whole), events))


def whole(path: str) -> str:
    """The address of a path, but for that of an event: another database numbers them anew."""
    return "" if "/events/" in path else f"https://news.example{path}"


def compared(file: bytes) -> Any:
    """All but what another database gives its own: numbers and times."""
    document = json.loads(file)
    for told in (document["timeline"], *document["events"]):
        for name in ("id", "changed"):
            told.pop(name, None)
    return document


def emptied() -> None:
    Timeline.objects.all().delete()
    Event.objects.all().delete()
    Article.objects.all().delete()
    Entity.objects.all().delete()
    Category.objects.filter(key="harbours").delete()


@pytest.fixture
def full() -> Timeline:
    """The story of the pages, with one event that has all that an event can have."""
    timeline = telling.the_harbour()
    Entity.objects.filter(name="Mara Lind").update(kind="person")
    category = Category.objects.create(
        key="harbours", name="Harbours of old", colour="#123456", shape="star"
    )
    event = create_event(
        title="=A pier, and a “quay”",
        date="-0043",
        summary="Two\nlines.",
        category=category,
        importance=40,
        participants=[Entity.objects.create(kind="organisation", name="Port & Sons")],
        places=[Entity.objects.create(kind="place", name="Aldermoor")],
        evidence=[Citation("Annals, book 3", "https://example.org/annals")],
    )
    for one in Entity.objects.exclude(names__isnull=False):
        EntityName.objects.create(entity=one, name=one.name, folded=one.name.lower())
    EventMedia.objects.create(
        event=event, url="https://example.org/p.jpg", credit="A", alternative_text="A pier"
    )
    early = create_event(title="It was planned early", date="1990~", part="")
    publish_events(events=[event, early], timeline=timeline, user=None)
    return timeline


def test_our_json_comes_in_and_goes_out_again_as_it_was(full):
    file = exported(full)
    emptied()
    timeline, imported = import_as_new(incoming=read(file), publish=True)
    assert imported.added == 6
    assert compared(exported(timeline)) == compared(file)
    assert list(faults()) == []


def test_a_picture_that_is_kept_here_comes_in_as_itself_and_goes_out_again(full):
    picture = pictures.keep(data=as_file(), name="pier.jpg")
    pier = Event.objects.get(date="-0043")
    EventMedia.objects.create(event=pier, picture=picture, credit="B", alternative_text="A quay")
    Cover.objects.create(timeline=full, picture=picture, credit="C", alternative_text="A port")
    file = exported(full)
    Timeline.objects.all().delete()
    timeline, _imported = import_as_new(incoming=read(file), publish=True)
    again = timeline.events.get(date="-0043")
    assert [medium.picture for medium in again.media.all()] == [None, picture]
    assert timeline.cover.picture == picture
    assert compared(exported(timeline)) == compared(file)


def test_events_wait_unless_they_are_published():
    timeline = create_timeline(title="The harbour")
    import_events(incoming=read(CSV), timeline=timeline)
    event = timeline.events.get()
    assert (event.status, str(event.category)) == ("suggested", "Economy")
    assert timeline.visibility == "draft"


def test_nothing_is_stored_of_a_file_with_one_bad_cell():
    timeline = create_timeline(title="The harbour")
    incoming = read(CSV + b"soon,It closes,Somebody,\n")
    with pytest.raises(FaultyError, match="Row 3, column “date”"):
        import_events(incoming=incoming, timeline=timeline)
    assert not Event.objects.exists()
    assert not Entity.objects.exists()


def test_nothing_is_stored_where_the_last_rows_fail(monkeypatch):
    timeline = create_timeline(title="The harbour")
    monkeypatch.setattr(storing, "_EVENTS", 1)
    monkeypatch.setattr(adding, "join", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        import_events(incoming=read(CSV), timeline=timeline)
    assert not Event.objects.exists()


def test_what_is_here_already_is_told_and_not_doubled():
    timeline = create_timeline(title="The harbour")
    import_events(incoming=read(CSV), timeline=timeline)
    more = read(CSV + b"2025,It closes,,\n")
    assert [entry.row for entry in known(more.entries, timeline)] == [2]
    imported = import_events(incoming=more, timeline=timeline)
    assert (imported.added, imported.known) == (1, 1)
    assert Event.objects.count() == 2


def test_a_number_alone_tells_no_event_of_another_site_as_ours():
    timeline = create_timeline(title="The harbour")
    import_events(incoming=read(CSV), timeline=timeline)
    pk = timeline.events.get().pk
    file = f"id,date,title\n{pk},2024-05-20,Renamed\n{pk},1999,Something else\n"
    here = known(read(file.encode()).entries, timeline)
    assert [entry.event.title for entry in here] == ["Renamed"]


def test_a_quote_leads_to_the_article_that_is_stored():
    article = telling.article(
        telling.ENGLISH, "en", title="The harbour opens", url="https://example.org/harbour"
    )
    file = (
        "date,title,quote,source,published_on,source_url\n"
        "2024-05-20,A,The harbour opened again,Other,2024-05-30,https://example.org/harbour\n"
        "2024-05-21,B,Words it has not,Other,2024-05-30,https://example.org/harbour\n"
    )
    import_as_new(incoming=read(file.encode()), title="New")
    assert Event.objects.get(title="A").evidence.get().article == article
    made = Article.objects.get(evidence__event__title="B")
    assert (made.origin, made.url) == ("quoted", "https://example.org/harbour")


def test_two_sources_may_have_the_same_words():
    file = (
        "date,title,quote,source,publisher,published_on\n"
        "2024,A,It opened.,News,Courier,2024-05-30\n"
        "2025,B,It opened.,News,Herald,2024-05-30\n"
        "2026,C,It opened.,News,Herald,2024-05-30\n"
    )
    import_as_new(incoming=read(file.encode()), title="New")
    assert sorted(Article.objects.values_list("publisher", flat=True)) == ["Courier", "Herald"]


def test_a_known_organisation_is_no_new_person():
    port = Entity.objects.create(kind="organisation", name="Port & Sons")
    EntityName.objects.create(entity=port, name=port.name, folded="port sons")
    import_as_new(incoming=read(CSV), title="New")
    people = Event.objects.get().participants.values_list("name", "kind")
    assert sorted(people) == [("Mara Lind", "person"), ("Port & Sons", "organisation")]


def test_a_category_is_known_by_its_name_in_another_language():
    file = "date,title,category\n2024,A,اقتصاد\n2024,B,Economy\n".encode()
    import_as_new(incoming=read(file), title="New")
    assert {str(event.category) for event in Event.objects.all()} == {"Economy"}


def test_a_new_category_is_made_by_those_who_may_and_else_told_of():
    file = read(b"date,title,category\n2024,A,harbours\n")
    editor, chief = member("Editor"), member("Chief editor")
    _timeline, imported = import_as_new(incoming=file, title="New", user=editor)
    assert imported.left_out == ("harbours",)
    assert Event.objects.get().category is None
    import_as_new(incoming=file, title="Newer", user=chief)
    made = Category.objects.get(key="harbours")
    same_sign = Category.objects.filter(colour=made.colour, shape=made.shape)
    assert list(same_sign) == [made]


def test_a_timeline_of_timelinejs_brings_its_title_its_groups_and_its_media():
    file = {
        "title": {"text": {"headline": "The harbour", "text": "<p>A port told.</p>"}},
        "events": [
            {
                "start_date": {"year": -44},
                "text": {"headline": "A pier"},
                "group": "Harbours",
                "media": {"url": "https://example.org/p.jpg", "credit": "A", "caption": "A pier"},
            }
        ],
    }
    timeline, _imported = import_as_new(incoming=read(json.dumps(file).encode()), publish=True)
    assert (timeline.title, timeline.introduction) == ("The harbour", "A port told.")
    event = timeline.events.get()
    assert (event.date, str(event.category)) == ("-0043", "Harbours")
    medium = event.media.get()
    assert (medium.url, medium.credit) == ("https://example.org/p.jpg", "A")


def test_the_history_says_who_brought_the_events():
    editor = member("Editor")
    import_as_new(incoming=read(CSV), title="New", user=editor)
    event = Event.objects.get()
    assert (event.entered_by, event.history.get().history_user) == (editor, editor)


def test_who_may_not_imports_nothing():
    contributor, editor = member("Contributor"), member("Editor")
    timeline = create_timeline(title="The harbour")
    with pytest.raises(PermissionDenied):
        import_events(incoming=read(CSV), timeline=timeline, user=contributor)
    import_events(incoming=read(CSV), timeline=timeline, publish=True, user=editor)
    assert timeline.events.get().status == "published"


def test_a_quote_that_is_more_than_readers_may_see_is_refused_in_a_sentence():
    row = f"2024-05-20,It opens,{'x' * 1001},The Delta Post,2024-05-20\n"
    (fault,) = read(f"date,title,quote,source,published_on\n{row}".encode()).faults
    assert "1001 characters: at most 1000" in fault.in_words()


def test_signs_that_turn_letters_around_are_left_out_of_all_that_is_imported():
    turned = "sdrawkcab\u202e"
    columns = "date,title,summary,source\n"
    content = f"{columns}2024-05-20,{turned},{turned},{turned}\n".encode()
    import_events(incoming=read(content), timeline=create_timeline(title="Storms"))
    event = Event.objects.get()
    assert {event.title, event.summary, event.evidence.get().citation} == {"sdrawkcab"}


def test_the_lengths_that_are_accepted_are_those_of_the_fields():
    fields: dict[str, tuple[Any, str]] = {
        "title": (Event, "title"),
        "correction": (Event, "correction"),
        "category": (Category, "key"),
        "category_name": (Category, "name"),
        "name": (Entity, "name"),
        "url": (EventMedia, "url"),
        "credit": (EventMedia, "credit"),
        "credits": (Timeline, "credits"),
        "alternative_text": (EventMedia, "alternative_text"),
        "source": (Article, "title"),
        "publisher": (Article, "publisher"),
        "author": (Article, "author"),
        "language": (Article, "language"),
    }
    told = {name: model._meta.get_field(at).max_length for name, (model, at) in fields.items()}
    assert {**told, "era": LONGEST_NAME} == cells.LONGEST
    assert sources.MOST_QUOTED == cells.MOST_QUOTED
