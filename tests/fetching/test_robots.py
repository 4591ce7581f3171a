from functools import partial

import pytest

from tests.fetching.site import Site, body, redirect, status
from timeline.fetching.client import fetch
from timeline.fetching.errors import FetchError
from timeline.fetching.robots import Robots, allowed, rules

# The examples of RFC 9309, 5.1 and 5.2, and what sites write besides.
RFC = """
User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
"""


def may(text: str, path: str) -> bool:
    return allowed(f"https://news.example{path}", rules(text))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", True),
        ("", True),
        ("/publications/a", True),
        ("/example/a", False),
        ("/a.gif", False),
        ("/a.gif?size=2", True),
        ("/a.gifs", True),
    ],
)
def test_the_rules_for_everyone_hold_for_us(path: str, expected: bool) -> None:
    assert may(RFC, path) is expected


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("User-agent: *\nDisallow: /", "/story", False),
        ("User-agent: *\nDisallow:", "/story", True),
        ("User-agent: *\nDisallow: /\nUser-agent: Dateline\nDisallow: /x", "/story", True),
        ("User-agent: Dateline\nUser-agent: other\nDisallow: /", "/story", False),
        ("User-agent: other\nUser-agent: DATELINE # us\nDisallow: / # all", "/story", False),
        ("User-agent: other\nDisallow: /", "/story", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*?print=", "/story?print=1", False),
        ("User-agent: *\nDisallow: /*/feed/*/old$", "/x/feed/y/old", False),
        ("User-agent: *\nDisallow: /*/feed/*/old$", "/x/feed/y/old/", True),
        ("User-agent: *\nDisallow: /a*a$", "/a", True),
        ("User-agent: *\nDisallow: /end$", "/end", False),
        ("User-agent: *\nDisallow: /end$", "/ending", True),
        ("User-agent: *\nDisallow: /قصة", "/%D9%82%D8%B5%D8%A9/1", False),
        ("User-agent: *\nCrawl-delay: 3\nDisallow: /a\nSitemap: /s\nDisallow: /b", "/b", False),
        ("Disallow: /", "/story", True),
        ("<!doctype html><p>Not found", "/story", True),
    ],
)
def test_the_longest_rule_that_fits_decides(text: str, path: str, expected: bool) -> None:
    assert may(text, path) is expected


def test_a_pattern_of_many_stars_is_answered_at_once() -> None:
    assert may(f"User-agent: *\nDisallow: /{'*a' * 5000}$", f"/{'a' * 4999}")


def robots_of(site: Site) -> Robots:
    return Robots(partial(fetch, guard=site.guard()), timeout=5)


@pytest.mark.parametrize("code", [401, 403, 404, 410])
def test_a_site_without_rules_may_be_read(site: Site, code: int) -> None:
    site.answers["/robots.txt"] = status(code)
    robots_of(site).demand(site.url("/story"))


def test_the_rules_are_fetched_once_where_they_lead_to(site: Site) -> None:
    site.answers["/robots.txt"] = redirect("/rules")
    site.answers["/rules"] = body(b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /story", "text/plain")
    robots = robots_of(site)
    robots.demand(site.url("/other"))
    with pytest.raises(FetchError, match=r"news\.example does not let programs read this page"):
        robots.demand(site.url("/story"))
    assert [path for _host, path in site.asked] == ["/robots.txt", "/rules"]


def test_where_the_rules_cannot_be_had_nothing_is_read(site: Site) -> None:
    site.answers["/robots.txt"] = status(503)
    with pytest.raises(FetchError, match=r"is not known: news\.example answered “503"):
        robots_of(site).demand(site.url("/story"))
