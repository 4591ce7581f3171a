"""How a reader's browser fares with a timeline: until it is drawn, and frame by frame while it is
zoomed and dragged."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Any

import brotli
from playwright.sync_api import Browser, CDPSession, Page, Response

from scripts.console import SetupError
from scripts.measured import DRAWN_WITHIN_MS, VIEWPORT
from tests.browser.drawing import DRAWN, PLOTTED

# Every frame that took longer than one and a half of the 60 in a second: [start, milliseconds].
WATCH = """
window.__frames = [];
let last = performance.now();
requestAnimationFrame(function look() {
  const now = performance.now();
  if (now - last > 25) window.__frames.push([last, now - last]);
  last = now;
  requestAnimationFrame(look);
});
"""
NOW = "() => performance.now()"
WORST = "(from) => Math.max(17, ...__frames.filter(([at]) => at >= from).map(([, ms]) => ms))"
BUSY = "() => __frames.some(([at, ms]) => at + ms > performance.now() - 500 && ms > 50)"
RANGE = "() => document.getElementById('chart').layout.xaxis.range.join()"
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
}
# As static files are served: compressed once, and cached for good.
BROTLI_QUALITY = 11
# Pixels below the top of the chart.
IN_THE_LANES = 250
WHEEL_TICKS, DRAG_PIXELS, DRAG_STEPS = 5, 240, 20
# Milliseconds: between two ticks of a wheel, until a page has come to rest, at most until then.
TICK, REST, RESTLESS = 50, 600, 15_000


@dataclass(frozen=True, slots=True)
class Drawn:
    """Milliseconds: until the page is drawn, until Plotly has drawn it, too, of CPU of its process
    until then, and of the longest frame while it is zoomed and dragged. Bytes of script and style
    in brotli."""

    ready: float
    plotted: float
    cpu: float
    zoom: float
    drag: float
    code: int


def drawn(
    chrome: Browser, url: str, repeats: int, *, phone: bool = False, slowdown: int = 1
) -> Drawn:
    """The median of several visits with nothing cached, on a CPU slowed so many times."""
    visits = [_visit(chrome, url, phone, slowdown) for _ in range(repeats)]
    return Drawn(
        ready=median(one.ready for one in visits),
        plotted=median(one.plotted for one in visits),
        cpu=median(one.cpu for one in visits),
        zoom=median(one.zoom for one in visits),
        drag=median(one.drag for one in visits),
        code=visits[0].code,
    )


def _visit(chrome: Browser, url: str, phone: bool, slowdown: int) -> Drawn:
    context = chrome.new_context(**(PHONE if phone else {"viewport": VIEWPORT}))
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        processes = chrome.new_browser_cdp_session()
        page.goto(url)
        page.wait_for_function(PLOTTED, timeout=DRAWN_WITHIN_MS)
        ready, plotted, cpu = page.evaluate(DRAWN), page.evaluate(PLOTTED), _cpu(processes)
        zoom, drag = _worst(page, _zoom), _worst(page, _drag)
        return Drawn(ready, plotted, cpu, zoom, drag, sum(map(_code, answers)))
    finally:
        context.close()


def _cpu(processes: CDPSession) -> float:
    """Milliseconds of the page's process so far."""
    found = processes.send("SystemInfo.getProcessInfo")["processInfo"]
    spent: list[float] = [one["cpuTime"] for one in found if one["type"] == "renderer"]
    return 1000 * max(spent)


def _code(answer: Response) -> int:
    if answer.request.resource_type not in ("script", "stylesheet"):
        return 0
    return len(brotli.compress(answer.body(), quality=BROTLI_QUALITY))


def _worst(page: Page, gesture: Callable[[Page, float, float], None]) -> float:
    """The longest frame from the first input until the page rests again."""
    page.evaluate("() => document.getElementById('chart').scrollIntoView()")
    page.wait_for_timeout(REST)
    box = page.locator("#chart").bounding_box()
    if box is None:
        raise SetupError(f"{page.url} shows no chart.")
    before, started = page.evaluate(RANGE), page.evaluate(NOW)
    gesture(page, box["x"] + box["width"] * 0.8, box["y"] + IN_THE_LANES)
    page.wait_for_timeout(REST)
    while page.evaluate(BUSY) and page.evaluate(NOW) - started < RESTLESS:
        page.wait_for_timeout(REST)
    if page.evaluate(RANGE) == before:
        raise SetupError(f"{page.url} was neither zoomed nor moved: there is nothing to measure.")
    worst: float = page.evaluate(WORST, started)
    return worst


def _zoom(page: Page, x: float, y: float) -> None:
    page.mouse.move(x, y)
    page.keyboard.down("Control")
    for _ in range(WHEEL_TICKS):
        page.mouse.wheel(0, -100)
        page.wait_for_timeout(TICK)
    page.keyboard.up("Control")


def _drag(page: Page, x: float, y: float) -> None:
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, DRAG_STEPS + 1):
        page.mouse.move(x - DRAG_PIXELS * step / DRAG_STEPS, y)
    page.mouse.up()
