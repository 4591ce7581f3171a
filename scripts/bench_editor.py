"""Counts what editors do to get things done, in a real Chromium: `make bench-editor`.

An action is one click, key chord, paste or field filled; it begins signed in, on the first page of
the desk. Every step is done and its result looked at, so a figure is one of work that was done.
"""

import json
import secrets
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from scripts import chromium, served
from scripts.console import ROOT, given, run_main, say
from scripts.measured import VIEWPORT, browser
from tests.admin.bridge import ARTICLE, PUBLISHED_ON
from timeline.management.tables import table

# The article that the figures are promised for, where it is at hand; else one of the sample.
SEED = ROOT.parent / "shared" / "seed" / "article.json"
SAMPLE = ROOT / "timeline" / "sample" / "2024-05-30-visit.json"
USER = "bench"
DESK = "/admin/"
BY_HAND = "President Alma Torres opened the Delta bridge"


@dataclass
class Hand:
    """A page, and how many actions were taken on it."""

    page: Page
    actions: int = 0

    def click(self, selector: str) -> None:
        self.actions += 1
        self.page.click(selector)

    def fill(self, selector: str, words: str) -> None:
        self.actions += 1
        self.page.fill(selector, words)

    def press(self, key: str) -> None:
        self.actions += 1
        self.page.keyboard.press(key)

    def bring_in(self, text: str, day: str) -> None:
        self.fill("#quick-text", text)
        self.fill("#quick-day", day)
        self.press("Enter")
        self.page.wait_for_selector("#review")


def article(hand: Hand) -> None:
    """An article, from paste to its published timeline."""
    file = SEED if SEED.exists() else SAMPLE
    story = json.loads(file.read_text(encoding="utf-8"))
    hand.bring_in(story["text"], story["published"][:10])
    hand.fill("#id_new_title", "Visits")
    hand.click("[value=publish-all]")
    expect(hand.page.locator("#events li[data-event]")).not_to_have_count(0)


def event(hand: Hand) -> None:
    """An event by hand, with where it is said."""
    hand.click(f".desk-start a[href$='{DESK}timeline/event/add/']")
    hand.fill("#id_title", BY_HAND)
    hand.fill("#id_date", "30 May 2024")
    hand.fill("#id_citation", "Harbour radio, 30 May 2024")
    hand.click("[name=_save]")
    expect(hand.page.locator(".messagelist .success")).to_contain_text("Alma Torres")


def evidence(hand: Hand) -> None:
    """An article that tells the event that was entered by hand, as its further evidence."""
    hand.bring_in(ARTICLE, PUBLISHED_ON.isoformat())
    hand.click(f".twins li:has-text('{BY_HAND}') [value^='join:']")
    expect(hand.page.locator(".review-event", has_text=BY_HAND).locator(".merged")).to_have_count(1)


# Each with how many actions are promised at most; the last needs what the one before it made.
FLOWS = (
    ("an article, from paste to published timeline", article, 12),
    ("an event by hand", event, 6),
    ("an article as further evidence of an event", evidence, 4),
)


def main() -> int:
    given(__doc__)
    chromium.ensure()
    password = secrets.token_urlsafe()
    with served.database() as env:
        account = {**env, "DJANGO_SUPERUSER_PASSWORD": password}
        served.manage(env, "migrate", "--verbosity", "0")
        served.manage(account, "createsuperuser", "--noinput", "--username", USER, "--email", "")
        with served.demo(env) as address:
            rows = counted(address, password)
    say(table("Actions of an editor", ("", "actions", "at most"), rows))
    return 0


def counted(address: str, password: str) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    with browser() as chrome:
        for name, flow, most in FLOWS:
            context = chrome.new_context(base_url=address, viewport=VIEWPORT, locale="en-GB")
            hand = Hand(sign_in(context.new_page(), password))
            flow(hand)
            rows.append((name, str(hand.actions), str(most)))
            context.close()
    return rows


def sign_in(page: Page, password: str) -> Page:
    page.goto(DESK)
    page.fill("#id_username", USER)
    page.fill("#id_password", password)
    page.click("[type=submit]")
    return page


if __name__ == "__main__":
    run_main(main)
