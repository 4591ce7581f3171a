"""A Chromium for the tests: the machine's, or one that is brought for them."""

import os
import shutil
import sys

from playwright.sync_api import sync_playwright

from scripts.console import SetupError, capture, say
from tests.browser import chromium


def ensure() -> None:
    """Where there is no Chromium, bring one through apt or Playwright, or raise `SetupError`."""
    if _is_there():
        return
    for name, bring in (("apt", _from_apt), ("Playwright", _from_playwright)):
        say(f"There is no Chromium for the browser tests: trying to install one with {name} ...")
        bring()
        if _is_there():
            return
    raise SetupError(chromium.MISSING)


def _is_there() -> bool:
    with sync_playwright() as playwright:
        return chromium.find(playwright) is not None


def _from_apt() -> None:
    if os.geteuid() == 0 and (apt := shutil.which("apt-get")):
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        capture([apt, "update", "--quiet"], quiet)
        capture([apt, "install", "--yes", "--no-install-recommends", "chromium"], quiet)


def _from_playwright() -> None:
    capture([sys.executable, "-m", "playwright", "install", "chromium"])
