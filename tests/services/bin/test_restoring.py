"""What was deleted at the desk comes back out of the bin as it was, as far as its place is free."""

import datetime

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.admin.articles import extracted_article
from tests.admin.bridge import ARTICLE
from timeline.models import (
    Category,
    Deleted,
    Entity,
    Event,
    EventMedia,
    Evidence,
    Feed,
    GoneEvent,
    Merge,
    Picture,
    Timeline,
)
from timeline.selectors import public
from timeline.selectors.store.faults import faults
from timeline.services.bin import keeping
from timeline.services.bin.removal import discard
from timeline.services.bin.restoring import restore
from timeline.services.entities import add_names
from timeline.services.entity_merging import merge_entities
from timeline.services.events import create_event
from timeline.services.merging import merge, undo
from timeline.services.sources import Citation
from timeline.services.timelines import create_timeline, publish_events

pytestmark = pytest.mark.django_db


@pytest.fixture
def alma():
    person = Entity.objects.create(kind="person", name="Alma Torres", wikidata="Q42")
    add_names(entities=[person], language="en")
    return person


@pytest.fixture
def event(nour, alma):
    """Published on a public timeline, with a name, a category, a citation and a medium."""
    event = create_event(
        title="A storm",
        date="2024-05-20",
        category=Category.objects.get(key="disaster"),
        participants=[alma],
        evidence=[Citation("The Delta Post, page 3")],
        user=nour,
    )
    EventMedia.objects.create(
        event=event, url="https://example.org/a.jpg", credit="A", alternative_text="B"
    )
    publish_events(events=[event], timeline=create_timeline(title="Storms"), user=nour)
    event.refresh_from_db()
    return event


def thrown_away(record, user=None, reason=""):
    discard(model=type(record), records=[record], user=user, reason=reason)
    return Deleted.objects.first()


def back(kept, user=None):
    record, told = restore(deleted=kept, user=user)
    assert list(faults()) == []
    return type(record)._default_manager.get(pk=record.pk), told


def state(event):
    """Everything of an event but when it was brought back."""
    return (
        Event.objects.filter(pk=event.pk).values().get(),
        list(event.evidence.values()),
        list(event.media.values()),
        list(event.memberships.values()),
        list(event.participants.values_list("name", flat=True)),
        event.index.tokens,
    )


def test_an_event_comes_back_as_it_was_with_all_that_belonged_to_it(event, nour):
    before = state(event)
    kept = thrown_away(event, nour, "Told twice")
    assert not Event.objects.exists()
    assert (kept.title, kept.kind, kept.deleted_by, kept.reason) == (
        "A storm",
        "event",
        nour,
        "Told twice",
    )
    again, told = back(kept, nour)
    assert state(again) == before
    assert told == []
    assert not Deleted.objects.exists()


def test_the_timeline_counts_without_what_is_in_the_bin_and_with_what_is_back(event):
    timeline = Timeline.objects.get()
    kept = thrown_away(event)
    assert list(faults()) == []
    assert not timeline.counts.exists()
    version = Timeline.objects.get().version
    back(kept)
    assert timeline.counts.exists()
    assert Timeline.objects.get().version > version


def test_the_history_says_who_deleted_it_and_why_and_who_brought_it_back(event, nour):
    back(thrown_away(event, nour, "Told twice"), nour)
    last, gone, *_ = Event.history.filter(id=event.pk)
    assert (gone.history_type, gone.history_user, gone.history_change_reason) == (
        "-",
        nour,
        "Told twice",
    )
    assert (last.history_type, last.history_user) == ("+", nour)
    assert last.history_change_reason == "Brought back from the bin"


def test_many_events_go_into_the_bin_by_as_many_statements_as_few(event, nour):
    def gone(number):
        made = [create_event(title=f"Storm {n}", date="2024", user=nour) for n in range(number)]
        going: list[keeping.Going] = [(each, {Event: [each.pk]}) for each in made]
        with CaptureQueriesContext(connection) as queries:
            keeping.put(kind="event", going=going, user=nour)
        return len(queries)

    assert gone(2) == gone(40)


def test_many_events_are_deleted_by_as_many_statements_as_few(nour):
    def gone(number):
        made = [create_event(title=f"Storm {n}", date="2024", user=nour) for n in range(number)]
        with CaptureQueriesContext(connection) as queries:
            discard(model=Event, records=made, user=nour)
        pieces = Evidence.history.filter(event_id__in=[event.pk for event in made])
        assert pieces.filter(history_type="-").count() == number
        return len(queries)

    assert gone(2) == gone(40)


