"""What either database itself refuses, even where no service stands before it."""

import datetime
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from tests.services import make
from timeline.models import (
    Article,
    Category,
    Entity,
    Event,
    Evidence,
    Run,
    Timeline,
    TimelineCount,
    TimelineEvent,
)

pytestmark = pytest.mark.django_db


def refused(create: Any, constraint: str, **fields: Any) -> bool:
    """Whether the database refuses the row, and for this reason (SQLite names columns instead of
    unique constraints)."""
    try:
        with transaction.atomic():
            create(**fields)
    except IntegrityError as error:
        return constraint in str(error) or "UNIQUE constraint failed" in str(error)
    return False


def bare_event(**changes: Any) -> Event:
    """An event stored without any service."""
    fields = {"title": "A storm", "date": "2024", "first_day": 1, "last_day": 9, "sort_day": 1}
    return Event.objects.bulk_create([Event(**{**fields, **changes})])[0]


def test_a_text_is_stored_once() -> None:
    article = make.article()
    assert refused(
        Article.objects.create,
        "text_sha256",
        title="Again",
        text="Other",
        text_sha256=article.text_sha256,
        published_on=datetime.date(2024, 1, 1),
        origin="file",
    )


@pytest.mark.parametrize(
    ("constraint", "wrong"),
    [
        ("article_has_text", {"text": ""}),
        ("article_has_title", {"title": ""}),
    ],
)
def test_an_article_has_a_text_and_a_title(constraint: str, wrong: dict[str, Any]) -> None:
    fields = {"title": "T", "text": "t", "text_sha256": "0" * 64, "origin": "file"}
    day = datetime.date(2024, 1, 1)
    assert refused(Article.objects.create, constraint, **{**fields, "published_on": day, **wrong})


@pytest.mark.parametrize(
    ("constraint", "wrong"),
    [
        ("event_first_day_not_after_last", {"first_day": 9, "last_day": 8, "sort_day": 9}),
        ("event_sort_day_within", {"sort_day": 10}),
        ("event_sort_day_within", {"sort_day": 0}),
        ("event_has_title", {"title": ""}),
        ("event_confidence_zero_to_one", {"confidence": 1.1}),
        ("event_importance_bounded", {"importance": 101}),
        ("event_status_known", {"status": "lost"}),
        ("event_part_known", {"part": "LATE"}),
    ],
)
def test_what_is_no_event_is_refused(constraint: str, wrong: dict[str, Any]) -> None:
    assert refused(bare_event, constraint, **wrong)
    assert bare_event().pk


@pytest.mark.parametrize(
    ("constraint", "wrong"),
    [
        ("evidence_quote_offsets", {"quote_start": -1}),
        ("evidence_quote_offsets", {"quote_end": 4}),
        ("evidence_quote_offsets", {"quote_end": None}),
        ("evidence_expression_offsets", {"expression_start": 5, "expression_end": 5}),
        ("evidence_expression_offsets", {"expression_start": 5}),
        ("evidence_expression_offsets", {"expression_end": 5}),
        ("evidence_has_what_its_kind_needs", {"article": None}),
        ("evidence_has_what_its_kind_needs", {"kind": "editors"}),
        ("evidence_has_what_its_kind_needs", {"kind": "citation"}),
        ("evidence_has_what_its_kind_needs", {"kind": "rumour"}),
    ],
)
def test_evidence_has_what_its_kind_needs(constraint: str, wrong: dict[str, Any]) -> None:
    fields: dict[str, Any] = {
        "event": bare_event(),
        "article": make.article(),
        "kind": "quote",
        "quote_start": 4,
        "quote_end": 9,
    }
    assert refused(Evidence.objects.create, constraint, **{**fields, **wrong})
    assert Evidence.objects.create(**fields).pk
    assert refused(Evidence.objects.create, "evidence_once", **fields)


def test_a_citation_has_words() -> None:
    event = bare_event()
    constraint = "evidence_has_what_its_kind_needs"
    assert refused(Evidence.objects.create, constraint, event=event, kind="citation")
    assert Evidence.objects.create(event=event, kind="citation", citation="The log").pk


@pytest.mark.parametrize(
    "wrong", [{"latitude": 5.0}, {"longitude": 5.0}, {"latitude": 91.0, "longitude": 0.0}]
)
def test_coordinates_are_on_earth_and_both_there(wrong: dict[str, Any]) -> None:
    constraint = "entity_coordinates_on_earth"
    assert refused(Entity.objects.create, constraint, kind="place", name="Sidra", **wrong)


def test_a_wikidata_id_is_one_entity_and_none_is_no_id() -> None:
    for _ in range(2):
        Entity.objects.create(kind="place", name="Sidra")
    Entity.objects.create(kind="place", name="Sidra", wikidata="Q1")
    constraint = "entity_wikidata_once"
    assert refused(Entity.objects.create, constraint, kind="place", name="Other", wikidata="Q1")


def test_an_event_is_on_a_timeline_once() -> None:
    timeline = Timeline.objects.create(title="T", slug="t")
    fields: dict[str, Any] = {"timeline": timeline, "event": bare_event(), "visible": False}
    fields |= {"first_day": 1, "last_day": 1, "sort_day": 1, "importance": 0, "reach": 0}
    fields |= {"prominence": 0}
    TimelineEvent.objects.create(**fields)
    assert refused(TimelineEvent.objects.create, "event_once_per_timeline", **fields)


@pytest.mark.parametrize("key", ["society", ""])
def test_a_bucket_is_counted_once_with_and_without_a_category(key: str) -> None:
    timeline = Timeline.objects.create(title="T", slug="t")
    category = Category.objects.filter(key=key).first()
    fields = {"timeline": timeline, "category": category, "level": 0, "bucket": -5, "count": 1}
    TimelineCount.objects.create(**fields)
    assert refused(TimelineCount.objects.create, "count_once_per_bucket", **fields)


def test_a_run_does_not_do_more_than_there_is() -> None:
    constraint = "run_counts_within_total"
    assert refused(Run.objects.create, constraint, kind="ingest", total=2, done=2, failed=1)


def test_a_category_in_use_and_an_article_with_evidence_stay() -> None:
    article = make.article()
    make.event(
        category=make.category(),
        evidence=[make.quote(article, "a storm destroyed its longest pier")],
    )
    with pytest.raises(models.ProtectedError):
        make.category().delete()
    with pytest.raises(models.ProtectedError):
        article.delete()


def test_days_follow_from_the_date_whenever_it_is_saved() -> None:
    event = make.event("../2018-08")
    assert (event.first_day, event.last_day) == (-10_000_000, 2458362)
    assert event.sort_day == 2458332
    event.date = "2018"
    event.save(update_fields=["date"])
    event.refresh_from_db()
    assert (event.first_day, event.last_day, event.sort_day) == (2458120, 2458484, 2458120)


def test_quotes_are_cut_in_code_points_not_bytes_or_utf_16() -> None:
    article = make.article("🌊 عاصفة دمّرت الرصيف 🌊 في 20 مايو 2024.")
    evidence = make.quote(article, "الرصيف 🌊 في 20 مايو 2024", "20 مايو 2024")
    event = make.event(evidence=[evidence])
    cut = Evidence.objects.with_quotes().get(event=event)
    assert (cut.quote, cut.expression) == ("الرصيف 🌊 في 20 مايو 2024", "20 مايو 2024")
