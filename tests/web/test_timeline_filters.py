"""The filters of a timeline's page, as they work without a single script."""

import html
import re
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from timeline.extraction.findings import Name
from timeline.models import Entity, Timeline
from timeline.selectors.listing import PER_PAGE
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline, publish_events
from timeline.web import filter_bar


@pytest.fixture
def address(harbour: Timeline) -> str:
    return reverse("timeline", args=[harbour.slug])


@pytest.fixture
def mara(harbour: Timeline) -> Entity:
    return Entity.objects.get(name="Mara Lind")


def _page(client: Client, address: str, **query: Any) -> str:
    response = client.get(f"{address}?{urlencode(query, doseq=True)}")
    assert response.status_code == 200
    return response.content.decode()


def _titles(page: str) -> list[str]:
    return re.findall(r'<h4 .*?><a href=".*?">(.*?)</a>', page)


def _found(page: str) -> str:
    return str(re.findall(r'id="found".*?>(.*?)</p>', page)[0])


def _part(page: str, start: str, end: str) -> str:
    return page.partition(start)[2].partition(end)[0]


def _menu(page: str, name: str) -> str:
    return _part(page, f'id="menu-{name}"', "</details>")


def _addresses(part: str) -> list[str]:
    return [html.unescape(address) for address in re.findall(r'href="(.*?)"', part)]


def test_without_filters_all_events_are_there_and_nothing_is_chosen(client, address):
    page = _page(client, address)
    assert _found(page) == "4 events"
    assert 'class="chip"' not in page


def test_words_leave_the_events_that_have_them(client, address):
    page = _page(client, address, q="basin")
    assert _titles(page) == ["A second basin is dug"]
    assert _found(page) == "1 of 4 events"
    assert 'id="q" name="q"' in page
    assert 'value="basin"' in page


def test_filters_add_up_and_each_can_be_taken_back(client, address, mara):
    page = _page(client, address, category=["economy", "society"], person=mara.pk, since="2020")
    assert _titles(page) == ["The harbour opens", "A second basin is dug"]
    chips = _part(page, '<ul class="chips"', "</ul>")
    assert re.findall(r"<bdi>(.*?)</bdi>", chips) == ["Economy", "Society", "Mara Lind", "2020"]
    without = [_titles(client.get(one).content.decode()) for one in _addresses(chips)]
    assert [len(titles) for titles in without] == [1, 1, 2, 3]
    clear = _addresses(_part(page, 'class="chosen-ways', "</p>"))[0]
    assert len(_titles(client.get(clear).content.decode())) == 4


def test_a_menu_has_each_choice_with_what_it_would_leave(client, address, mara):
    page = _page(client, address, category="society")
    choices = re.findall(
        r'name="category" value="(.*?)"( checked)?.*?choice-number">(\d+)<', _menu(page, "category")
    )
    assert choices == [("economy", "", "2"), ("society", " checked", "1"), ("none", "", "1")]
    assert f'name="person" value="{mara.pk}"' in _menu(page, "person")
    assert 'id="menu-place"' not in page  # no event has a place


def test_a_name_in_the_list_and_on_the_card_filters_the_timeline(client, address, opening, mara):
    page = _page(client, address, event=opening.pk)
    for here in ("", address):
        assert f'data-filter href="{here}?person={mara.pk}#filters"><bdi>Mara Lind' in page
    card = client.get(f"{address}events/{opening.pk}/?part=card").content.decode()
    assert f'data-filter href="{address}?person={mara.pk}#filters"><bdi>Mara Lind' in card


def test_filters_that_leave_nothing_say_so_and_lead_back(client, address):
    page = _page(client, address, q="zeppelin", category="economy", lanes="one")
    assert _found(page) == "0 of 4 events"
    notice = _part(page, 'class="nothing-found"', "</div>")
    assert "No event of this timeline has all of that" in notice
    assert _addresses(notice) == [f"{address}?lanes=one#filters", "/search/?q=zeppelin"]


def _key(page: str) -> list[str]:
    return re.findall(r'<svg class="sign".*?</svg> (\w+)', _part(page, 'id="chart-key"', "</div>"))


