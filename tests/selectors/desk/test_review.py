"""What the review counts and sets aside."""

import pytest

from tests.services import make
from timeline.models import Event
from timeline.selectors.desk.review import Found, decided, is_above, undated_in
from timeline.services import passages, review
from timeline.services.extract import extract_article
from timeline.services.passages import set_aside
from timeline.text import Span

pytestmark = pytest.mark.django_db

VAGUE = "The mayor was recently elected by the council. On May 20 a storm destroyed the pier."


def suggest(article, *confidences):
    for number, confidence in enumerate(confidences):
        words = article.text.split(" ")[number]
        make.event(confidence=confidence, evidence=[make.quote(article, words)])


def test_thresholds_tell_how_many_each_would_accept():
    article = make.article(text="one two three four five six")
    suggest(article, 0.95, 0.82, 0.82, 0.6, None)
    assert decided(article).thresholds == [(95, 1), (80, 3), (60, 4)]


def test_a_threshold_that_takes_all_or_nothing_is_not_offered():
    article = make.article(text="one two three")
    suggest(article, 0.9, 0.9)
    assert decided(article).thresholds == []


def test_what_is_decided_counts_no_more():
    article = make.article(text="one two three")
    suggest(article, 0.9, 0.6)
    review.accept(events=[Event.objects.get(confidence=0.9)], user=None)
    state = decided(article)
    assert (state.waiting, state.accepted, state.total) == (1, 1, 2)
    assert state.confidences == [0.6]


def test_a_confidence_is_compared_as_it_is_shown():
    assert is_above(0.8, 80)
    assert is_above(0.29, 29)
    assert not is_above(0.79, 80)
    assert not is_above(None, 0)


@pytest.mark.parametrize(
    ("date", "vague"),
    [
        ("198X", True),
        ("18XX", True),
        ("1980/1995", True),
        ("2011/..", False),
        ("2011", False),
        ("2024-05-20", False),
    ],
)
def test_dates_that_say_hardly_when_are_vague(date, vague):
    assert Found(Event(title="A storm", date=date), []).vague is vague


@pytest.fixture
def vague():
    article = make.article(text=VAGUE, language="en")
    article.refresh_from_db()
    extract_article(article=article)
    return article


def test_what_is_told_without_a_date_is_kept_with_its_words(vague):
    (passage,) = undated_in(vague)
    assert passage.before == "The mayor was "
    assert passage.expression == "recently"
    assert passage.after == " elected by the council."


def test_it_is_gone_once_it_is_an_event(vague):
    (found,) = undated_in(vague)
    span = Span(found.start, found.end)
    said = passages.read(article=vague, passage=span)
    passages.enter(article=vague, passage=span, content=said, date="2024-05", user=None)
    assert undated_in(vague) == []


def test_what_was_set_aside_stays_so_when_the_article_is_read_again(vague):
    (found,) = undated_in(vague)
    assert set_aside(article=vague, at=found.at, aside=True)
    extract_article(article=vague)
    assert undated_in(vague) == []
    assert set_aside(article=vague, at=found.at, aside=False)
    assert len(undated_in(vague)) == 1


def test_a_passage_that_is_not_there_is_not_set_aside(vague):
    assert not set_aside(article=vague, at=3, aside=True)
