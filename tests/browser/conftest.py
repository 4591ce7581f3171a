"""A real Chromium on Django's own server, under the real Content-Security-Policy.

`page` is a page of the site, at desktop width; `new_page(...)` makes others: Arabic, dark, narrow,
without JavaScript. When a test ends, each of them must have been free of trouble: no error on the
console, no policy violation, no failed request, no request to another host.
"""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import handlers
from django.core.management import call_command
from django.db import connections
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser import chromium
from tests.browser.trouble import Trouble, watch

PageMaker = Callable[..., Page]
# Generous, for two busy cores; a test that waits this long fails.
PATIENCE_MS = 20_000


@pytest.fixture(scope="session", autouse=True)
def _collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Pages load what readers load: files collected, joined and served by the site itself. Only the
    compression is left out, which takes the longest."""
    changed = {
        "STATIC_ROOT": tmp_path_factory.mktemp("static"),
        "STORAGES": {
            **settings.STORAGES,
            "staticfiles": {"BACKEND": "timeline.static_storage.ModuleStorage"},
        },
        "WHITENOISE_SKIP_COMPRESS_EXTENSIONS": ["js", "css", "svg"],
    }
    with override_settings(**changed), pytest.MonkeyPatch.context() as patch:
        # The live server would go by the sources.
        patch.setattr(handlers, "StaticFilesHandler", lambda application: application)
        call_command("collectstatic", interactive=False, verbosity=0)
        yield


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        executable = chromium.find(playwright)
        if executable is None:
            pytest.fail(chromium.MISSING, pytrace=False)
        home: Path = tmp_path_factory.mktemp("home")
        started = chromium.start(playwright, executable, home)
        yield started
        # Those that were opened beside Playwright's event loop can be reached only here.
        connections.close_all()
        started.close()


@pytest.fixture
def site(live_server: LiveServer) -> Iterator[str]:
    """The address of the running site, "http://localhost:port"."""
    yield live_server.url
    _finish_answers()


def _finish_answers() -> None:
    """Wait for the server's threads, each of which ends with its connection: a page that was left
    may still be answered, and PostgreSQL cannot empty a table that another connection reads."""
    for thread in threading.enumerate():
        if ThreadingMixIn.process_request_thread.__name__ in thread.name:
            thread.join(PATIENCE_MS / 1000)


@pytest.fixture
def new_page(browser: Browser, site: str) -> Iterator[PageMaker]:
    """A function that opens a new page: `new_page(locale="ar", color_scheme="dark",
    viewport={"width": 390, "height": 844}, java_script_enabled=False, has_touch=True)`.

    The options are those of Playwright's `Browser.new_context`; an address without a host is one of
    the site's. `expected` holds words of the troubles that the test provokes on purpose.
    """
    opened: list[tuple[BrowserContext, Trouble]] = []

    def make(*, expected: tuple[str, ...] = (), **options: Any) -> Page:
        options = {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB", **options}
        context = browser.new_context(base_url=site, service_workers="block", **options)
        context.set_default_timeout(PATIENCE_MS)
        if options.get("java_script_enabled") is False:
            # Chromium refuses what pages name for preloading as it refuses scripts.
            expected = (*expected, ".js (csp)")
        trouble = watch(context, site, expected)
        opened.append((context, trouble))
        return context.new_page()

    yield make
    for context, _ in opened:
        context.close()
    troubles = [line for _, trouble in opened for line in trouble.lines]
    assert not troubles, "the pages were not free of trouble:\n" + "\n".join(troubles)


@pytest.fixture
def page(new_page: PageMaker) -> Page:
    """A page of the site in English, 1280 by 800 pixels, in the light scheme."""
    return new_page()