def test_of_many_that_are_deleted_at_once_each_has_who_and_why_in_its_history(event, alma, nour):
    other = create_event(title="A gale", date="2024", participants=[alma], user=nour)
    discard(model=Event, records=[event, other], user=nour, reason="Told twice")
    for pk in (event.pk, other.pk):
        last = Event.history.filter(id=pk).first()
        said = (last.history_type, last.history_user, last.history_change_reason)
        assert said == ("-", nour, "Told twice")
        restore(deleted=Deleted.objects.get(record=pk), user=nour)
    assert not list(faults())


def test_an_address_that_readers_knew_says_that_the_event_is_withdrawn(event):
    kept = thrown_away(event)
    assert public.is_withdrawn(event.pk)
    back(kept)
    assert not public.is_withdrawn(event.pk)
    assert public.event(event.pk)


def test_it_says_so_for_good(event):
    thrown_away(event)
    Deleted.objects.all().delete()
    assert public.is_withdrawn(event.pk)


def test_what_no_reader_saw_was_never_there(nour):
    thrown_away(create_event(title="A breeze", date="2024", user=nour))
    assert not GoneEvent.objects.exists()


def test_what_was_merged_into_it_comes_back_too_and_can_be_taken_apart(event, nour):
    other = create_event(title="A gale", date="2024-05-20", user=nour)
    merge(events=[other], heir=event, user=nour)
    kept = thrown_away(event)
    assert not Merge.objects.exists()
    assert public.is_withdrawn(other.pk)
    back(kept)
    undo(event=Event.objects.get(pk=other.pk), user=nour)
    assert Event.objects.get(pk=other.pk).status == "suggested"
    assert list(faults()) == []


def test_two_that_are_one_are_in_the_bin_once(event, nour):
    other = create_event(title="A gale", date="2024-05-20", user=nour)
    merge(events=[other], heir=event, user=nour)
    discard(model=Event, records=Event.objects.all(), user=nour)
    assert Deleted.objects.get().record == event.pk


def test_a_category_that_is_gone_is_said(event):
    kept = thrown_away(event)
    Category.objects.filter(key="disaster").delete()
    again, told = back(kept)
    assert again.category is None
    assert told == ["Its category is gone: it has none now."]


def test_a_timeline_that_is_gone_is_said(event):
    kept = thrown_away(event)
    Timeline.objects.all().delete()
    _again, told = back(kept)
    assert told == ["1 thing that belonged to it is gone and did not come back."]


def test_an_event_that_matches_a_filter_by_now_joins_its_timeline(event):
    kept = thrown_away(event)
    create_timeline(title="All", saved_filter={"words": "storm"})
    back(kept)
    assert Timeline.objects.get(title="All").memberships.count() == 1


def test_a_picture_stays_as_long_as_the_bin_shows_it(event):
    event.media.all().delete()
    name = default_storage.save("a.jpg", ContentFile(b"a picture"))
    picture = Picture.objects.create(name=name, width=1, height=1)
    EventMedia.objects.create(event=event, picture=picture, credit="A", alternative_text="B")
    again, _told = back(thrown_away(event))
    assert again.media.get().picture == picture


def test_a_timeline_comes_back_with_its_events_and_the_feed_that_fills_it(event):
    timeline = Timeline.objects.get()
    feed = Feed.objects.create(url="https://news.example/feed", timeline=timeline)
    before = list(timeline.memberships.values()), list(timeline.counts.values("level", "count"))
    kept = thrown_away(timeline)
    assert Event.objects.exists()
    again, told = back(kept)
    assert before == (list(again.memberships.values()), list(again.counts.values("level", "count")))
    feed.refresh_from_db()
    assert feed.timeline == again
    assert told == []


def test_a_timeline_whose_address_is_taken_gets_another_and_says_so(event):
    kept = thrown_away(Timeline.objects.get())
    create_timeline(title="Storms")
    again, told = back(kept)
    assert again.slug == "storms-2"
    assert told == ["Its address is taken: it is “storms-2” now."]


def test_a_timeline_comes_back_without_the_events_that_are_gone_and_says_how_many(event):
    kept = thrown_away(Timeline.objects.get())
    Event.objects.all().delete()
    again, told = back(kept)
    assert again.memberships.count() == 0
    assert told == ["1 thing that belonged to it is gone and did not come back."]


