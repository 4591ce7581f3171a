from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from tests.services import make
from timeline.extraction.findings import Name
from timeline.models import Entity, Event, Evidence
from timeline.services.events import create_event, update_event
from timeline.services.sources import Citation, Quote, quoted
from timeline.text import Span

pytestmark = pytest.mark.django_db


def test_an_event_by_hand_stands_on_the_editors_word(nour: User) -> None:
    event = create_event(title=" The opening ", date="2019-03", user=nour)
    assert event.title == "The opening"
    assert event.entered_by == nour
    assert [evidence.kind for evidence in event.evidence.all()] == ["editors"]
    assert event.history.get().history_user == nour


def test_an_event_keeps_every_source_it_is_given(nour: User) -> None:
    article = make.article()
    passage = make.quote(article, "On May 20 a storm destroyed its longest pier", "On May 20")
    event = make.event(evidence=[passage, Citation("Port log, page 7", "https://port.example/7")])
    quote, citation = event.evidence.with_quotes()
    assert quote.quote == "On May 20 a storm destroyed its longest pier"
    assert quote.expression == "On May 20"
    assert quote.rule == "explicit"
    assert (citation.kind, citation.citation) == ("citation", "Port log, page 7")


def test_a_passage_that_the_event_has_is_not_added_twice(nour: User) -> None:
    article = make.article()
    passage = quoted(article=article, words="longest pier")
    event = make.event(evidence=[passage])
    update_event(event=event, user=nour, evidence=[passage])
    assert event.evidence.count() == 1


def test_words_that_are_not_in_the_article_are_refused() -> None:
    with pytest.raises(ValidationError, match="These words are not in the article"):
        quoted(article=make.article(), words="shortest pier")


@pytest.mark.parametrize("span", [Span(0, 0), Span(-1, 4), Span(5, 4), Span(0, len(make.TEXT) + 1)])
def test_a_passage_outside_the_text_leaves_nothing_behind(span: Span) -> None:
    article = make.article()
    with pytest.raises(ValidationError, match="is outside the article"):
        make.event(evidence=[Quote(article, span)])
    assert not Event.objects.exists()
    assert not Event.history.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"date": "20 May"},
        {"date": "2024-13"},
        {"title": "  "},
        {"part": "LATE"},
        {"status": "lost"},
        {"importance": 101},
        {"confidence": 1.5},
    ],
)
def test_what_is_no_event_is_refused_and_nothing_is_stored(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        make.event(places=[Name("Sidra", "place")], **wrong)
    assert not Event.objects.exists()
    assert not Entity.objects.exists()


def test_names_find_the_entities_that_are_known_whatever_their_marks() -> None:
    first = make.event(
        participants=[Name("Bashar al-Assad", "person"), Name("bashar Al Assad", "person")],
        places=[Name("Sidra", "place")],
    )
    second = make.event(
        participants=[Name("Bashar Al-Assad", "person"), Name("Sidra", "organisation")],
        places=[Name("sidra", "place")],
    )
    assert list(first.places.all()) == list(second.places.all())
    assert set(first.participants.all()) < set(second.participants.all())
    assert first.participants.count() == 1
    assert Entity.objects.count() == 3


def test_arabic_names_are_found_with_and_without_vowel_signs() -> None:
    make.event(places=[Name("طَهران", "place")], language="ar")
    make.event(places=[Name("طهران", "place")], language="ar")
    assert Entity.objects.get().names.get().language == "ar"


def test_a_correction_moves_the_days_and_is_the_correctors_own(nour: User) -> None:
    event = make.event()
    update_event(event=event, user=nour, date="2024-05", title="A stormy month")
    stored = Event.objects.get()
    assert (stored.first_day, stored.last_day) == (2460432, 2460462)
    assert stored.entered_by == nour
    assert event.title == "A stormy month"


def test_a_correction_that_makes_no_sense_changes_nothing(nour: User) -> None:
    event = make.event()
    with pytest.raises(ValidationError, match="2024-99"):
        update_event(event=event, user=nour, title="Other", date="2024-99")
    assert Event.objects.get().title == "A storm"
    with pytest.raises(TypeError, match="confidence"):
        update_event(event=event, user=nour, confidence=1.0)


def test_participants_and_places_are_replaced_only_where_they_are_given(nour: User) -> None:
    event = make.event(
        participants=[Name("Nour", "person")], places=[Name("Sidra", "place")], status="published"
    )
    update_event(event=event, user=nour, places=[Name("Tobruk", "place")])
    assert [place.name for place in event.places.all()] == ["Tobruk"]
    assert [person.name for person in event.participants.all()] == ["Nour"]


def test_evidence_leaves_a_history() -> None:
    make.event()
    assert Evidence.history.get().kind == "editors"


def test_a_quote_of_more_than_readers_may_see_is_refused(nour):
    article = make.article("x" * 1001)
    with pytest.raises(ValidationError, match="at most 1000 characters"):
        make.event(evidence=[Quote(article, Span(0, 1001))])


def test_signs_that_turn_letters_around_are_left_out_of_longer_texts_too(nour):
    event = make.event(summary="sdrawkcab\u202e", evidence=[Citation("\u202dforwards")])
    update_event(event=event, user=nour, correction="\u202esdrawkcab")
    assert (event.summary, event.correction) == ("sdrawkcab", "sdrawkcab")
    assert event.evidence.get().citation == "forwards"
