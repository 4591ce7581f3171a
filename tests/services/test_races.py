"""Editors and workers at once: nobody waits for ever, and what is counted stays right."""

import random
from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from tests.services import make
from timeline.models import Event, Timeline
from timeline.selectors.store.faults import faults
from timeline.services import review
from timeline.services.events import update_event
from timeline.services.extract import extract_article
from timeline.services.timelines import (
    add_events,
    create_timeline,
    publish_events,
    refresh,
    remove_events,
)

pytestmark = pytest.mark.django_db(transaction=True)

WORKERS, TURNS = 4, 12


def at_once(act: Callable[[random.Random], None]) -> list[Exception]:
    """Let every worker act so many times, each by dice of its own; what went wrong."""
    start, wrong = Barrier(WORKERS), []

    def work(number: int) -> None:
        dice = random.Random(number)  # noqa: S311
        start.wait()
        try:
            for _ in range(TURNS):
                act(dice)
        except Exception as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [Thread(target=work, args=(number,)) for number in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def test_decisions_corrections_and_timelines_at_once_leave_a_store_without_faults() -> None:
    article = make.article()
    passage = make.quote(article, "a storm destroyed its longest pier")
    for number in range(5):
        make.event(f"2024-05-{10 + number}", evidence=[passage], category=make.category())
    create_timeline(title="One")
    create_timeline(title="Two", saved_filter={"categories": ["disaster"]})
    create_timeline(title="Three")
    events, timelines = list(Event.objects.all()), list(Timeline.objects.all())

    def act(dice: random.Random) -> None:
        some, timeline = dice.sample(events, 3), dice.choice(timelines)
        timeline = Timeline.objects.get(pk=timeline.pk)
        dice.choice(
            [
                lambda: review.accept(events=some, user=None),
                lambda: review.reject(events=some, user=None),
                lambda: publish_events(events=some, timeline=timeline, user=None),
                lambda: add_events(events=some, timeline=timeline),
                lambda: remove_events(events=some, timeline=timeline),
                lambda: refresh(timeline=timeline),
                lambda: update_event(
                    event=some[0], user=None, date=f"2024-05-{dice.randrange(10, 30)}"
                ),
            ]
        )()

    assert at_once(act) == []
    assert list(faults()) == []


def test_an_article_read_by_several_workers_at_once_has_its_events_once() -> None:
    article = make.article()

    def act(_dice: random.Random) -> None:
        extract_article(article=make.article())

    assert at_once(act) == []
    assert sorted(Event.objects.values_list("date", flat=True)) == ["2019-03-12", "2024-05-20"]
    assert article.evidence.count() == 2
    assert list(faults()) == []
