"""The sample: all its articles are read, and its timeline stands on what was found in them."""

import tomllib

import pytest
from django.db import transaction

from timeline.management import sample
from timeline.models import Article, Entity, Event, Evidence, Timeline
from timeline.selectors.store.faults import faults

EDITION = tomllib.loads((sample.FOLDER / "edition.toml").read_text(encoding="utf-8"))


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def published(django_db_setup, django_db_blocker):
    """Made once for all tests of this file, because it takes seconds; each undoes what it does."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield sample.publish()
        transaction.set_rollback(True)


def test_there_are_eight_articles_or_more_and_two_of_them_are_arabic():
    languages = [document.language for document in sample.documents()]
    assert len(languages) >= 8
    assert languages.count("ar") >= 2


def test_every_event_of_the_edition_is_on_the_timeline(published):
    titles = set(published.memberships.filter(visible=True).values_list("event__title", flat=True))
    assert titles == {entry["title"] for entry in EDITION["events"]}


def test_readers_see_the_timeline(published):
    assert published.visibility == Timeline.Visibility.PUBLIC
    assert sample.slug() == published.slug


def test_each_event_has_the_evidence_of_every_article_that_the_edition_names(published):
    for entry in EDITION["events"]:
        evidence = Evidence.objects.filter(event__title=entry["title"])
        assert evidence.values("article").distinct().count() == len(entry["told"]), entry["title"]


@pytest.mark.parametrize("date", ["2019-10", "2022-05-08", "2024-05-30"])
def test_the_three_visits_are_quoted_in_two_languages(published, date):
    (event,) = Event.objects.filter(status=Event.Status.PUBLISHED, date=date)
    languages = set(event.evidence.values_list("article__language", flat=True))
    assert languages == {"en", "ar"}


def test_a_month_of_the_sample_stays_a_month(published):
    (visit,) = published.events.filter(title__startswith="First visit")
    assert visit.date == "2019-10"


def test_readers_meet_names_in_the_language_of_the_timeline(published):
    events = published.events.prefetch_related("participants", "places")
    named = {
        one.name for event in events for one in (*event.participants.all(), *event.places.all())
    }
    assert {"Bashar al-Assad", "Guardian Council", "Mashhad", "Syria"} <= named
    assert [name for name in named if not name.isascii()] == []


def test_who_is_named_in_both_languages_is_found_by_either_name(published):
    for name in EDITION["names"]:
        (one,) = Entity.objects.filter(kind=name["kind"], names__name=name["ar"])
        assert one.name == name["en"]


def test_the_store_agrees_with_itself_after_the_sample(published):
    assert list(faults()) == []


def test_what_the_edition_leaves_out_waits_at_the_desk(published):
    assert Event.objects.filter(status=Event.Status.SUGGESTED).count() > len(EDITION["events"])


def test_only_an_empty_database_takes_the_sample(published):
    assert not sample.is_wanted()
    Timeline.objects.all().delete()
    assert not sample.is_wanted(), "what somebody deleted does not come back"


def test_a_telling_that_is_not_found_stops_the_sample_and_leaves_nothing(monkeypatch, tmp_path):
    text = (sample.FOLDER / "edition.toml").read_text(encoding="utf-8")
    (tmp_path / "edition.toml").write_text(text.replace("the last to do so", "the first to do so"))
    name = "2024-06-02-three-visits.json"
    (tmp_path / name).write_bytes((sample.FOLDER / name).read_bytes())
    monkeypatch.setattr(sample, "FOLDER", tmp_path)
    before = Article.objects.count()
    with pytest.raises(sample.SampleError, match=r"no event on 2010-09.*the first to do so"):
        sample.publish()
    assert Article.objects.count() == before
