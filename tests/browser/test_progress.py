"""The page of bulk work follows it without being loaded anew, and what has the focus keeps it."""

import pytest
from playwright.sync_api import expect

from tests.browser.drawing import until
from tests.browser.test_desk import sign_in
from timeline.models import Run

pytestmark = pytest.mark.django_db(transaction=True)


def test_progress_is_shown_while_it_is_made_and_the_end_opens_its_page(page, nour):
    run = Run.objects.create(kind="ingest", status="running", total=3)
    sign_in(page)
    page.clock.install()
    page.goto(f"/admin/timeline/run/{run.pk}/change/")
    page.evaluate("window.notReloaded = true")
    page.focus("[value=cancel]")
    Run.objects.filter(pk=run.pk).update(done=2)
    page.clock.run_for(5_000)
    expect(page.locator("progress")).to_have_attribute("value", "2")
    expect(page.locator("[value=cancel]")).to_be_focused()
    assert page.evaluate("window.notReloaded")

    Run.objects.filter(pk=run.pk).update(done=3, status="done")
    with page.expect_navigation():
        page.clock.run_for(5_000)
    expect(page.locator("[value=cancel]")).to_have_count(0)
    assert not page.evaluate("window.notReloaded || false")


def test_a_server_that_is_started_anew_does_not_take_the_page_away(new_page, nour):
    run = Run.objects.create(kind="ingest", status="running", total=3)
    page = sign_in(new_page(expected=("502",)))
    page.clock.install()
    page.goto(f"/admin/timeline/run/{run.pk}/change/")
    page.evaluate("window.notReloaded = true")
    page.route("**/change/", lambda route: route.fulfill(status=502), times=1)
    Run.objects.filter(pk=run.pk).update(done=2)

    def is_followed():
        page.clock.run_for(5_000)
        return page.locator("progress").get_attribute("value") == "2"

    until(is_followed, "the progress made meanwhile")
    assert page.evaluate("window.notReloaded || false")
