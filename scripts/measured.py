"""What measurements share: repeated timing, and a Chromium to draw in."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from scripts.console import SetupError
from tests.browser import chromium as browsers

VIEWPORT: ViewportSize = {"width": 1280, "height": 800}
DRAWN_WITHIN_MS = 60_000


def timed(ask: Callable[[], Any], repeats: int) -> tuple[Any, list[tuple[float, float]]]:
    """The last answer, and of each round the seconds that passed and those of CPU that this process
    took of them; the first round, which fills the caches, does not count."""
    ask()
    times = []
    for _ in range(repeats):
        started, spent = time.perf_counter(), time.process_time()
        answer = ask()
        times.append((time.perf_counter() - started, time.process_time() - spent))
    return answer, times


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        executable = browsers.find(playwright)
        if executable is None:
            raise SetupError(browsers.MISSING)
        started = browsers.start(playwright, executable)
        yield started
        started.close()
