"""The story mode as the server tells it: each slide is a page, with or without a script."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from timeline.models import Event, EventMedia, Timeline
from timeline.services.review import reject
from timeline.services.timelines import create_timeline


@pytest.fixture
def address(harbour: Timeline) -> str:
    return reverse("timeline", args=[harbour.slug])


def _slide(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    page: str = response.content.decode()
    return page.partition('<section class="story-mode"')[2].partition("</section>")[0]


def _ways(slide: str) -> list[str]:
    return re.findall(r'data-way="(\w+)"', slide)


def test_the_opening_has_title_introduction_and_facts_and_leads_to_the_first_event(
    client, address, harbour
):
    opening = _slide(client, f"{address}?story=start")
    assert "The harbour &amp; its keepers" in opening
    assert "A port told." in opening
    assert "4 events" in opening
    assert _ways(opening) == ["next", "begin"]
    first = harbour.events.get(date="../2018-08")
    assert f'href="?story={first.pk}"' in opening


def test_a_slide_says_where_it_stands_and_what_comes_before_and_after(client, address, opening):
    slide = _slide(client, f"{address}?story={opening.pk}")
    assert "3 of 4" in slide
    assert "The harbour opens</h1>" in slide
    assert "is asked for</bdi>" in slide
    assert "A second basin is dug</bdi>" in slide
    assert "<mark>on May 20</mark>" in slide


def test_the_links_tell_the_story_from_the_beginning_to_the_end(client, address):
    told, following = [], "?story=start"
    while following:
        slide = _slide(client, f"{address}{following}")
        told.append(re.findall(r"(\d) of 4", slide))
        found = re.search(r'rel="next" href="(\?story=\d+)"', slide)
        following = found[1] if found else ""
    assert told == [[], ["1"], ["2"], ["3"], ["4"]]


def test_after_the_last_event_the_story_can_begin_again(client, address, harbour):
    last = harbour.events.get(date="2031")
    slide = _slide(client, f"{address}?story={last.pk}")
    assert "Back to the beginning" in slide
    assert 'rel="next"' not in slide


def test_filters_leave_a_shorter_story(client, address, opening):
    slide = _slide(client, f"{address}?category=economy&story={opening.pk}")
    assert "2 of 2" in slide
    assert 'href="?category=economy&amp;story=' in slide


def test_for_the_script_a_slide_comes_without_a_page(client, address, opening):
    part = client.get(f"{address}?story={opening.pk}&part=slide").content.decode()
    assert part.lstrip().startswith("<nav")
    assert "<html" not in part


@pytest.mark.parametrize("asked", ["", "x", "-1", "start", "9" * 30])
def test_what_is_no_event_begins_the_story(client, address, asked):
    assert "A port told." in _slide(client, f"{address}?story={asked}")


def test_the_story_of_an_event_that_readers_may_not_see_is_not_there(client, address, opening):
    reject(events=[opening], user=None)
    assert client.get(f"{address}?story={opening.pk}").status_code == 404


def test_a_timeline_without_events_says_so(nour_client, db):
    empty = create_timeline(title="Nothing yet")
    page = nour_client.get(f"{reverse('timeline', args=[empty.slug])}?story=start")
    assert "No event of this timeline can be told." in page.content.decode()


def test_a_picture_of_this_site_is_shown_with_its_words_and_its_credit(client, address, opening):
    _picture(opening, "http://testserver/media/quay.jpg")
    slide = _slide(client, f"{address}?story={opening.pk}")
    assert '<img src="http://testserver/media/quay.jpg" alt="Boats at the quay">' in slide
    assert "<bdi>Mara Lind</bdi>" in slide


def test_a_picture_of_another_site_is_a_link_and_loads_nothing(client, address, opening):
    _picture(opening, "https://pictures.example/quay.jpg")
    slide = _slide(client, f"{address}?story={opening.pk}")
    assert "<img" not in slide
    assert 'href="https://pictures.example/quay.jpg"' in slide
    assert "Boats at the quay" in slide


def _picture(event: Event, url: str) -> None:
    EventMedia.objects.create(
        event=event, url=url, credit="Mara Lind", alternative_text="Boats at the quay"
    )


def test_the_text_of_an_article_is_never_shown(client, address, opening):
    assert "second paragraph" not in _slide(client, f"{address}?story={opening.pk}")
