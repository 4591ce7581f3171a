"""What the browser tests know of the chart: when it is drawn, its days, where things lie."""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Frame, Page

from timeline.dates.edtf import parse

PATIENCE = 20.0
_PAUSE = 50  # milliseconds before something is asked again
# Milliseconds from when a page was asked for until its chart was first drawn; undefined before.
DRAWN = "() => performance.getEntriesByName('timeline drawn')[0]?.startTime"
# The same until Plotly has drawn it, too.
PLOTTED = "() => performance.getEntriesByName('timeline plotted')[0]?.startTime"

# Where the mark of a title lies on the screen; null where there is none.
PLACE = """title => {
  const chart = document.getElementById('chart');
  for (const trace of chart._fullData) {
    const at = (trace.customdata ?? []).findIndex((told) => told[1] === title);
    if (at < 0 || trace.meta.role !== 'marks') continue;
    const { xaxis, yaxis } = chart._fullLayout;
    const box = chart.getBoundingClientRect();
    const bar = trace.type === 'bar';
    const day = bar ? trace.base[at] + trace.x[at] / 2 : trace.x[at];
    return [
      box.left + xaxis._offset + xaxis.d2p(day),
      box.top + yaxis._offset + yaxis.d2p(trace.y[at]),
    ];
  }
  return null;
}"""


def until(true: Callable[[], Any], what: str, page: Page | None = None) -> Any:
    """Ask again until something is true; Playwright's own waiting needs `eval`, which the policy
    forbids. What the test is told of by a `page` (a request that is held, a frame) reaches it only
    while that page is waited for."""
    end = time.monotonic() + PATIENCE
    while not (found := true()):
        assert time.monotonic() < end, f"waited in vain: {what}"
        if page:
            page.wait_for_timeout(_PAUSE)
        else:
            time.sleep(_PAUSE / 1000)
    return found


def open_chart(page: Page, address: str) -> None:
    page.goto(address)
    wait_for_drawing(page)


def wait_for_drawing(page: Page | Frame) -> None:
    until(lambda: page.evaluate(PLOTTED), "Plotly's drawing")


def days(page: Page) -> list[float]:
    """The axis as Plotly has it, earlier day first."""
    return sorted(page.evaluate("document.getElementById('chart')._fullLayout.xaxis.range"))


def span(page: Page) -> float:
    first, last = days(page)
    return last - first


def at_rest(page: Page) -> list[float]:
    """The days shown once nothing moves any more and what shows them is drawn."""
    chart = page.locator("#chart")
    until(lambda: chart.get_attribute("aria-busy") != "true", "a chart at rest")
    return days(page)


def address_days(page: Page) -> list[float]:
    """The days of a year's view or longer as the address has them; none for the whole timeline."""
    query = parse_qs(urlsplit(page.evaluate("location.href")).query)
    return [parse(query[name][0]).first_day for name in ("from", "to") if name in query]


def mark(page: Page, title: str) -> tuple[float, float]:
    """Where the point mark of an event lies on the screen, once it is drawn."""
    place = until(lambda: page.evaluate(PLACE, title), f"a mark of “{title}”")
    return place[0], place[1]


def labels(page: Page) -> list[dict[str, float]]:
    """Boxes of the labels."""
    found: list[dict[str, float]] = page.evaluate(
        """[...document.querySelectorAll('.chart-label')]
          .map((label) => label.getBoundingClientRect().toJSON())
          .filter((box) => box.width > 0)"""
    )
    return found
