"""Events that are entered together are the same as those that are entered one by one."""

from collections.abc import Sequence
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.roles import member
from tests.services import make
from timeline.extraction.findings import Name
from timeline.fetching.document import Document
from timeline.models import Article, Entity, EntityName, Event, EventIndex, Evidence
from timeline.services.events import NewEvent, create_event, create_events
from timeline.services.ingest import Defaults, Result, ingest_document
from timeline.services.sources import Citation
from timeline.services.timelines import create_timeline

pytestmark = pytest.mark.django_db

# What differs between any two writings.
VARYING = ("id", "created_at", "updated_at", "history_id", "history_date")


def tellings(article: Article) -> list[dict[str, Any]]:
    opening = make.quote(article, "The harbour was opened on 12 March 2019", "12 March 2019")
    storm = make.quote(article, "a storm destroyed its longest pier")
    return [
        {
            "title": " The opening ",
            "date": "2019-03-12",
            "category": make.category("society"),
            "confidence": 0.8,
            "reasons": ["explicit"],
            "participants": [Name("Mara Lind", "person"), Name("mara lind", "person")],
            "places": [Name("Sidra", "place")],
            "evidence": [opening, opening, Citation("Port log, page 7")],
        },
        {"title": "A storm", "date": "2024-05-20", "places": [Name("sidra", "place")]},
        {
            "title": "The storm again",
            "date": "2024-05",
            "part": "END",
            "participants": [Name("Sidra", "organisation"), Name("Mara Lind", "person")],
            "evidence": [storm, opening],
        },
    ]


def stored() -> dict[str, list[dict[str, Any]]]:
    """Every row that entering writes, events and entities by what they are called."""
    events = dict(Event.objects.values_list("pk", "title"))
    entities = {one.pk: f"{one.kind} {one.name}" for one in Entity.objects.all()}
    tables: Sequence[Any] = (
        Event, Event.history.model, Evidence, Evidence.history.model, Entity, Entity.history.model,
        EntityName, EventIndex, Event.participants.through, Event.places.through,
    )  # fmt: skip
    return {
        model.__name__: [
            {
                **{name: value for name, value in row.items() if name not in VARYING},
                "event_id": events.get(row.get("event_id")),
                "entity_id": entities.get(row.get("entity_id")),
            }
            for row in model.objects.order_by("pk").values()
        ]
        for model in tables
    }


def test_events_entered_together_are_stored_as_those_entered_one_by_one(nour: User) -> None:
    article = make.article()
    for one in tellings(article):
        create_event(**one, language="en", user=nour)
    singly = stored()
    for table in (Event.objects, Entity.objects, Event.history, Evidence.history, Entity.history):
        table.all().delete()
    new = [NewEvent(**one) for one in tellings(article)]
    events = create_events(new=new, language="en", user=nour)
    assert [event.title for event in events] == ["The opening", "A storm", "The storm again"]
    assert stored() == singly
    assert {row["history_user_id"] for row in singly["HistoricalEvent"]} == {nour.pk}
    assert len(singly["Evidence"]) == 5


def test_one_event_that_cannot_be_leaves_none_of_those_entered_with_it() -> None:
    new = [NewEvent(title="A storm", date="2024"), NewEvent(title="Another", date="May the 40th")]
    with pytest.raises(ValidationError, match="May the 40th"):
        create_events(new=new)
    assert not Event.objects.exists()


def test_one_published_event_among_many_needs_the_right_to_publish() -> None:
    contributor = member("Contributor")
    new = [
        NewEvent(title="A storm", date="2024"),
        NewEvent(title="A gale", date="2024", status="published"),
    ]
    with pytest.raises(PermissionDenied):
        create_events(new=new, user=contributor)
    assert create_events(new=new[:1], user=contributor)


def test_no_events_are_entered_without_a_complaint() -> None:
    assert create_events(new=[]) == []


@pytest.mark.parametrize("publish", [False, True])
def test_an_article_of_many_events_takes_as_many_queries_as_one_of_few(publish: bool) -> None:
    timeline = create_timeline(title="Visits")

    def queries(visits: int) -> int:
        days = range(1, visits + 1)
        text = " ".join(f"On {day} April {2000 + visits} John Hale visited Tehran." for day in days)
        document = Document(
            title=f"{visits} visits", text=text, published_on=make.PUBLISHED_ON, language="en"
        )
        with CaptureQueriesContext(connection) as captured:
            outcome = ingest_document(
                document=document, defaults=Defaults(), timeline=timeline, publish=publish
            )
        assert outcome.result is Result.STORED
        assert len(outcome.events) == visits
        return len(captured)

    queries(2)  # makes the names known and shows the timeline
    # The counts of some hundred buckets, which SQLite takes in two statements.
    assert queries(25) <= queries(3) + 2
