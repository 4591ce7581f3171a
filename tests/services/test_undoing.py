"""Back to a version: what belonged to a record comes back as far as it is kept."""

import pytest

from tests.pictures import as_file
from timeline.models import Cover, Entity, Picture, TimelineEvent
from timeline.services import pictures, ties, undoing, versions
from timeline.services.entities import add_names
from timeline.services.events import create_event
from timeline.services.timelines import add_events, create_timeline

pytestmark = pytest.mark.django_db


def test_a_version_that_says_nothing_is_as_the_next_that_does():
    alma = Entity.objects.create(kind="person", name="Alma")
    add_names(entities=[alma])
    first = alma.history.get().pk
    alma.save()
    versions.complete(model=Entity, ids=[alma.pk])
    alma.names.all().delete()
    alma.save()
    versions.renew(model=Entity, ids=[alma.pk])
    undoing.bring_back(record=alma, version=first)
    assert [each.name for each in alma.names.all()] == ["Alma"]


def test_pictures_that_are_kept_no_longer_are_counted():
    timeline = create_timeline(title="Storms")
    picture = pictures.keep(data=as_file(), name="quay.jpg")
    Cover.objects.create(timeline=timeline, picture=picture, credit="A", alternative_text="B")
    versions.complete(model=type(timeline), ids=[timeline.pk])
    first = timeline.history.get().pk
    Cover.objects.all().delete()
    Picture.objects.all().delete()
    assert undoing.bring_back(record=timeline, version=first) == 1
    assert not Cover.objects.exists()


def test_what_moved_to_another_day_stands_there_by_its_id():
    timeline = create_timeline(title="Storms")
    first, second = (create_event(title=t, date="2024-05-20", status="published") for t in "ab")
    add_events(events=[first, second], timeline=timeline)
    ties.move(event=second, timeline=timeline, before=first)
    version = timeline.history.first().pk
    TimelineEvent.objects.filter(event=second).update(sort_day=1, tie=0)
    undoing.bring_back(record=timeline, version=version)
    assert not TimelineEvent.objects.exclude(tie=0).exists()
