"""Names, articles and events that change at once: whoever is last, the index knows it."""

import random

import pytest
from django.db import transaction

from tests.services import make
from tests.services.test_races import at_once
from timeline.extraction.findings import Name
from timeline.models import Article, Entity, Event
from timeline.selectors.store import event_words
from timeline.services import search_index
from timeline.services.events import delete_events, update_event
from timeline.services.timelines import add_events, create_timeline

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_renamed_corrected_entered_and_deleted_at_once_is_found_as_it_is() -> None:
    article = make.article(publisher="The Gazette")
    passage = make.quote(article, "a storm destroyed its longest pier")
    people = [Name(f"Person {number}", "person") for number in range(3)]
    for number in range(4):
        make.event(title=f"Event {number}", evidence=[passage], participants=people[:number])
    add_events(events=Event.objects.all(), timeline=create_timeline(title="One"))
    entities = list(Entity.objects.all())

    def rename(dice: random.Random) -> None:
        with transaction.atomic():
            entity = dice.choice(entities)
            Entity.objects.filter(pk=entity.pk).update(name=f"Person {dice.random()}")
            search_index.retell_entities(ids=[entity.pk])

    def retitle(dice: random.Random) -> None:
        with transaction.atomic():
            Article.objects.update(title=f"News {dice.random()}")
            search_index.retell_articles(ids=[article.pk])

    def correct(dice: random.Random) -> None:
        event = dice.choice(Event.objects.order_by("pk")[:4])
        named = dice.sample(entities, 2)
        update_event(event=event, user=None, title=f"Event {dice.random()}", participants=named)

    def enter(dice: random.Random) -> None:
        make.event(title="New", evidence=[passage], participants=dice.sample(entities, 1))

    def delete(dice: random.Random) -> None:
        delete_events(events=Event.objects.order_by("-pk").filter(title="New")[:1])

    assert at_once(lambda dice: dice.choice([rename, retitle, correct, enter, delete])(dice)) == []
    assert list(event_words.faults()) == []
