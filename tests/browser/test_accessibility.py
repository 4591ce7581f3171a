"""axe-core finds nothing on any page: in both directions, in both schemes, on a phone too."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page

from tests.browser.drawing import wait_for_drawing
from tests.web import telling
from timeline.models import Event

AXE = Path(settings.BASE_DIR) / "node_modules" / "axe-core" / "axe.min.js"
PageMaker = Callable[..., Page]
SIZES = {"wide": {"width": 1280, "height": 800}, "phone": {"width": 360, "height": 740}}
# Text at twice its size, as a reader who zooms to 200 % at 1280 pixels meets it.
ZOOMED = {"width": 640, "height": 400}
# Each pair of a language, a scheme and a size meets once: what is wrong comes from one of the
# three or from two together, and half as many pages are opened.
LOOKS = [
    ("en-GB", "light", "wide"),
    ("en-GB", "dark", "phone"),
    ("ar", "light", "phone"),
    ("ar", "dark", "wide"),
]


@pytest.fixture
def addresses(site: str) -> dict[str, str]:
    harbour = telling.the_harbour()
    opening = harbour.events.get(date="2024-05-20")
    person = opening.participants.get().pk
    timeline = reverse("timeline", args=[harbour.slug])
    return {
        "home": "/",
        "timeline": timeline,
        "open event": f"{timeline}?event={opening.pk}",
        "opening of the story": f"{timeline}?story=start",
        "slide of the story": f"{timeline}?story={opening.pk}",
        "sources": reverse("sources", args=[harbour.slug]),
        "event": reverse("event", args=[harbour.slug, opening.pk]),
        "event anywhere": reverse("public_event", args=[opening.pk]),
        "person": reverse("entity", args=[person]),
        "choices": reverse("choices", args=[harbour.slug, "person"]),
        "choices of a person": reverse(
            "entity_choices", args=[opening.participants.get().pk, "place"]
        ),
        "embedded": reverse("embed", args=[harbour.slug]),
        "search": "/search/?q=harbour",
        "nothing found": "/search/?q=zeppelin",
        "nothing to search for": "/search/?q=%3F",
    }


def findings(page: Page, within: str = "html", *, preload: bool = True) -> list[str]:
    """What axe finds within the element of a selector; on the desk it may not `preload` style
    sheets: Django's import others, which axe would write into the page against its policy."""
    page.wait_for_load_state()  # an address that has just changed may have no document yet
    page.evaluate(AXE.read_text(encoding="utf-8"))
    options = {"resultTypes": ["violations"], "preload": preload}
    run = "([within, options]) => axe.run(within, options)"
    found: dict[str, Any] = page.evaluate(run, [within, options])
    return [
        f"{violation['id']}: {node['html'][:160]} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def _look(page: Page, address: str) -> None:
    page.goto(address)
    if page.locator("#chart").count():
        wait_for_drawing(page)


def over_the_side(page: Page) -> int:
    """How many pixels of the page lie beside the window."""
    over: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return max(over, 0)


@pytest.mark.parametrize(("language", "scheme", "size"), LOOKS)
def test_axe_finds_nothing_and_nothing_runs_over_the_side(
    new_page: PageMaker, addresses, language, scheme, size
):
    page = new_page(locale=language, color_scheme=scheme, viewport=SIZES[size])
    for name, address in addresses.items():
        _look(page, address)
        assert (findings(page), over_the_side(page)) == ([], 0), name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_dialog_of_the_keys(new_page: PageMaker, addresses, scheme):
    page = new_page(color_scheme=scheme)
    _look(page, addresses["timeline"])
    page.keyboard.press("?")
    page.locator("#keys").wait_for()
    assert findings(page) == []


@pytest.mark.parametrize(("language", "scheme", "size"), LOOKS)
def test_axe_finds_nothing_with_the_filters_open(
    new_page: PageMaker, addresses, language, scheme, size
):
    page = new_page(locale=language, color_scheme=scheme, viewport=SIZES[size])
    _look(page, f"{addresses['timeline']}?q=zeppelin&category=economy&since=soon")
    if size == "phone":
        page.locator(".filter-open").click()
    for menu in ("category", "dates"):
        page.locator(f"#menu-{menu} > summary").click()
        assert findings(page) == [], menu


def test_axe_finds_nothing_on_a_page_that_is_not_there(new_page: PageMaker):
    page = new_page(expected=("404",))
    _look(page, "/nowhere/")
    assert findings(page) == []


@pytest.mark.parametrize(("language", "scheme", "size"), LOOKS)
def test_axe_finds_nothing_where_an_event_was_withdrawn(
    new_page: PageMaker, addresses, language, scheme, size
):
    Event.objects.filter(date="2024-05-20").update(status=Event.Status.REJECTED)
    page = new_page(expected=("410",), locale=language, color_scheme=scheme, viewport=SIZES[size])
    _look(page, addresses["event anywhere"])
    assert (findings(page), over_the_side(page)) == ([], 0)


@pytest.mark.parametrize(("language", "scheme", "size"), LOOKS)
def test_axe_finds_nothing_in_what_is_shared_and_cited(
    new_page: PageMaker, addresses, language, scheme, size
):
    page = new_page(locale=language, color_scheme=scheme, viewport=SIZES[size])
    _look(page, addresses["open event"])
    page.eval_on_selector_all("details.cite", "(all) => all.map((one) => (one.open = true))")
    page.click("[popovertarget=take-along]")
    assert (findings(page), over_the_side(page)) == ([], 0)


def test_axe_finds_nothing_in_an_empty_house(page: Page):
    _look(page, "/")
    assert findings(page) == []


@pytest.mark.parametrize("language", ["en-GB", "ar"])
def test_nothing_runs_over_the_side_of_a_zoomed_page(new_page: PageMaker, addresses, language):
    page = new_page(locale=language, viewport=ZOOMED)
    for name, address in addresses.items():
        _look(page, address)
        assert over_the_side(page) == 0, name


def test_everything_that_can_be_pressed_is_large_enough(new_page: PageMaker, addresses):
    page = new_page(viewport=SIZES["phone"])
    _look(page, addresses["open event"])
    sizes = page.eval_on_selector_all(
        ".button, .select, .plain-button, .neighbours a",
        "all => all.filter(one => one.checkVisibility())"
        ".map(one => [one.outerHTML, one.getBoundingClientRect()])"
        ".map(([html, box]) => [html, box.width, box.height])",
    )
    assert len(sizes) > 5
    # 44 pixels: WCAG 2.2, 2.5.5.
    assert [html for html, width, height in sizes if width < 44 or height < 44] == []
