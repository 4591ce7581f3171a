"""The versions of a record: what each changed, and any two side by side, in words."""

import datetime

import pytest

from tests.admin.histories import compared, versions
from timeline.models import Category, Entity, Timeline
from timeline.services.events import create_event, update_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(nour):
    event = create_event(title="A storm", date="2024", user=nour)
    category = Category.objects.get(key="disaster")
    update_event(event=event, user=nour, date="2020", part="START", category=category)
    update_event(
        event=event, user=nour, title="A <b>gale</b>", reason="By phone", status="published"
    )
    return event


@pytest.fixture
def look(nour_client):
    def look(thing, old="", new=""):
        name = thing._meta.model_name
        address = f"/admin/timeline/{name}/{thing.pk}/history/"
        return nour_client.get(address, {"old": old, "new": new} if old or new else {})

    return look


def test_two_versions_are_compared_field_by_field_in_words(look, event):
    first, *_between, last = versions(event)
    category = str(Category.objects.get(key="disaster"))
    assert compared(look(event, first, last)) == {
        "Date": ("2024", "early 2020"),
        "Title": ("A storm", "A &lt;b&gt;gale&lt;/b&gt;"),
        "Category": ("–", category),
        "Status": ("suggested", "published"),
    }


def test_the_earlier_version_comes_first_however_they_are_chosen(look, event):
    first, second, _last = versions(event)
    assert compared(look(event, second, first)) == compared(look(event, first, second))


@pytest.mark.parametrize("ids", [("1", "1"), ("x", "y"), ("9" * 18, "1"), ("1", ""), ("-1", "2")])
def test_what_are_not_two_versions_of_it_are_asked_for_again(look, event, ids):
    assert "Choose two different versions to compare." in look(event, *ids).content.decode()


def test_versions_of_another_record_are_not_shown(look, event):
    other = create_event(title="Elsewhere", date="2021")
    page = look(event, versions(event)[0], versions(other)[0])
    assert "Elsewhere" not in page.content.decode()


def test_the_list_says_who_changed_what_and_why_and_nothing_that_follows_from_it(look, event):
    page = look(event).content.decode()
    for words in ("nour", "By phone", "early 2020", "A &lt;b&gt;gale&lt;/b&gt;"):
        assert words in page
    assert "style=" not in page
    assert "sort" not in page[page.index("change-history") :].lower()


@pytest.mark.parametrize(
    ("made", "changed"),
    [
        (lambda: Timeline(title="First", slug="first"), {"visibility": "public"}),
        (lambda: Entity(kind="person", name="Alma"), {"name": "Alma Torres"}),
    ],
)
def test_timelines_and_entities_are_compared_too(look, made, changed):
    thing = made()
    thing.save()
    for name, value in changed.items():
        setattr(thing, name, value)
    thing.save()
    ((_old, new),) = compared(look(thing, *versions(thing))).values()
    assert new in changed.values()


def test_an_arabic_editor_reads_dates_in_arabic(look, nour_client, event):
    nour_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "ar"
    first, *_between, last = versions(event)
    assert any(
        "أوائل" in new or "مطلع" in new for _old, new in compared(look(event, first, last)).values()
    )


def test_who_may_not_see_events_compares_none(client, event, sam):
    client.force_login(sam)
    first, *_between, last = versions(event)
    address = f"/admin/timeline/event/{event.pk}/history/"
    assert client.get(address, {"old": first, "new": last}).status_code in (302, 403)


def test_versions_of_one_minute_are_told_apart_by_their_numbers(look, event):
    first, second, last = versions(event)
    page = look(event).content.decode()
    for number, version in enumerate((first, second, last), 1):
        row = page[page.index(f"/history/{version}/") :]
        assert row.partition(">")[2].startswith(f"Version {number}, ")
        assert f"Earlier: Version {number}, " in page
    heads = look(event, first, last).content.decode()
    assert heads.index("Version 1, ") < heads.index("Version 3, ")


def test_versions_are_counted_on_through_the_pages(look, event, nour_client):
    last = event.history.values().latest("history_id")
    event.history.model.objects.bulk_create(
        event.history.model(**last | {"history_id": None}) for _again in range(100)
    )
    page = nour_client.get(f"/admin/timeline/event/{event.pk}/history/?p=2").content.decode()
    assert "Version 3, " in page
    assert "Version 103, " not in page


def test_an_arabic_editor_reads_the_day_of_a_version_before_its_month(look, nour_client, event):
    nour_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "ar"
    version = event.history.first()
    event.history.filter(pk=version.pk).update(
        history_date=datetime.datetime(2024, 5, 20, 15, 4, tzinfo=datetime.UTC)
    )
    assert "20 مايو 2024، 3:04 م" in look(event).content.decode()
