from typing import Any

import pytest
from django.contrib.auth.models import User

from tests.services import make
from timeline.models import Article, Entity, Event, Evidence
from timeline.services import review
from timeline.services.entities import known_in
from timeline.services.events import update_event
from timeline.services.extract import extract_article
from timeline.services.sources import EditorsWord, add_sources
from timeline.services.timelines import add_events, create_timeline

pytestmark = pytest.mark.django_db


def facts(events: Any) -> list[tuple[str, str]]:
    return sorted((event.date, event.title) for event in events)


def test_an_article_becomes_suggestions_with_their_words() -> None:
    article = make.article()
    events = extract_article(article=article)
    assert {event.date for event in events} == {"2019-03-12", "2024-05-20"}
    assert {event.status for event in events} == {"suggested"}
    assert (article.status, article.language) == ("extracted", "en")
    storm = Event.objects.get(date="2024-05-20")
    evidence = storm.evidence.with_quotes().get()
    assert "storm destroyed its longest pier" in evidence.quote
    assert "May 20" in evidence.expression
    assert evidence.anchor == "publication:2024-05-30"
    assert 0 < (storm.confidence or 0) <= 1


def test_reading_an_article_again_leaves_the_same_events() -> None:
    article = make.article()
    before = facts(extract_article(article=article))
    entities = Entity.objects.count()
    assert facts(extract_article(article=article)) == before == facts(Event.objects.all())
    assert Evidence.objects.count() == len(before)
    assert Entity.objects.count() == entities


def test_what_people_decided_stays_and_is_not_suggested_again(nour: User) -> None:
    article = make.article()
    opening, storm = sorted(extract_article(article=article), key=lambda event: event.date)
    review.reject(events=[opening], user=nour)
    update_event(event=storm, user=nour, title="The great storm", date="2024-05-21")
    assert extract_article(article=article) == []
    assert [(e.pk, e.status, e.title) for e in Event.objects.order_by("pk")] == [
        (event.pk, status, title)
        for event, status, title in sorted(
            [(opening, "rejected", opening.title), (storm, "suggested", "The great storm")],
            key=lambda entry: entry[0].pk,
        )
    ]


def test_only_the_articles_own_suggestions_are_replaced() -> None:
    article, other = make.article(), make.article(make.TEXT + "\n")
    others = extract_article(article=other)
    shared = extract_article(article=article)[0]
    add_sources(event=shared, sources=[EditorsWord()])
    by_hand = make.event(title="By hand", date="2020")
    extract_article(article=article)
    kept = set(Event.objects.values_list("pk", flat=True))
    assert {shared.pk, by_hand.pk, *(event.pk for event in others)} <= kept


def test_replaced_suggestions_leave_their_timelines_counted_right() -> None:
    timeline = create_timeline(title="Harbours")
    article = make.article()
    add_events(events=extract_article(article=article), timeline=timeline)
    extract_article(article=article)
    assert not timeline.memberships.exists()


def test_an_article_is_reviewed_once_nothing_waits(nour: User) -> None:
    article = make.article()
    first, second = extract_article(article=article)
    review.accept(events=[first], user=nour)
    assert Article.objects.get().status == "extracted"
    review.reject(events=[second], user=nour)
    assert Article.objects.get().status == "reviewed"
    review.restore(events=[second], user=nour)
    assert Article.objects.get().status == "extracted"


def test_an_article_without_dates_holds_nothing_to_review() -> None:
    article = make.article("The harbour is old. Nobody knows who built it.")
    assert extract_article(article=article) == []
    assert article.status == "reviewed"


def test_only_names_that_people_stand_behind_help_to_read_the_next_article(nour: User) -> None:
    from timeline.extraction.findings import Name

    event = make.event(places=[Name("Port Sidra", "place")], title="A storm at sea")
    make.event(places=[Name("Tobruk", "place")])
    assert known_in(text="From port-sidra to Tobruk") == []
    review.accept(events=[event], user=nour)
    (known,) = known_in(text="From port-sidra to Tobruk")
    assert (known.text, known.kind) == ("Port Sidra", "place")
    assert known_in(text="From port to sidra") == []


def test_names_are_known_in_a_text_that_has_fewer_words_than_there_are_names(nour: User) -> None:
    from timeline.extraction.findings import Name

    names = [Name(f"Port {number}", "place") for number in range(12)]
    make.event(places=names, title="Storms at sea", status="published")
    for text in ("Port 3 was closed", "Port 3 was closed. " + "Nobody came. " * 12):
        assert [known.text for known in known_in(text=text)] == ["Port 3"]
