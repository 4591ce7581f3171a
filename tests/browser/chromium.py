"""Which Chromium the tests drive, and how it is started."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",  # the sandbox refuses to start for root
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers give /dev/shm 64 MB
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    # Pages of the address bar, which nobody sees here: two for each context, a second of work.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
)
MISSING = (
    "No Chromium was found for the browser tests. Install one (Debian: `apt-get install chromium`; "
    "elsewhere: `.venv/bin/playwright install chromium`), or name one in the variable CHROMIUM."
)


def find(playwright: Playwright) -> str | None:
    """The path of the Chromium that CHROMIUM names, or the machine's, or Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        return named
    found = next(filter(None, map(shutil.which, NAMES)), None)
    own = playwright.chromium.executable_path
    return found or (own if Path(own).exists() else None)


def start(playwright: Playwright, executable: str, home: Path | None = None) -> Browser:
    """Start it headless, with `home` as its own, because the machine may have none."""
    env: dict[str, str | float | bool] = {**os.environ}
    if home:
        env["HOME"] = str(home)
    return playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS), env=env)
