"""The index of the search follows every change of what events say, and of that alone."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from tests.services import make
from timeline import search
from timeline.extraction.findings import Name
from timeline.models import Entity, EntityName, Event, EventIndex
from timeline.selectors.store import event_words
from timeline.services import search_index
from timeline.services.events import delete_events, update_event
from timeline.services.extract import extract_article
from timeline.services.sources import Citation
from timeline.services.timelines import create_timeline, publish_events

pytestmark = pytest.mark.django_db

MARA = Name("Mara Lind", "person")
SIDRA = Name("Sidra", "place")


def _found(query: str) -> set[str]:
    return set(Event.objects.filter(search.matching(query, "pk")).values_list("title", flat=True))


def test_an_event_is_found_by_all_that_tells_of_it() -> None:
    source = make.article(title="Harbour news", publisher="The Sidra Gazette")
    words = "On May 20 a storm destroyed its longest pier."
    event = make.event(
        title="A gale",
        summary="Nobody was hurt",
        evidence=[make.quote(source, words, "May 20"), Citation("The almanac of 2024")],
        participants=[MARA],
        places=[SIDRA],
    )
    mara = Entity.objects.get(name="Mara Lind")
    EntityName.objects.create(entity=mara, name="مارا", language="ar", folded="مارا")
    search_index.retell_entities(ids=[mara.pk])
    queries = ["gale", "hurt", "longest pier", "harbour news", "gazette", "almanac", "lind", "مارا"]
    assert all(_found(query) == {event.title} for query in [*queries, "sidra"])
    assert EventIndex.objects.get().precision == 1


def test_an_articles_text_is_not_searched() -> None:
    source = make.article()
    quote = make.quote(source, "On May 20 a storm destroyed its longest pier.")
    make.event(evidence=[quote])
    assert "mayor" in source.text
    assert _found("mayor") == set()


def test_a_corrected_event_is_found_by_its_new_words(nour: User) -> None:
    event = make.event(title="A storm", participants=[MARA])
    update_event(event=event, user=nour, title="A gale", date="2024-05", participants=[])
    assert (_found("storm"), _found("mara"), _found("gale")) == (set(), set(), {"A gale"})
    assert EventIndex.objects.get().precision == 2


def test_a_deleted_event_leaves_the_index() -> None:
    event = make.event(title="A storm")
    delete_events(events=[event])
    assert not EventIndex.objects.exists()
    assert search.is_sound()


def test_suggested_events_are_found_at_once_and_replaced_ones_no_more() -> None:
    source = make.article(text="On 12 March 2019 the mayor of Sidra opened the harbour.")
    extract_article(article=source)
    assert _found("harbour")
    extract_article(article=source)
    assert EventIndex.objects.count() == Event.objects.count()
    assert not list(event_words.faults())


def test_a_renamed_person_is_found_by_the_new_name_and_timelines_know(
    nour: User, django_capture_on_commit_callbacks: Any
) -> None:
    named, other = make.event(title="A vote", participants=[MARA]), make.event(title="A storm")
    shows, shows_not = (create_timeline(title=title) for title in ("One", "Two"))
    publish_events(events=[named], timeline=shows, user=nour)
    publish_events(events=[other], timeline=shows_not, user=nour)
    before = shows.version, shows_not.version
    mara = Entity.objects.get(name="Mara Lind")
    mara.names.all().delete()
    Entity.objects.filter(pk=mara.pk).update(name="Mara Holm")
    with django_capture_on_commit_callbacks(execute=True):
        search_index.retell_entities(ids=[mara.pk])
    shows.refresh_from_db()
    shows_not.refresh_from_db()
    assert (_found("lind"), _found("holm")) == (set(), {"A vote"})
    assert (shows.version, shows_not.version) == (before[0] + 1, before[1])


def test_the_desk_keeps_the_index_right(nour_client: Client) -> None:
    source = make.article(title="Harbour news")
    make.event(title="A vote", participants=[MARA], evidence=[make.quote(source, "the mayor")])
    mara = Entity.objects.get(name="Mara Lind")
    form = {"kind": "person", "name": "Mara Holm"} | {
        f"names-{key}": value for key, value in {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}.items()
    }
    nour_client.post(f"/admin/timeline/entity/{mara.pk}/change/", form)
    assert _found("holm") == {"A vote"}
    form = {"title": "Port news", "published_on": "2024-05-30", "publisher": "Gazette"} | {
        f"addresses-{key}": value for key, value in {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}.items()
    }
    nour_client.post(f"/admin/timeline/article/{source.pk}/change/", form)
    assert (_found("harbour news"), _found("port news gazette")) == (set(), {"A vote"})
    nour_client.post(f"/admin/timeline/entity/{mara.pk}/delete/", {"post": "yes"})
    assert not Entity.objects.filter(pk=mara.pk).exists()
    assert _found("holm") == set()


def test_indexing_takes_the_same_queries_for_any_number_of_events(
    django_assert_max_num_queries,
) -> None:
    def queries(number: int) -> int:
        ids = [make.event(participants=[MARA], places=[SIDRA]).pk for _ in range(number)]
        EventIndex.objects.all().delete()
        with django_assert_max_num_queries(14) as captured:
            assert search_index.index(event_ids=ids) == number
        return len(captured)

    assert queries(2) == queries(30)


def test_what_stays_the_same_is_not_written_again(django_assert_max_num_queries: Any) -> None:
    event = make.event()
    with django_assert_max_num_queries(11) as captured:
        assert search_index.index(event_ids=[event.pk]) == 0
    assert not [query for query in captured if query["sql"].startswith(("INSERT", "UPDATE"))]


def test_the_check_finds_what_the_index_does_not_know_and_reindex_puts_it_right(capsys) -> None:
    wrong, missing, right = (make.event(title=title) for title in ("One", "Two", "Three"))
    EventIndex.objects.filter(pk=wrong.pk).update(tokens="nothing")
    EventIndex.objects.filter(pk=missing.pk).delete()
    found = " ".join(event_words.faults())
    assert [f"Event {event.pk}:" in found for event in (wrong, missing, right)] == [
        True,
        True,
        False,
    ]
    call_command("reindex")
    assert "3 events indexed, 2 of them anew." in capsys.readouterr().out
    assert not list(event_words.faults())


def test_an_event_without_a_date_hides_no_other_fault() -> None:
    broken, wrong = make.event(), make.event()
    Event.objects.filter(pk=broken.pk).update(date="soon")
    EventIndex.objects.filter(pk=wrong.pk).update(tokens="nothing")
    (fault,) = event_words.faults()
    assert fault.startswith(f"Event {wrong.pk}:")
