from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.core.management import call_command

from tests.pictures import as_file
from tests.services import make
from timeline.models import Article, Event, Evidence, Timeline, TimelineCount, TimelineEvent
from timeline.services import pictures
from timeline.services.timelines import create_timeline, publish_events

pytestmark = pytest.mark.django_db


@pytest.fixture
def timeline(nour: User) -> Timeline:
    """A timeline of two events, one of them with a quote, one suggested event beside it."""
    article = make.article()
    passage = make.quote(article, "a storm destroyed its longest pier")
    events = [
        make.event(evidence=[passage], category=make.category()),
        make.event("-9000"),
    ]
    made = create_timeline(title="Harbours")
    publish_events(events=events, timeline=made, user=nour)
    make.event("../2018")
    return made


def faults() -> list[str]:
    out = StringIO()
    try:
        call_command("check_store", stdout=out)
    except SystemExit:
        return out.getvalue().splitlines()
    assert out.getvalue() == "All is well.\n"
    return []


def test_a_store_that_only_services_wrote_is_well(timeline: Timeline) -> None:
    assert faults() == []


def test_a_text_that_was_changed_is_found(timeline: Timeline) -> None:
    article = Article.objects.get()
    Article.objects.update(text=article.text + " ")
    assert faults() == [f"Article {article.pk}: its digest is not that of its text."]


def test_a_picture_whose_file_is_gone_is_found(timeline: Timeline) -> None:
    picture = pictures.keep(data=as_file(), name="pier.jpg")
    assert faults() == []
    default_storage.delete(picture.name)
    assert faults() == [f"Picture {picture.pk}: its file {picture.name} is missing."]


@pytest.mark.parametrize("name", ["quote", "expression"])
def test_evidence_outside_its_text_is_found(timeline: Timeline, name: str) -> None:
    evidence = Evidence.objects.get(kind="quote")
    end = len(make.TEXT) + 1
    Evidence.objects.filter(pk=evidence.pk).update(**{f"{name}_start": 0, f"{name}_end": end})
    where = f"its {name} ends at {end}, its article {evidence.article_id} at {end - 1}."
    assert faults()[0] == f"Evidence {evidence.pk}: {where}"


def test_days_that_do_not_follow_from_the_date_are_found(timeline: Timeline) -> None:
    event = Event.objects.get(date="../2018")
    Event.objects.filter(pk=event.pk).update(date="../2019")
    assert faults() == [f"Event {event.pk}: its days are not those of its date ../2019."]
    Event.objects.filter(pk=event.pk).update(date="lately")
    (fault,) = faults()
    assert fault.startswith(f"Event {event.pk}: “lately” is no date")


def test_an_event_without_evidence_is_found(timeline: Timeline) -> None:
    event = Event.objects.get(date="../2018")
    event.evidence.all().delete()
    assert faults() == [f"Event {event.pk}: it has no evidence."]


@pytest.mark.parametrize(
    "wrong",
    [
        {"importance": 9},
        {"first_day": -1},
        {"last_day": 9999999},
        {"visible": False},
        {"reach": 2},
        {"prominence": 1},
    ],
)
def test_a_copy_that_differs_from_its_event_is_found(
    timeline: Timeline, wrong: dict[str, int]
) -> None:
    membership = timeline.memberships.order_by("pk")[0]
    TimelineEvent.objects.filter(pk=membership.pk).update(**wrong)
    found = faults()
    assert found[0] == f"Membership {membership.pk}: what it copied is not what its event says."
    assert all("count in bucket" in fault for fault in found[1:])


def test_a_category_that_was_not_copied_is_found_in_copies_and_counts(timeline: Timeline) -> None:
    TimelineEvent.objects.filter(category=None).update(category=make.category())
    assert len(faults()) > 1


@pytest.mark.parametrize("count", [0, 2])
def test_a_wrong_count_is_found_in_its_bucket(timeline: Timeline, count: int) -> None:
    row = TimelineCount.objects.filter(level=4).order_by("bucket")[0]
    TimelineCount.objects.filter(pk=row.pk).update(count=count)
    assert faults() == [
        f"Timeline {timeline.pk}: its count in bucket {row.bucket} of level 4 is wrong."
    ]


def test_a_missing_count_is_found(timeline: Timeline) -> None:
    TimelineCount.objects.filter(level=0).delete()
    assert len(faults()) == 2


def test_a_fault_is_told_by_the_exit_status(timeline: Timeline) -> None:
    TimelineCount.objects.all().delete()
    with pytest.raises(SystemExit, match="1"):
        call_command("check_store", stdout=StringIO())
