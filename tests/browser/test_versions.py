"""Versions, media by link, the queue and the introduction in a real browser: with scripts and left
to right, without and right to left."""

import pytest
from playwright.sync_api import expect

from tests.admin.test_queue import QUEUE, bring_in
from tests.browser.test_by_hand import WAYS
from tests.browser.test_desk import ADD_EVENT, save, sign_in
from timeline.models import Article, Event, EventMedia
from timeline.services.events import create_event, update_event
from timeline.services.timelines import create_timeline, publish_events

pytestmark = pytest.mark.django_db(transaction=True)


@WAYS
def test_two_versions_are_compared_and_the_earlier_one_comes_back(new_page, nour, options):
    event = create_event(title="A storm", date="2024", user=nour)
    update_event(event=event, user=nour, title="A gale", reason="By phone")
    page = sign_in(new_page(**options))
    page.goto(f"/admin/timeline/event/{event.pk}/history/")
    page.click("#content-main form button")
    compared = page.locator(".compared tbody tr").first
    expect(compared.locator("td").first).to_have_text("A storm")
    expect(compared.locator("td").last).to_have_text("A gale")

    page.locator("#change-history tbody tr").last.locator("a").first.click()
    page.click(".submit-row [name=_save] >> nth=0")
    expect(page.locator(".messagelist")).to_contain_text("A storm")
    event.refresh_from_db()
    assert event.title == "A storm"


@WAYS
def test_a_medium_by_its_address_is_a_link_for_readers(new_page, nour, options):
    page = sign_in(new_page(**options))
    page.goto(ADD_EVENT)
    page.fill("#id_title", "The bridge opens")
    page.fill("#id_date", "2024-05-20")
    page.click("#media-group summary")
    page.fill("[name=media-0-url]", "https://pictures.example/bridge.jpg")
    page.fill("[name=media-0-alternative_text]", "The bridge from the north")
    page.fill("[name=media-0-credit]", "The Delta Post")
    save(page)
    expect(page.locator(".messagelist")).to_contain_text("The bridge opens")
    event = EventMedia.objects.get().event
    publish_events(events=[event], timeline=create_timeline(title="Bridges"), user=None)
    page.goto(f"/events/{event.pk}/")
    link = page.locator('a[href="https://pictures.example/bridge.jpg"]')
    expect(link).to_contain_text("The bridge from the north")
    expect(page.locator("main")).to_contain_text("The Delta Post")


@WAYS
def test_the_surest_article_comes_first_where_that_is_asked_for(new_page, nour, options):
    bring_in("First")
    second = bring_in("Second")
    Event.objects.filter(evidence__article=second).update(confidence=1)
    Article.objects.filter(pk=second.pk).update(certainty=1)
    page = sign_in(new_page(**options))
    page.goto(QUEUE)
    expect(page.locator(".queue tbody a").first).to_have_text("First")
    page.locator(".queue-head a").last.click()
    expect(page.locator(".queue tbody a").first).to_have_text("Second")
    page.locator(".queue tbody a").first.click()
    expect(page.locator("h1")).to_contain_text("Second")


@WAYS
def test_an_introduction_opens_the_timeline_and_its_story(new_page, nour, options):
    timeline = create_timeline(title="Storms", visibility="public")
    event = create_event(title="A storm", date="2024-05-20", status="published")
    publish_events(events=[event], timeline=timeline, user=None)
    page = sign_in(new_page(**options))
    page.goto(f"/admin/timeline/timeline/{timeline.pk}/change/")
    page.fill("#id_introduction", "What the sea took, and when.")
    save(page)
    page.goto(f"/timelines/{timeline.slug}/")
    expect(page.locator(".introduction").first).to_have_text("What the sea took, and when.")
    page.goto(f"/timelines/{timeline.slug}/?story=start")
    expect(page.locator("main")).to_contain_text("What the sea took, and when.")
