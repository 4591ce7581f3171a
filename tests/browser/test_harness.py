"""The harness itself: a page with trouble fails the test that opened it."""

from playwright.sync_api import Browser

from tests.browser.trouble import watch


def _troubles(browser: Browser, site: str, body: str, expected: tuple[str, ...] = ()) -> list[str]:
    context = browser.new_context()
    trouble = watch(context, site, expected)
    page = context.new_page()
    headers = {"Content-Security-Policy": "default-src 'self'; img-src 'self' data:"}
    page.route(
        f"{site}/",
        lambda route: route.fulfill(body=body, headers=headers, content_type="text/html"),
    )
    page.goto(f"{site}/")
    page.wait_for_load_state("networkidle")
    context.close()
    return trouble.lines


def test_a_quiet_page_is_no_trouble(browser, site):
    assert _troubles(browser, site, "<link rel=icon href='data:,'><p>Hello") == []


def test_an_inline_style_is_trouble(browser, site):
    lines = _troubles(browser, site, "<link rel=icon href='data:,'><p style='color: red'>Hello")
    assert any("style-src" in line for line in lines)


def test_a_missing_file_is_trouble(browser, site):
    lines = _troubles(browser, site, "<link rel=icon href='data:,'><img src='/no-such.png'>")
    assert any("answer 404" in line for line in lines)


def test_another_host_is_trouble(browser, site):
    lines = _troubles(browser, site, "<img src='http://127.0.0.2:9/picture.png'>")
    assert any("another host" in line for line in lines)


def test_what_a_test_provokes_on_purpose_is_no_trouble(browser, site):
    body = "<link rel=icon href='data:,'><img src='/no-such.png'>"
    assert _troubles(browser, site, body, expected=("404",)) == []
