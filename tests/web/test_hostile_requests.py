"""What no browser sends, to every page that readers have: never a failure of ours."""

import json
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from timeline.models import Entity, Event, Timeline
from timeline.urls import API, urlpatterns

# Of these one page stands for all.
_AT = {
    "slug": lambda: Timeline.objects.get().slug,
    "event_id": lambda: Event.objects.get(date="2024-05-20").pk,
    "entity_id": lambda: Entity.objects.order_by("pk")[0].pk,
    "section": lambda: "timelines",
    "menu": lambda: "category",
    "draft": lambda: "a",
}
PARAMETERS = (
    "q", "category", "person", "place", "source", "since", "until", "precision", "lanes", "lang",
    "from", "to", "width", "folded", "page", "part", "url", "format", "maxwidth", "cards", "order",
    "event", "limit", "cursor", "words", "p", "next",
)  # fmt: skip
# NUL, no UTF-8, half of a pair, more than any number, no number, digits of others, a host.
VALUES = (
    "a%00b",
    "%FF",
    "%ED%A0%80",
    "9" * 400,
    "nan",
    "%D9%A3%C2%B2",
    "%s%25(((*%22",
    "http://[::1",
    "-1",
)
# Each is read where the others are not, and none of them ends a request: they are sent together.
BESIDE = {
    "HTTP_ACCEPT_LANGUAGE": ("\0", "en;q=\0", "fr;q=nan", "a-" * 5000),
    "HTTP_COOKIE": ('sessionid="\\000"', "messages=[[", 'django_language="\\000"', "=;=", "\xff"),
    "HTTP_ACCEPT": ("*/*;q=\0", "\xff"),
    "HTTP_REFERER": ("http://[", "\0"),
    "HTTP_ORIGIN": ("http://[", "\0"),
}
ALONE = {
    "HTTP_IF_NONE_MATCH": ('"\0"', 'W/"', "\xff"),
    "HTTP_IF_MODIFIED_SINCE": ("Mon, 99 Foo 99999 99:99:99 GMT",),
    "HTTP_HOST": ("[::1", "\0", "a" * 300),
}
SENT = [
    *(dict(zip(BESIDE, some, strict=True)) for some in zip_longest(*BESIDE.values(), fillvalue="")),
    *({name: value} for name, values in ALONE.items() for value in values),
]
FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data"
NAMES = ("username", "password", "language", "next", "title", "draft_filter", "cover-TOTAL_FORMS")
BODIES = (
    ("&".join(f"{name}=a%00" for name in NAMES).encode(), FORM),
    ("&".join(f"{name}=%ED%A0%80" for name in NAMES).encode(), FORM),
    (b"language=fr&next=http://[", FORM),
    (b"a=1", f"{FORM}; charset=utf-16"),
    (b"a=1", f"{FORM}; charset=nonsense"),
    (b"&".join([b"a=1"] * 10_001), FORM),
    (json.dumps(dict.fromkeys(NAMES, "\0")).encode(), "application/json"),
    (b"[" * 100_000, "application/json"),
    (b"x", PARTS),
    (b"x", f"{PARTS}; boundary=\xc3\xa9"),
    (
        b'--a\r\nContent-Disposition: form-data; name="title"\r\n\r\n\0\r\n--a--',
        f"{PARTS}; boundary=a",
    ),
)

pytestmark = pytest.mark.django_db


def _named(patterns: Iterable[object]) -> Iterator[URLPattern]:
    """Those of readers: of the desk other tests tell."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern) and pattern.name not in (None, "picture"):
            yield pattern


def _addresses() -> list[str]:
    """One of every page, and of what there is none."""
    found = ["/admin/login/", "/sitemap.xml", "/nowhere/", "/api/v1/nowhere/"]
    found.append(f"/media/{'0' * 32}.png")
    for pattern in [*_named(urlpatterns), *_named(API)]:
        names = pattern.pattern.regex.groupindex
        ids = {"id": _AT["event_id" if "event" in str(pattern.name) else "entity_id"]}
        found.append(reverse(pattern.name, kwargs={name: (_AT | ids)[name]() for name in names}))
    return found


@pytest.fixture(params=["a visitor", "an editor"])
def reader(request: pytest.FixtureRequest, harbour: Timeline) -> Client:
    client = Client()
    if request.param == "an editor":
        client.force_login(request.getfixturevalue("nour"))
    return client


def _answered(answer: Any, said: object) -> None:
    # oEmbed (2.3) wants 501 for a format that is not spoken.
    assert answer.status_code < 500 or answer.status_code == 501, said
    if answer.streaming:
        assert b"".join(answer.streaming_content)


def test_there_is_an_address_of_every_page_that_readers_have(harbour):
    assert len(_addresses()) > 35


@pytest.mark.parametrize("value", VALUES)
def test_whatever_stands_in_the_query_is_answered(client, harbour, value):
    query = "&".join(f"{name}={value}" for name in PARAMETERS)
    for address in _addresses():
        _answered(client.get(address, QUERY_STRING=query), address)


def test_each_parameter_may_hold_what_no_database_stores(client, harbour):
    for address in _addresses():
        for name in PARAMETERS:
            _answered(client.get(address, QUERY_STRING=f"{name}=1%00"), (address, name))


@pytest.mark.parametrize("headers", SENT, ids=" ".join)
def test_whatever_headers_say_is_answered(nour_client, harbour, headers):
    for address in _addresses():
        _answered(nour_client.get(address, **headers), address)


@pytest.mark.parametrize("asked", [False, True], ids=["no token asked for", "a token in a cookie"])
def test_whatever_is_posted_is_answered(reader, harbour, asked):
    """Where a token is asked for, it is looked for in the body: that must not fail, either."""
    reader.handler.enforce_csrf_checks = asked
    for address in _addresses():
        for body, kind in BODIES:
            reader.cookies["csrftoken"] = "a" * 32
            _answered(reader.generic("POST", address, body, kind), (address, kind))
