"""An event that is two: its evidence is divided, and nothing of it is lost."""

import pytest
from django.core.exceptions import ValidationError

from tests.services import make
from timeline.dates.resolution import Resolution
from timeline.models import Event, Timeline
from timeline.services.review import accept
from timeline.services.sources import Quote
from timeline.services.splitting import split
from timeline.services.timelines import publish_events
from timeline.text import Span

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    """Suggested on the strength of two passages that give two days."""
    article = make.article()
    pieces = [
        Quote(article, Span(at, at + 10), None, Resolution("explicit", "", "", date))
        for at, date in ((0, "2019-03-12"), (70, "2024-05-20"))
    ]
    return make.event("2019-03-12", evidence=pieces, confidence=0.8, category=make.category())


def second_piece(event):
    return [event.evidence.last().pk]


def test_the_evidence_is_divided_and_each_has_its_date(event, nour):
    second = split(event=event, evidence=second_piece(event), user=nour)
    assert (event.evidence.count(), second.evidence.count()) == (1, 1)
    assert (event.date, second.date) == ("2019-03-12", "2024-05-20")
    assert (second.title, second.status, second.category) == (
        event.title,
        event.status,
        event.category,
    )
    assert second.entered_by == nour


def test_where_the_words_give_no_date_the_second_has_that_of_the_first(event):
    event.evidence.update(value="", anchor="")
    assert split(event=event, evidence=second_piece(event), user=None).date == event.date


def test_it_is_on_the_same_timelines(event):
    accept(events=[event], user=None)
    timeline = Timeline.objects.create(title="Harbours", slug="harbours")
    publish_events(events=[event], timeline=timeline, user=None)
    second = split(event=event, evidence=second_piece(event), user=None)
    assert set(timeline.memberships.filter(visible=True).values_list("event", flat=True)) == {
        event.pk,
        second.pk,
    }


def test_both_are_counted_as_waiting(event):
    split(event=event, evidence=second_piece(event), user=None)
    article = event.evidence.get().article
    assert article.waiting == 2


def test_some_evidence_has_to_go_and_some_to_stay(event):
    everything = list(event.evidence.values_list("pk", flat=True))
    for pieces in ([], everything, [10**9]):
        with pytest.raises(ValidationError):
            split(event=event, evidence=pieces, user=None)
    assert Event.objects.count() == 1


def test_what_happened_to_evidence_and_event_is_in_their_history(event, nour):
    second = split(event=event, evidence=second_piece(event), user=nour)
    assert second.history.get().history_user == nour
    assert second.evidence.get().history.first().history_user == nour
