"""The page of a timeline: what is there without a single script."""

import gzip
import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from timeline.models import Event, Timeline
from timeline.selectors.listing import PER_PAGE
from timeline.services.events import create_event
from timeline.services.review import reject
from timeline.services.timelines import create_timeline, publish_events


@pytest.fixture
def address(harbour: Timeline) -> str:
    return reverse("timeline", args=[harbour.slug])


def _page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_every_event_stands_in_the_list_under_its_year(client, address):
    page = _page(client, address)
    assert re.findall(r"<h3>(.*?)</h3>", page) == ["2018", "2019", "2024", "2031"]
    assert page.count('class="event"') == 4


def test_it_is_compressed_where_that_is_understood(client, address):
    answer = client.get(address, headers={"Accept-Encoding": "br, gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer["Vary"]
    assert gzip.decompress(answer.content).decode() == _page(client, address)


def test_dates_are_in_words_and_only_exact_ones_carry_a_machine_form(client, address):
    page = _page(client, address)
    assert '<time datetime="2024-05-20">20 May 2024</time>' in page
    assert '<time datetime="2019-10">October 2019</time>' in page
    assert "<span>until August 2018</span>" in page


def test_a_quote_carries_its_language_and_its_marked_time_expression(client, address):
    page = _page(client, address)
    assert (
        '<blockquote class="quote" lang="en" dir="ltr">'
        "The harbour opened again <mark>on May 20</mark></blockquote>" in page
    )


def test_an_expression_outside_the_quote_marks_nothing(client, address):
    assert "Its keeper, Mara Lind, had asked for it</blockquote>" in _page(client, address)


def test_a_source_has_its_link_its_publisher_and_its_day(client, address):
    page = _page(client, address)
    assert 'href="https://example.org/harbour"' in page
    assert "The Evening Courier" in page
    assert "30 May 2024" in page


def test_that_others_tell_it_too_is_said_once(client, address):
    assert _page(client, address).count("and 1 more source<") == 1


def test_a_category_has_its_sign_and_its_name(client, address):
    page = _page(client, address)
    assert re.search(r'<svg class="sign"[^>]*color="#[0-9a-f]{6}"[^>]*>.*?</svg> Economy', page)


def test_the_text_of_an_article_is_never_shown(client, address, opening):
    for path in (address, f"{address}?event={opening.pk}", f"{address}events/{opening.pk}/"):
        assert "second paragraph" not in _page(client, path)


def test_what_an_article_brings_is_text_and_never_markup(client, address):
    page = _page(client, address)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; is asked for" in page


def test_an_address_that_a_browser_would_run_is_no_link(client, address, opening):
    opening.evidence.first().article.addresses.update(url="javascript:alert(1)")
    assert "javascript:" not in _page(client, f"{address}?event={opening.pk}")


def test_the_address_opens_an_event_on_the_server(client, address, opening):
    page = _page(client, f"{address}?event={opening.pk}")
    card = page.partition('id="card"')[2].partition("</section>")[0]
    assert not card.partition(">")[0].endswith("hidden")
    assert "The harbour opens" in card
    assert "أُعيد فتح المرفأ <mark>في 20 مايو</mark>" in card
    assert 'aria-current="true"' in page


@pytest.mark.parametrize("asked", ["", "0", "x", "-1", "١", "9" * 30, "1e3"])
def test_an_event_that_is_not_there_leaves_the_card_closed(client, address, asked):
    assert 'tabindex="-1" hidden></section>' in _page(client, f"{address}?event={asked}")


def test_events_that_readers_may_not_see_are_not_there(client, address, harbour, opening):
    reject(events=[opening], user=None)
    assert f'id="event-{opening.pk}"' not in _page(client, address)
    assert 'datetime="2024-05-20"' not in _page(client, f"{address}?event={opening.pk}")


def test_the_section_tells_the_script_all_it_needs(client, address, harbour):
    page = _page(client, address)
    section = dict(re.findall(r'data-([a-z-]+)="(.*?)"', page.partition("<section")[2]))
    assert section["figure-url"] == f"{address}figure.json"
    assert section["event-url-template"] == f"{address}events/{{id}}/?part=card"
    assert (section["language"], section["direction"]) == ("en", "ltr")
    assert section["lanes"] == "category"
    assert int(section["first"]) < int(section["last"])
    texts = re.search(r'<script id="timeline-texts" type="application/json">(.*?)</script>', page)
    assert texts
    assert json.loads(texts[1])["failed"]


def test_room_is_kept_for_the_chart_that_the_address_asks_for(client, address):
    def room(query: str) -> tuple[int, ...]:
        page = _page(client, address + query)
        return tuple(map(int, re.findall(r'class="chart-room[\w -]*" height="(\d+)"', page)))

    wide, narrow, phone = room("")
    assert phone < wide, "on phones all events lie in one lane"
    assert narrow > wide, "it names the lanes over them"
    assert room("?lanes=category")[2] == narrow
    assert room("?lanes=category&category=politics")[0] < wide
    assert len(room("?lanes=person")) == 3


@pytest.mark.parametrize(("asked", "shown"), [("person", "person"), ("nonsense", "category")])
def test_the_address_chooses_the_lanes(client, address, asked, shown):
    assert f'data-lanes="{shown}"' in _page(client, f"{address}?lanes={asked}")


def test_a_draft_is_there_for_editors_alone(client, nour_client, db):
    draft = create_timeline(title="Not yet")
    path = reverse("timeline", args=[draft.slug])
    assert "only editors can see this page" in _page(nour_client, path)
    nour_client.logout()
    assert nour_client.get(path).status_code == 404


def test_somebody_without_rights_sees_no_draft(client, sam):
    client.force_login(sam)
    draft = create_timeline(title="Not yet")
    assert client.get(reverse("timeline", args=[draft.slug])).status_code == 404


def test_an_address_in_any_script_leads_to_its_timeline(client, db):
    timeline = create_timeline(title="المرفأ", visibility=Timeline.Visibility.PUBLIC)
    assert "المرفأ" in _page(client, reverse("timeline", args=[timeline.slug]))


def _long_story(events: int) -> Timeline:
    timeline = create_timeline(title="A long story")
    told = [create_event(title=f"Day {day}", date=f"{1000 + day}") for day in range(events)]
    publish_events(events=told, timeline=timeline, user=None)
    return timeline


def test_a_long_list_comes_in_pages(client, db):
    address = reverse("timeline", args=[_long_story(PER_PAGE + 1).slug])
    first = _page(client, address)
    assert first.count('class="event"') == PER_PAGE
    assert 'rel="next" href="?page=2#events"' in first
    assert _page(client, f"{address}?page=2").count('class="event"') == 1


def test_an_open_event_brings_its_page_of_the_list(client, db):
    timeline = _long_story(PER_PAGE + 1)
    last = Event.objects.get(title=f"Day {PER_PAGE}")
    page = _page(client, f"{reverse('timeline', args=[timeline.slug])}?event={last.pk}")
    assert f'id="event-{last.pk}"' in page


def test_the_number_of_queries_does_not_depend_on_the_number_of_events(
    client, harbour, opening, django_assert_max_num_queries
):
    counted = []
    for slug in (harbour.slug, _long_story(60).slug):
        with django_assert_max_num_queries(31) as queries:
            _page(client, reverse("timeline", args=[slug]))
        counted.append(len(queries))
    assert counted[1] <= counted[0]


def _with_the_founding(harbour: Timeline, date: str) -> None:
    storms = [create_event(title=f"Storm {day}", date=f"2024-05-{day:02}") for day in range(1, 20)]
    founding = create_event(title="The harbour is founded", date=date)
    publish_events(events=[founding, *storms], timeline=harbour, user=None)


def test_that_the_chart_opens_on_most_events_is_said_with_the_dates_of_the_others(
    client, harbour, address
):
    assert 'id="opening"' not in _page(client, address)
    _with_the_founding(harbour, "1605~")
    page = _page(client, address)
    assert "1 earlier event: about 1605" in page
    assert "The other 23 events:" in page


def test_the_list_and_the_page_without_scripts_tell_all_of_it(client, harbour, address):
    _with_the_founding(harbour, "1605")
    page = _page(client, address)
    assert "The harbour is founded" in page
    assert re.search(r'class="beyond needs-scripts"', page)
