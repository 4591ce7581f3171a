"""The review of a long article: cards far down come short, and can all the same be decided on."""

import pytest

from tests.admin.articles import long_article
from timeline.admin.review.page import _WHOLE
from timeline.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def address():
    return f"/admin/timeline/article/{long_article().pk}/review/"


@pytest.fixture
def last(address):
    return Event.objects.order_by("sort_day").last()


def cards(answer):
    return {item.event.pk: item.short for item in answer.context["found"]}


def test_the_first_cards_are_whole_and_the_others_short(nour_client, address):
    short = list(cards(nour_client.get(address)).values())
    assert short == [False] * _WHOLE + [True] * (60 - _WHOLE)


def test_a_short_card_has_its_buttons(nour_client, address, last):
    page = nour_client.get(address).content.decode()
    (card,) = [piece for piece in page.split("<article") if f'id="event-{last.pk}"' in piece]
    for verb in ("accept", "reject"):
        assert f'value="{verb}:{last.pk}"' in card
    assert f"?edit={last.pk}" in card
    assert "<blockquote" not in card


def test_a_short_card_is_opened_by_a_link(nour_client, address, last):
    page = nour_client.get(address, {"open": last.pk})
    assert not cards(page)[last.pk]
    assert not page.context["found"][-1].form


def test_short_cards_are_filled_by_their_numbers(nour_client, address, last):
    query = {"cards": f"{last.pk},x,{2**70}", "queue": "oldest"}
    page = nour_client.get(address, query, headers={"X-Part": "1"})
    assert cards(page) == {last.pk: False}
    assert "<blockquote" in page.content.decode()
    assert f"?queue=oldest&amp;edit={last.pk}" in page.content.decode().replace(
        "&edit", "&amp;edit"
    )


def test_after_a_decision_the_card_comes_back_whole(nour_client, address, last):
    sent = {"action": f"accept:{last.pk}"}
    assert cards(nour_client.post(address, sent, headers={"X-Part": "1"})) == {last.pk: False}


def test_the_form_that_buttons_of_cards_belong_to_stays_when_what_is_in_it_is_made_anew(
    nour_client, address, last
):
    sent = {"action": f"accept:{last.pk}"}
    page = nour_client.post(address, sent, headers={"X-Part": "1"}).content.decode()
    form = page.partition('id="publish-form"')[2]
    of_form, _, inside = form.partition(">")
    assert "data-piece" not in of_form
    assert inside.strip().startswith('<div class="bar-groups" id="bar" data-piece>')
