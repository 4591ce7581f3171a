"""An article knows how many of its events wait and how sure they are, whatever is done to them."""

import pytest

from tests.services import make
from timeline.models import Event
from timeline.services import merging, review
from timeline.services.events import delete_events, update_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    stored = make.article(text="one two three")
    for words, confidence in (("one", 0.9), ("two", 0.5)):
        make.event(confidence=confidence, evidence=[make.quote(stored, words)])
    review.mark_article(pk=stored.pk)
    return stored


def counted(article):
    article.refresh_from_db()
    return article.status, article.waiting, article.certainty


def test_what_waits_is_counted_with_its_mean_confidence(article):
    assert counted(article) == ("extracted", 2, pytest.approx(0.7))


def test_decisions_are_counted(article):
    review.accept(events=[Event.objects.get(confidence=0.5)], user=None)
    assert counted(article) == ("extracted", 1, pytest.approx(0.9))
    review.reject(events=Event.objects.all(), user=None)
    assert counted(article) == ("reviewed", 0, None)
    review.restore(events=Event.objects.all(), user=None)
    assert counted(article)[:2] == ("extracted", 2)


def test_a_status_changed_in_a_form_is_counted(article):
    update_event(event=Event.objects.get(confidence=0.5), user=None, status="published")
    assert counted(article)[1] == 1


def test_merging_is_counted(article):
    events = list(Event.objects.order_by("pk"))
    merging.merge(events=events, heir=events[0], user=None)
    assert counted(article)[1] == 1


def test_deleting_is_counted(article):
    delete_events(events=Event.objects.all())
    assert counted(article) == ("reviewed", 0, None)
