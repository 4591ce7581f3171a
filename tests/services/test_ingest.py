import datetime
from threading import Barrier, Thread

import pytest
from django.db import connection

from tests.services import make
from timeline.fetching.document import Document
from timeline.models import Article, Entity, Event, Timeline
from timeline.services import extract
from timeline.services.ingest import Defaults, Outcome, Result, ingest_document
from timeline.services.timelines import create_timeline

pytestmark = pytest.mark.django_db

DOCUMENT = Document(
    title="The harbour",
    text=make.TEXT,
    published_on=make.PUBLISHED_ON,
    published="2024-05-30T23:30:00-05:00",
    publisher="The Pier",
    language="en",
    url="https://news.example/harbour",
)
NONE = Defaults()


def test_a_document_is_stored_with_its_events() -> None:
    outcome = ingest_document(document=DOCUMENT, defaults=NONE)
    article = Article.objects.get()
    assert (outcome.result, outcome.article, outcome.error) == (Result.STORED, article, None)
    assert {event.status for event in outcome.events} == {"suggested"}
    assert (article.published_on, article.published) == (
        datetime.date(2024, 5, 30),
        "2024-05-30T23:30:00-05:00",
    )
    assert (article.publisher, article.url, article.origin) == (
        "The Pier",
        "https://news.example/harbour",
        "file",
    )


def test_a_text_that_is_stored_is_known_and_what_was_decided_stands() -> None:
    ingest_document(document=DOCUMENT, defaults=NONE)
    Event.objects.update(status="rejected")
    timeline = create_timeline(title="Harbours")
    again = ingest_document(document=DOCUMENT, defaults=NONE, timeline=timeline, publish=True)
    assert again.result is Result.KNOWN
    assert again.article == Article.objects.get()
    assert not timeline.memberships.exists()
    assert set(Event.objects.values_list("status", flat=True)) == {"rejected"}


def test_defaults_hold_only_where_the_document_says_nothing() -> None:
    defaults = Defaults(datetime.date(2020, 1, 1), "ar")
    ingest_document(document=DOCUMENT, defaults=defaults)
    ingest_document(document=Document(title="", text="It rained."), defaults=defaults)
    said, silent = Article.objects.order_by("-pk")[::-1]
    assert (said.published_on.year, said.language) == (2024, "en")
    assert (silent.published_on.year, silent.language) == (2020, "ar")


@pytest.mark.parametrize(
    ("document", "error"),
    [
        (Document(title="No date", text="It rained."), "it has no publication date"),
        (
            Document(title="Made", text="It rained.", doubtful_on=make.PUBLISHED_ON),
            "What it gives, 2024-05-30, may be another day.",
        ),
        (Document(title="Nothing", text=" \n", published_on=make.PUBLISHED_ON), "it is empty"),
    ],
)
def test_what_cannot_be_stored_is_told(document: Document, error: str) -> None:
    outcome = ingest_document(document=document, defaults=NONE)
    assert outcome.result is Result.FAILED
    assert error in str(outcome.error)
    assert not Article.objects.exists()


def test_published_events_stand_on_the_public_timeline() -> None:
    timeline = create_timeline(title="Harbours")
    outcome = ingest_document(document=DOCUMENT, defaults=NONE, timeline=timeline, publish=True)
    assert timeline.memberships.filter(visible=True).count() == len(outcome.events) == 2
    assert Timeline.objects.get().visibility == "public"
    assert Article.objects.get().status == "reviewed"


def test_without_publishing_they_wait_on_the_timeline() -> None:
    timeline = create_timeline(title="Harbours")
    ingest_document(document=DOCUMENT, defaults=NONE, timeline=timeline)
    assert timeline.memberships.filter(visible=False).count() == 2
    assert Timeline.objects.get().visibility == "draft"


def test_nothing_is_half_written_when_something_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(**_ignored: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(extract, "mark_article", break_down)
    with pytest.raises(RuntimeError):
        ingest_document(document=DOCUMENT, defaults=NONE)
    assert not Article.objects.exists()
    assert not Event.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_workers_who_ingest_one_text_at_once_end_with_one_article_and_its_events() -> None:
    workers = 4
    outcomes: list[Outcome] = []
    start = Barrier(workers)
    timeline = create_timeline(title="Harbours")

    def work() -> None:
        start.wait()
        try:
            outcomes.append(
                ingest_document(document=DOCUMENT, defaults=NONE, timeline=timeline, publish=True)
            )
        finally:
            connection.close()

    threads = [Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcome.result for outcome in outcomes) == ["known"] * 3 + ["stored"]
    assert Article.objects.count() == 1
    assert Event.objects.count() == timeline.memberships.count() == 2


@pytest.mark.django_db(transaction=True)
def test_workers_with_different_texts_share_their_timeline_and_the_names_in_them() -> None:
    workers = 4
    start = Barrier(workers)
    timeline = create_timeline(title="Harbours")
    results: list[Result] = []

    def work(number: int) -> None:
        text = f"{make.TEXT}\n\nOn 3 April 2020 Bashar al-Assad visited Tehran for {number} hours."
        document = Document(title="Visit", text=text, published_on=make.PUBLISHED_ON, language="en")
        start.wait()
        try:
            outcome = ingest_document(
                document=document, defaults=NONE, timeline=timeline, publish=True
            )
            results.append(outcome.result)
        finally:
            connection.close()

    threads = [Thread(target=work, args=(number,)) for number in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [Result.STORED] * workers
    visible = timeline.memberships.filter(visible=True).count()
    assert visible == Event.objects.count()
    assert sum(count.count for count in timeline.counts.filter(level=0)) == visible
    names = list(Entity.objects.values_list("kind", "name"))
    assert len(names) == len(set(names)) > 0
