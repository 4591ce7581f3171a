"""Passages and their events at the review: pointed at, compared, merged, taken apart."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.admin.bridge import ARTICLE
from tests.admin.review.test_pieces import OTHER, bring_in, storm
from tests.browser.drawing import until
from tests.browser.test_review import becomes, open_review, press
from timeline.models import Event
from timeline.services.merging import merge

LINKED = re.compile(r"\bis-linked\b")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def address(site, nour):
    """The review of an article whose storm another article puts a day later."""
    article = bring_in(ARTICLE)
    event = storm()
    late = Event.objects.get(evidence__article=bring_in(OTHER))
    merge(events=[event, late], heir=event, user=None)
    return reverse("admin:timeline_article_review", args=[article.pk])


def test_words_and_their_event_are_marked_from_either_side(page, address):
    open_review(page, address)
    focused, event = (page.locator(".review-event").nth(number) for number in (0, 1))
    quote = page.locator(f".quote[data-events='{event.get_attribute('data-event')}']").first
    quote.hover()
    expect(event).to_have_class(LINKED)
    page.locator("h1").hover()
    expect(event).not_to_have_class(LINKED)
    expect(focused).to_have_class(LINKED)
    event.hover()
    expect(quote).to_have_class(LINKED)


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False, "locale": "ar"}])
def test_sources_that_disagree_stand_side_by_side_and_one_is_taken(new_page, address, options):
    page = open_review(new_page(**options), address)
    told = page.locator(".is-disputed li")
    expect(told).to_have_count(2)
    tops = [one.evaluate("row => row.getBoundingClientRect().top") for one in told.all()]
    assert tops[0] == tops[1]
    page.click(".is-disputed button")
    until(lambda: storm().date == "2024-05-21", "the other date to be taken")


def test_chosen_events_become_one_with_all_that_they_rest_on_and_u_takes_them_apart(page, address):
    open_review(page, address)
    pieces = {event.pk: event.evidence.count() for event in Event.objects.all()}
    press(page, "x", "j", "x", "m")
    expect(page.locator(".review-event")).to_have_count(3)
    until(
        lambda: Event.objects.get(date="2022-05-08").evidence.count() == 2,
        "both to stand under one event",
    )
    press(page, "u")
    expect(page.locator(".review-event")).to_have_count(4)
    until(
        lambda: {event.pk: event.evidence.count() for event in Event.objects.all()} == pieces,
        "each event to have its own again",
    )
    becomes("2022-05-08", "suggested")
    assert page.evaluate("window.notReloaded")