def test_the_key_of_the_chart_names_the_categories_of_what_is_found(client, address):
    assert _key(_page(client, address)) == ["Economy", "Society"]
    assert _key(_page(client, address, q="basin")) == ["Society"]
    assert _key(_page(client, address, category=["economy"])) == ["Economy"]
    assert 'class="key"' not in _page(client, address, q="zeppelin")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"q": "?!"}, "Words:</span> Search for a word or a number"),
        ({"since": "soon"}, "From:</span> This is not a date"),
        ({"until": "2024-02-31"}, "Until:</span> This is not a date"),
        ({"since": "2024", "until": "2023"}, "Until:</span> This is before the date"),
        ({"category": "weather"}, "Category:</span> “weather” is none of the choices"),
        ({"person": "<b>"}, "Who:</span> “&lt;b&gt;” is none of the choices"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence_and_stays_in_its_field(
    client, address, query, sentence
):
    page = _page(client, address, **query)
    assert sentence in page
    assert len(_titles(page)) >= 2
    for name in {"q", "since", "until"} & set(query):
        assert f'value="{query[name]}"' in page
    refused = re.findall(r'aria-invalid="true" aria-describedby="(.*?)"', page)
    assert len(refused) == (0 if query.keys() & {"category", "person"} else 1)
    assert all(f'id="{told.split()[-1]}"' in page for told in refused)


def test_what_was_typed_is_never_markup(client, address):
    page = _page(client, address, q='"><script>alert(2)</script>', since="<script>alert(3)")
    assert "<script>alert" not in page


def test_lanes_and_days_stay_when_filters_change_and_the_page_begins_anew(client, address):
    page = _page(client, address, lanes="one", **{"from": "2019-01-01", "to": "2020-01-01"}, page=1)
    form = _part(page, 'id="filter-form"', "</form>")
    hidden = re.findall(r'type="hidden" name="(.*?)" value="(.*?)"', form)
    assert hidden == [("lanes", "one"), ("from", "2019-01-01"), ("to", "2020-01-01")]


def test_filters_stay_when_lanes_an_event_or_a_page_are_chosen(client, address, opening):
    page = _page(client, address, q="harbour", category="economy", event=opening.pk)
    hidden = re.findall(r'name="(.*?)" value', _part(page, 'class="lanes-form"', "</form>"))
    assert hidden == ["event", "q", "category"]
    links = _addresses(_part(page, 'id="card"', "</section>") + _part(page, 'id="events"', "</ol>"))
    opening_links = [link for link in links if "event=" in link]
    assert opening_links
    assert all("q=harbour&category=economy&event=" in link for link in opening_links)


def test_neighbours_on_the_card_are_those_that_the_filters_leave(client, address, opening):
    card = client.get(f"{address}events/{opening.pk}/?part=card&category=economy").content.decode()
    assert "The harbour stands closed" in card
    assert "is asked for" not in card
    assert "A second basin" not in card


def test_an_event_that_the_filters_leave_out_can_still_be_read(client, address, opening):
    page = _page(client, address, q="basin", event=opening.pk)
    assert "The harbour opens" in _part(page, 'id="card"', "</section>")
    assert _titles(page) == ["A second basin is dug"]


def _crowd(events: int) -> str:
    made = [
        create_event(
            title=f"Day {day}",
            date=f"{1000 + day}",
            participants=[Name("Ibo Sanda" if day % 2 else "Mara Lind", "person")],
        )
        for day in range(events)
    ]
    timeline = create_timeline(title="A long story")
    publish_events(events=made, timeline=timeline, user=None)
    return reverse("timeline", args=[timeline.slug])


def test_what_is_found_comes_in_pages(client, db):
    address = _crowd(110)
    ibo = Entity.objects.get(name="Ibo Sanda")
    page = _page(client, address, person=ibo.pk)
    assert _found(page) == "55 of 110 events"
    assert f"?person={ibo.pk}&page=2#events" in _addresses(_part(page, 'class="pages', "</nav>"))
    assert len(_titles(_page(client, address, person=ibo.pk, page=2))) == 55 - PER_PAGE


def test_an_open_event_brings_its_page_of_what_is_found(client, db):
    address = _crowd(110)
    ibo = Entity.objects.get(name="Ibo Sanda")
    last = ibo.events_taken_part_in.get(title="Day 109")
    assert len(_titles(_page(client, address, person=ibo.pk, event=last.pk))) == 55 - PER_PAGE


def test_choices_of_a_large_timeline_are_counted_when_they_are_asked_for(
    client, address, mara, monkeypatch
):
    monkeypatch.setattr(filter_bar, "COUNTED_AT_ONCE", 3)
    page = _page(client, address, person=mara.pk, category="economy")
    menu = _menu(page, "person")
    assert f'type="hidden" name="person" value="{mara.pk}"' in menu
    (ask,) = _addresses(menu)
    assert ask == f"{address}?category=economy&person={mara.pk}&choose=person#filters"
    asked = client.get(ask).content.decode()
    assert f'type="checkbox" name="person" value="{mara.pk}" checked' in _menu(asked, "person")
    assert " open>" in _menu(asked, "person")
    assert 'type="hidden" name="category" value="economy"' in _menu(asked, "category")


def test_the_number_of_queries_does_not_depend_on_what_is_found(
    client, address, mara, django_assert_max_num_queries
):
    query = {"person": mara.pk, "since": "0900"}
    counted = []
    for one in (address, _crowd(60)):
        with django_assert_max_num_queries(44) as queries:
            _page(client, one, **query)
        counted.append(len(queries))
    assert counted[1] <= counted[0]


def test_a_timeline_of_one_event_has_nothing_to_search_and_choose(client, db):
    event = create_event(title="The only one", date="2024-05-20")
    lone = create_timeline(title="One event", visibility=Timeline.Visibility.PUBLIC)
    publish_events(events=[event], timeline=lone, user=None)
    address = reverse("timeline", args=[lone.slug])
    assert 'id="filters"' not in _page(client, address)
    assert 'id="filters"' in _page(client, address, q="zeppelin")
    assert 'id="filters"' in _page(client, address, since="no date")
