"""Takes docs/timeline.png, the picture in the README, of the sample timeline: `make picture`."""

from playwright.sync_api import ViewportSize, sync_playwright

from scripts import chromium, served
from scripts.console import ROOT, SetupError, given, run_main, say
from tests.browser import chromium as browsers
from tests.browser.drawing import PLOTTED

TARGET = ROOT / "docs" / "timeline.png"
VIEWPORT: ViewportSize = {"width": 1280, "height": 1090}
# The page itself scrolls to the card, and that takes a moment.
SETTLED_MS = 1000
# The top of the chart to the top of the picture, and no ring around what has the focus.
FRAME_IT = """section => {
  document.activeElement.blur();
  scrollTo({ top: scrollY + section.getBoundingClientRect().top - 16, behavior: "instant" });
}"""
# The event whose card is open.
OPENED = "First visit"
MOST_BYTES = 300_000


def main() -> int:
    given(__doc__)
    chromium.ensure()
    with served.database() as env, served.demo(env) as address:
        picture = take(f"{address}/timelines/three-visits-to-tehran/")
    if len(picture) > MOST_BYTES:
        raise SetupError(f"The picture has {len(picture):,} bytes: {MOST_BYTES:,} are the most.")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(picture)
    say(f"Wrote {TARGET.relative_to(ROOT)}, {len(picture):,} bytes.")
    return 0


def take(address: str) -> bytes:
    with sync_playwright() as playwright:
        browser = browsers.start(playwright, str(browsers.find(playwright)))
        page = browser.new_page(viewport=VIEWPORT, locale="en-GB")
        page.goto(address)
        page.goto(page.get_by_role("link", name=OPENED).first.evaluate("link => link.href"))
        page.wait_for_function(PLOTTED)
        page.wait_for_timeout(SETTLED_MS)
        page.locator("#timeline").evaluate(FRAME_IT)
        picture = page.screenshot()
        browser.close()
    return picture


if __name__ == "__main__":
    run_main(main)
