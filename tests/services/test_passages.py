"""A passage becomes an event, and can be taken back while nothing else rests on it."""

import pytest
from django.core.exceptions import ValidationError

from tests.services import make
from timeline.models import Event, Timeline
from timeline.services import passages
from timeline.services.timelines import publish_events
from timeline.text import Span, locate

pytestmark = pytest.mark.django_db

STORM = "On May 20 a storm destroyed its longest pier"


@pytest.fixture
def article():
    return make.article(language="en")


def enter(article, words=STORM, user=None, **given):
    passage = locate(article.text, words)
    assert passage
    content = passages.read(article=article, passage=passage)
    return passages.enter(article=article, passage=passage, content=content, user=user, **given)


def test_what_is_left_empty_is_read_from_the_passage(article, nour):
    event = enter(article, user=nour)
    assert (event.date, event.status, event.confidence) == ("2024-05-20", "published", None)
    assert "storm" in event.title
    assert (event.entered_by, event.category.key) == (nour, "disaster")


def test_the_evidence_is_the_passage_with_the_words_of_its_date(article):
    (evidence,) = enter(article).evidence.with_quotes()
    assert (evidence.quote, evidence.expression) == (STORM, "May 20")
    assert evidence.rule == "nearest"


def test_a_date_that_the_passage_does_not_give_is_the_editors(article):
    event = enter(article, date="2024-05-21", title="A gale")
    (evidence,) = event.evidence.all()
    assert (event.date, event.title) == ("2024-05-21", "A gale")
    assert (evidence.rule, evidence.expression_start) == ("", None)


def test_without_a_date_nothing_is_entered(article):
    with pytest.raises(ValidationError):
        enter(article, "destroyed its longest pier")
    assert not Event.objects.exists()


def test_reading_writes_nothing(article):
    passages.read(article=article, passage=Span(0, 20))
    assert not Event.objects.exists()


def test_it_is_taken_back_as_if_it_had_never_been(article, nour):
    event = enter(article, user=nour)
    assert passages.take_back(article=article, event=event, user=nour)
    assert not Event.objects.exists()


def test_only_who_entered_it_takes_it_back(article, nour, sam):
    event = enter(article, user=nour)
    assert not passages.take_back(article=article, event=event, user=sam)
    assert not passages.take_back(article=article, event=enter(article), user=None)


def test_what_is_on_a_timeline_is_not_taken_back(article, nour):
    event = enter(article, user=nour)
    timeline = Timeline.objects.create(title="Storms", slug="storms")
    publish_events(events=[event], timeline=timeline, user=nour)
    assert not passages.take_back(article=article, event=event, user=nour)
