"""Measures and prints, and never fails for a number: `make bench`.

How fast articles are read, how long the server takes for the page of a timeline and its figure and
how large they are, and how soon a browser has drawn it. All on invented news and the sample.
"""

import datetime
import os
import time
from functools import partial
from statistics import median

import brotli
from playwright.sync_api import Browser

from scripts import chromium, served
from scripts.console import SetupError, given, run_main, say
from scripts.measured import DRAWN_WITHIN_MS, VIEWPORT, browser, timed
from tests.browser.drawing import DRAWN, PLOTTED
from timeline.management.tables import table

# The text of an article and the day it was published.
Dated = tuple[str, datetime.date | None]
SIZES = (10, 1_000, 10_000)
REPEATS = 5
# CPU seconds that reading is measured for; shorter, the clock and the caches count too much.
READING_SECONDS = 5.0
INVENTED_EVENTS = 400
# As served by common web servers for answers made on the fly; 11 is for files compressed once.
BROTLI_QUALITY = 5


def main() -> int:
    given(__doc__)
    chromium.ensure()
    with served.database() as env:
        os.environ.update(env)
        import django

        os.environ["DJANGO_SETTINGS_MODULE"] = "timeline.settings"
        django.setup()
        say(reading())
        served.manage(env, "migrate", "--verbosity", "0")
        for seed, size in enumerate(SIZES, start=1):
            served.manage(env, "sample", "--events", str(size), "--seed", str(seed))
        say(serving())
        with served.demo(env) as address:
            say(drawing(address))
    return 0


def reading() -> str:
    from timeline.management import invented, sample

    texts: dict[str, list[Dated]] = {
        "the sample articles": [(it.text, it.published_on) for it in sample.documents()],
        "invented articles": [
            (it.text, it.published_on) for it in invented.reports(INVENTED_EVENTS)
        ],
    }
    rows = [(name, *_reading_speed(articles)) for name, articles in texts.items() if articles]
    return table("Reading articles", ("", "articles", "KB", "events", "KB per CPU second"), rows)


def _reading_speed(articles: list[Dated]) -> tuple[str, ...]:
    """Of texts in UTF-8; the first round fills the caches and does not count."""
    from timeline.extraction.events import extract

    def read() -> int:
        return sum(len(extract(text, published=day).events) for text, day in articles)

    events, rounds, started = read(), 0, time.process_time()
    while (spent := time.process_time() - started) < READING_SECONDS:
        read()
        rounds += 1
    size = sum(len(text.encode()) for text, _day in articles) / 1000
    return str(len(articles)), f"{size:.0f}", str(events), f"{rounds * size / spent:.0f}"


def serving() -> str:
    from django.test import Client
    from django.urls import reverse

    client = Client(SERVER_NAME="localhost")
    rows = []
    for slug, size in _timelines():
        for name, route in (("page", "timeline"), ("figure", "figure")):
            address = reverse(route, args=[slug])
            answer, times = timed(partial(client.get, address), REPEATS)
            if answer.status_code != 200:
                raise SetupError(f"{address} answered {answer.status_code}.")
            rows.append(
                (
                    f"{size:,} events: {name}",
                    *_measures(answer.content, median(passed for passed, _cpu in times)),
                )
            )
    heads = ("", "server ms", "bytes", "bytes in brotli")
    return table("Serving a timeline (median of several requests)", heads, rows)


def _measures(content: bytes, seconds: float) -> tuple[str, ...]:
    packed = len(brotli.compress(content, quality=BROTLI_QUALITY))
    return f"{seconds * 1000:.1f}", f"{len(content):,}", f"{packed:,}"


def drawing(address: str) -> str:
    with browser() as chrome:
        rows = [
            (f"{size:,} events", *_drawn(chrome, f"{address}/timelines/{slug}/"))
            for slug, size in _timelines()
        ]
    heads = ("", "first ms", "median ms", "marks and labels")
    return table("Until a timeline is drawn in Chromium, nothing cached", heads, rows)


def _drawn(chrome: Browser, url: str) -> tuple[str, ...]:
    times, drawn = [], 0
    for _ in range(REPEATS):
        context = chrome.new_context(viewport=VIEWPORT)
        page = context.new_page()
        page.goto(url)
        page.wait_for_function(PLOTTED, timeout=DRAWN_WITHIN_MS)
        times.append(page.evaluate(DRAWN))
        drawn = page.locator("#chart .point, #chart text").count()
        context.close()
    return f"{times[0]:.0f}", f"{median(times):.0f}", str(drawn)


def _timelines() -> list[tuple[str, int]]:
    return [(f"invented-{size}-{seed}", size) for seed, size in enumerate(SIZES, start=1)]


if __name__ == "__main__":
    run_main(main)
