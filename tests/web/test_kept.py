"""A page that is written once for all readers: whatever shows on it has it written anew."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.admin.test_bad_input import FIELDS, TIMELINE
from tests.web import telling
from timeline.dates.resolution import Resolution
from timeline.extraction.findings import Name
from timeline.models import Article, Category, Deleted, Entity, Event, Timeline
from timeline.services import entity_merging, merging, review, tellings, ties
from timeline.services.articles import store_article
from timeline.services.bin.removal import discard_entities, discard_events
from timeline.services.bin.restoring import restore
from timeline.services.events import create_event, update_event
from timeline.services.extract import extract_article
from timeline.services.sources import Citation
from timeline.services.splitting import split
from timeline.services.timelines import (
    publish_events,
    remove_events,
    take_language,
)

_FORMS = ("TOTAL", "INITIAL")
Change = Callable[[Client, Timeline], object]


def _opening(harbour: Timeline) -> Event:
    return harbour.events.get(title="The harbour opens")


def _keeper() -> Entity:
    return Entity.objects.get(name="Mara Lind")


def _posted(desk: Client, record: Any, given: dict[str, Any]) -> None:
    kind = record._meta.model_name
    address = reverse(f"admin:timeline_{kind}_change", args=[record.pk])
    assert desk.post(address, given).status_code == 302


def _event_on_desk(desk: Client, harbour: Timeline) -> None:
    given = {"title": "A dock is dug", "date": "2031", "status": "published", "importance": 0}
    rows = {f"{name}-{forms}_FORMS": 0 for name in ("evidence", "media") for forms in _FORMS}
    _posted(desk, harbour.events.get(date="2031"), given | rows)


def _article_on_desk(desk: Client, _harbour: Timeline) -> None:
    given = {"title": "A quay", "publisher": "The Gazette", "published_on": "2024-05-30"}
    rows = {f"addresses-{forms}_FORMS": 0 for forms in _FORMS}
    _posted(desk, Article.objects.get(language="en"), given | rows | {"language": "en"})


def _name_on_desk(desk: Client, _harbour: Timeline) -> None:
    rows = {f"names-{forms}_FORMS": 0 for forms in _FORMS}
    _posted(desk, _keeper(), {"kind": "person", "name": "M. Lind", **rows})


def _category_on_desk(desk: Client, _harbour: Timeline) -> None:
    category = Category.objects.get(key="economy")
    fields = {name: getattr(category, name) for name in ("key", "colour", "shape", "position")}
    _posted(desk, category, fields | {"name": "Trade"})


def _timeline_on_desk(desk: Client, harbour: Timeline) -> None:
    given = {"slug": harbour.slug, "visibility": "public", "introduction": "Of ships."}
    _posted(desk, harbour, FIELDS[TIMELINE] | given)


def _another_event(_desk: Client, harbour: Timeline) -> None:
    event = create_event(title="A crane is lifted", date="2020")
    publish_events(events=[event], timeline=harbour, user=None)


def _split(_desk: Client, harbour: Timeline) -> None:
    event = _opening(harbour)
    split(event=event, evidence=event.evidence.values_list("pk", flat=True)[1:], user=None)


def _merge(_desk: Client, harbour: Timeline) -> None:
    first, second = _opening(harbour), harbour.events.get(date="2031")
    merging.merge(events=[first, second], heir=second, user=None)


def _merge_names(_desk: Client, harbour: Timeline) -> None:
    other = Entity.objects.create(kind="person", name="Mara L.")
    entity_merging.merge_entities(entities=[_keeper()], heir=other, user=None)


def _bin(_desk: Client, harbour: Timeline) -> None:
    discard_events(events=[_opening(harbour)])


def _order(_desk: Client, harbour: Timeline) -> None:
    opening = _opening(harbour)
    (other,) = harbour.events.filter(title="Ships wait")
    ties.move(event=other, timeline=harbour, before=opening)


def _language(_desk: Client, harbour: Timeline) -> None:
    passages = ("أُعيد فتح المرفأ", "بحضور مديرته")
    article = Article.objects.get(language="ar")
    quotes = [
        telling.Passage(article, words, "في 20 مايو", Resolution("explicit")) for words in passages
    ]
    events = [create_event(title=one.quote, date="2024", evidence=[one.source()]) for one in quotes]
    publish_events(events=events, timeline=harbour, user=None)
    take_language(timeline=harbour)


def _address(_desk: Client, _harbour: Timeline) -> None:
    known = Article.objects.get(language="ar")
    store_article(
        text=known.text,
        title=known.title,
        published_on=known.published_on,
        url="https://example.org/ar",
        origin="fetched",
    )


def _read_again(_desk: Client, _harbour: Timeline) -> None:
    extract_article(article=Article.objects.get(language=""))


CHANGES: dict[str, Change] = {
    "an event on the desk": _event_on_desk,
    "its article on the desk": _article_on_desk,
    "a name on the desk": _name_on_desk,
    "a category on the desk": _category_on_desk,
    "the timeline on the desk": _timeline_on_desk,
    "an event more": _another_event,
    "one that is no more": lambda _, harbour: review.reject(events=[_opening(harbour)], user=None),
    "one taken off": lambda _, harbour: remove_events(events=[_opening(harbour)], timeline=harbour),
    "one deleted": _bin,
    "one split": _split,
    "two that are one": _merge,
    "a source more": lambda _, harbour: update_event(
        event=harbour.events.get(date="2031"), evidence=[Citation("The plan")], user=None
    ),
    "names given": lambda _, harbour: update_event(
        event=_opening(harbour), places=[Name("Sidra", "place")], user=None
    ),
    "other words": lambda _, harbour: tellings.tell(
        event=_opening(harbour), timeline=harbour, title="Ships may land", featured=True
    ),
    "another order of a day": _order,
    "another language": _language,
    "an address of an article": _address,
    "the language of an article": _read_again,
    "two names that are one": _merge_names,
    "a name deleted": lambda _, harbour: discard_entities(entities=[_keeper()]),
}


@pytest.fixture
def address(harbour: Timeline) -> str:
    return reverse("timeline", args=[harbour.slug])


@pytest.fixture
def changed(nour_client: Client, harbour: Timeline, django_capture_on_commit_callbacks: Any) -> Any:
    """Makes a change, and what follows once it is stored."""

    def make(change: Change) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            change(nour_client, harbour)

    return make


def _seen(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def _written_anew(client: Client, address: str) -> str:
    cache.clear()
    return _seen(client, address)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_readers_see_what_changed(change, harbour, address, changed):
    waiting = create_event(title="Ships wait", date="2024-05-20")
    publish_events(events=[waiting], timeline=harbour, user=None)
    if change is _read_again:
        Article.objects.filter(language="en").update(language="")
    reader = Client()
    before = _seen(reader, address)
    changed(change)
    after = _seen(reader, address)
    assert after != before
    assert after == _written_anew(reader, address)


def test_what_comes_back_from_the_bin_is_seen_again(harbour, address, changed):
    changed(_bin)
    reader = Client()
    assert "20 May 2024</time>" not in _seen(reader, address).partition('id="results"')[2]
    changed(lambda *_: restore(deleted=Deleted.objects.get(), user=None))
    assert _seen(reader, address) == _written_anew(reader, address)
    assert "The harbour opens" in _seen(reader, address)


def test_the_second_reader_waits_for_no_more_than_the_timeline(
    harbour, address, django_assert_num_queries
):
    first = _seen(Client(), address)
    with django_assert_num_queries(1):
        assert _seen(Client(), address) == first


def test_each_language_and_each_host_has_its_own(harbour, address, settings):
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    english = _seen(Client(), address)
    assert 'lang="ar" dir="rtl"' in _seen(Client(headers={"accept-language": "ar"}), address)
    assert '<html lang="fr"' in _seen(Client(), f"{address}?lang=fr")
    elsewhere = _seen(Client(SERVER_NAME="other.example"), address)
    assert "//testserver/" in english
    assert "//testserver/" not in elsewhere


def test_what_the_address_opens_or_filters_is_never_another_readers(address, opening):
    _seen(Client(), address)
    assert f'<input type="hidden" name="event" value="{opening.pk}">' in _seen(
        Client(), f"{address}?event={opening.pk}"
    )
    assert 'data-query="q=basin"' in _seen(Client(), f"{address}?q=basin")
    assert 'data-query="q=basin"' not in _seen(Client(), address)


def test_who_is_signed_in_leaves_nothing_for_others(nour_client, address):
    edit = "/admin/timeline/timeline/"
    assert edit in _seen(nour_client, address)
    assert edit not in _seen(Client(), address)
    assert edit in _seen(nour_client, address)


def test_a_timeline_that_is_hidden_is_gone_at_once(address, harbour):
    _seen(Client(), address)
    Timeline.objects.update(visibility=Timeline.Visibility.DRAFT)
    assert Client().get(address).status_code == 404


def test_nothing_that_is_one_readers_own_is_on_the_page(address):
    page = _seen(Client(), address)
    assert "csrf" not in page
    assert "nonce" not in page
