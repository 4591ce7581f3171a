"""Rows stored in bulk are the rows that the ORM would store one by one."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from timeline.models import Article, Entity, Event
from timeline.services import rows

pytestmark = pytest.mark.django_db

AWKWARD = 'tab\t, line\n, \\N, \\., "quotes", ‘الجيش’, 🕰, %s, ?'


def an_event(title: str = "Talks") -> Event:
    event = Event(title=title, date="2019-10", importance=3, reasons=["a", {"b": AWKWARD}])
    event.derive_days()
    return event


def values(row, *but):
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.attname not in but
    }


def test_every_text_comes_back_as_it_was_given():
    rows.insert([Entity(kind="person", name=AWKWARD)])
    assert Entity.objects.get().name == AWKWARD


def test_values_are_stored_under_their_columns():
    rows.insert([event := an_event()])
    person = Entity.objects.create(kind="person", name="Mara Lind")
    rows.insert_values(Event.participants.through, ("event", "entity"), [(event.pk, person.pk)])
    assert list(event.participants.all()) == [person]


def test_a_row_is_the_same_as_one_that_was_saved():
    saved, inserted = an_event(), an_event()
    saved.save()
    rows.insert_with_history([inserted])
    times = ("id", "created_at", "updated_at")
    stored = Event.objects.get(pk=inserted.pk)
    assert values(stored, *times) == values(Event.objects.get(pk=saved.pk), *times)
    assert abs(stored.created_at - saved.created_at) < datetime.timedelta(minutes=1)


def test_the_history_begins_as_that_of_a_row_that_was_saved():
    saved, inserted = an_event(), an_event()
    saved.save()
    rows.insert_with_history([inserted])
    times = ("id", "history_id", "history_date", "created_at", "updated_at")
    (entry,) = inserted.history.all()
    assert values(entry, *times) == values(saved.history.get(), *times)


def test_a_history_holds_no_text_of_an_article():
    article = Article(title="T", text="x", text_sha256="1", published_on=datetime.date(2024, 5, 1))
    rows.insert_with_history([article])
    assert article.history.get().title == "T"


def test_rows_have_their_ids_and_later_ones_get_others():
    first = an_event("before")
    first.save()
    many = [an_event(str(number)) for number in range(5)]
    rows.insert(many)
    last = an_event("after")
    last.save()
    titles = Event.objects.order_by("pk").values_list("title", flat=True)
    assert list(titles) == ["before", "0", "1", "2", "3", "4", "after"]
    assert Event.objects.get(pk=many[3].pk).title == "3"


def test_what_a_constraint_forbids_is_refused_as_the_orm_refuses_it():
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.insert([an_event(), an_event(title="")])
    assert Event.objects.count() == 0


def test_nothing_to_store_is_no_error():
    rows.insert([])
    rows.insert_with_history([])