def test_the_filter_of_a_timeline_finds_what_came_meanwhile(event, nour):
    timeline = create_timeline(title="All", saved_filter={"words": "storm"})
    kept = thrown_away(timeline)
    create_event(title="Another storm", date="2023", status="published", user=nour)
    again, _told = back(kept)
    assert again.memberships.count() == 2


def test_an_article_comes_back_with_its_suggestions(nour):
    article = extracted_article()
    before = [state(event) for event in Event.objects.order_by("pk")]
    kept = thrown_away(article, nour)
    assert not Event.objects.exists()
    again, told = back(kept, nour)
    assert [state(event) for event in Event.objects.order_by("pk")] == before
    assert (again.text, again.waiting, again.status) == (ARTICLE, len(before), "extracted")
    assert told == []


def test_an_article_that_was_stored_again_is_not_stored_twice():
    kept = thrown_away(extracted_article())
    extracted_article()
    with pytest.raises(ValidationError, match="This text is stored again already, as “Bridge”"):
        restore(deleted=kept, user=None)
    assert Deleted.objects.exists()


def test_further_evidence_of_an_event_that_stays_comes_back(nour):
    article = extracted_article()
    event = Event.objects.earliest("pk")
    told = event.evidence.count()
    event.evidence.create(kind="citation", citation="The Delta Post")
    kept = thrown_away(article, nour)
    assert event.evidence.count() == 1
    back(kept, nour)
    assert event.evidence.count() == told + 1


def test_an_event_waits_for_the_article_that_it_rests_on(nour):
    article = extracted_article()
    event = Event.objects.earliest("pk")
    first = thrown_away(event, nour)
    second = thrown_away(article, nour)
    with pytest.raises(ValidationError, match="“Bridge”, which is in the bin, too"):
        restore(deleted=first, user=nour)
    back(second, nour)
    back(first, nour)


def test_an_event_whose_articles_are_gone_for_good_does_not_come_back(nour):
    article = extracted_article()
    first = thrown_away(Event.objects.earliest("pk"), nour)
    thrown_away(article, nour).delete()
    with pytest.raises(ValidationError, match="the articles that told of it are gone for good"):
        restore(deleted=first, user=nour)


def test_a_person_comes_back_with_names_and_events(event, alma):
    former = Entity.objects.create(kind="person", name="A. Torres")
    merge_entities(entities=[former], heir=alma, user=None)
    kept = thrown_away(alma)
    assert not event.participants.exists()
    assert "alma" not in Event.objects.get().index.tokens
    again, told = back(kept)
    assert event.participants.get() == again
    assert "alma" in Event.objects.get().index.tokens
    assert again.names.exists()
    assert public.heir_of(former.pk) == again.pk
    assert told == []


def test_a_wikidata_id_that_another_has_by_now_is_given_up(alma):
    kept = thrown_away(alma)
    Entity.objects.create(kind="person", name="Alma T.", wikidata="Q42")
    again, told = back(kept)
    assert again.wikidata == ""
    assert told == ["Another one has its Wikidata id Q42: it is without one now."]


def test_nothing_comes_back_twice(event):
    kept = thrown_away(event)
    again = Deleted.objects.get()
    back(kept)
    with pytest.raises(ValidationError, match="not in the bin any more"):
        restore(deleted=again, user=None)


def test_what_readers_see_is_deleted_and_brought_back_by_those_who_publish_alone(event):
    who = User.objects.create_user("mira")
    who.user_permissions.add(Permission.objects.get(codename="delete_event"))
    with pytest.raises(PermissionDenied):
        thrown_away(event, who)
    kept = thrown_away(event)
    with pytest.raises(PermissionDenied):
        restore(deleted=kept, user=who)
    who.user_permissions.add(Permission.objects.get(codename="publish_event"))
    back(kept, User.objects.get(pk=who.pk))


def test_the_bin_is_emptied_after_thirty_days(event, alma):
    old, young = thrown_away(event), thrown_away(alma)
    month = timezone.now() - datetime.timedelta(days=30)
    Deleted.objects.filter(pk=old.pk).update(deleted_at=month)
    assert keeping.empty() == 1
    assert Deleted.objects.get() == young


def test_a_field_that_came_since_and_one_that_went_keep_nothing_in_the_bin(event):
    kept = thrown_away(event)
    (table,) = [t for t in kept.content["tables"] if t["model"] == "timeline.event"]
    table["fields"][table["fields"].index("correction")] = "mistake"
    kept.save()
    assert back(kept)[0].correction == ""
