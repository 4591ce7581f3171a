"""Where a fetch may go, and how long it may take."""

import socket
import ssl
import time
from collections.abc import Callable, Sequence

import pytest
import trustme

from tests.fetching.site import PAGE, Site, redirect
from timeline.fetching.client import fetch
from timeline.fetching.errors import FetchError
from timeline.fetching.guard import Guard

Talk = Callable[[socket.socket], None]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0", "[::1]"]
)
def test_this_machine_is_refused_by_default_however_it_is_spelt(site: Site, host: str) -> None:
    with pytest.raises(FetchError, match=r"not on the public internet|was not found"):
        fetch(site.url(host=host), guard=Guard(ports={site.port}))
    assert site.asked == []


def test_other_ports_than_those_of_the_web_are_refused_by_default(site: Site) -> None:
    with pytest.raises(FetchError, match=f"Port {site.port} of news.example.*accepted: 80, 443"):
        fetch(site.url())


@pytest.mark.parametrize(
    "url",
    [
        "",
        "news.example/story",
        "//news.example/story",
        "http://",
        "http:///story",
        "http://[::1",
        "http://news.example:port/",
        "http://" + "a" * 300 + ".example\x00/",
        "ftp://news.example/story",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "gopher://news.example/",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError, match="is no web address"):
        fetch(url)


def test_a_password_in_an_address_is_refused_and_not_repeated(site: Site) -> None:
    with pytest.raises(FetchError, match="user name or password") as caught:
        fetch(site.url(host="nour:secret@news.example"), guard=site.guard())
    assert "secret" not in str(caught.value)
    assert site.asked == []


def test_a_host_without_an_address_is_said_to_be_unknown(site: Site) -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    def empty(host: str, port: int) -> Sequence[str]:
        return []

    for resolve in (unknown, empty):
        with pytest.raises(FetchError, match=r"“news\.example” was not found"):
            fetch(site.url(), guard=site.guard(resolve=resolve))


def test_one_private_address_among_public_ones_refuses_the_host(site: Site) -> None:
    guard = site.guard(resolve=lambda host, port: ["127.0.0.1", "10.0.0.7"])
    with pytest.raises(FetchError, match="not on the public internet"):
        fetch(site.url(), guard=guard)
    assert site.asked == []


def test_a_name_that_changes_its_address_after_the_check_gains_nothing(site: Site) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.7"]])
    page = fetch(site.url(), guard=site.guard(resolve=lambda host, port: next(answers)))
    assert page.body == PAGE
    assert next(answers) == ["10.0.0.7"], "the name was resolved a second time"


def test_a_redirect_to_a_private_address_is_refused(site: Site) -> None:
    hosts = {"news.example": ["127.0.0.1"], "inner.example": ["10.0.0.7"]}
    site.answers["/"] = redirect(site.url("/secret", host="inner.example"))
    with pytest.raises(FetchError, match=r"“inner\.example” is not on the public internet"):
        fetch(site.url(), guard=site.guard(resolve=lambda host, port: hosts[host]))
    assert [path for _host, path in site.asked] == ["/"]


def test_a_redirect_to_the_same_address_under_another_name_is_resolved_again(site: Site) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"]

    site.answers["/"] = redirect(site.url("/", host="www.news.example"))
    site.answers["/end"] = redirect(site.url("/"))
    with pytest.raises(FetchError, match="redirects more than"):
        fetch(site.url(), guard=site.guard(resolve=resolve))
    assert asked[:2] == ["news.example", "www.news.example"]


@pytest.mark.parametrize(
    ("location", "problem"),
    [
        ("file:///etc/passwd", "no web address"),
        ("ftp://news.example/", "no web address"),
        ("http://news.example:22/", "Port 22 of news.example"),
        ("http://nour:secret@news.example/", "user name or password"),
        ("http://[::1", "no web address"),
    ],
)
def test_a_redirect_obeys_the_rules_of_a_first_address(
    site: Site, location: str, problem: str
) -> None:
    site.answers["/"] = redirect(location)
    with pytest.raises(FetchError, match=problem):
        fetch(site.url(), guard=site.guard())
    assert len(site.asked) == 1


def test_a_dead_address_gives_way_to_the_next_one(site: Site) -> None:
    guard = site.guard(resolve=lambda host, port: ["127.0.0.2", "127.0.0.1"], allows=bool)
    assert fetch(site.url(), guard=guard).body == PAGE


def test_a_host_that_takes_no_connection_is_said_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    guard = Guard(resolve=lambda host, port: ["127.0.0.1"], allows=bool, ports={port})
    with pytest.raises(FetchError, match=r"news\.example did not accept a connection"):
        fetch(f"http://news.example:{port}/", guard=guard)


def _drip(before: bytes, drop: bytes) -> Talk:
    def talk(connection: socket.socket) -> None:
        connection.recv(10_000)
        connection.sendall(before)
        while True:
            connection.sendall(drop)
            time.sleep(0.05)

    return talk


def _silent(connection: socket.socket) -> None:
    time.sleep(5)


@pytest.mark.parametrize(
    "talk",
    [
        _silent,
        _drip(b"HTTP/1.1 200 OK\r\n", b"X-More: 1\r\n"),
        _drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"a"),
    ],
    ids=["never answers", "drips headers", "drips the body"],
)
def test_a_slow_server_is_left_at_the_deadline(
    raw_server: Callable[[Talk], int], site: Site, talk: Talk
) -> None:
    port = raw_server(talk)
    with pytest.raises(FetchError, match=r"did not arrive within 0\.4 seconds"):
        fetch(f"http://news.example:{port}/", timeout=0.4, guard=site.guard(ports={port}))


def test_a_slow_name_server_is_left_at_the_deadline(site: Site) -> None:
    def resolve(host: str, port: int) -> Sequence[str]:
        assert site.stopped.wait(60), "nobody left"
        return ["127.0.0.1"]

    with pytest.raises(FetchError, match=r"within 0\.3 seconds"):
        fetch(site.url(), timeout=0.3, guard=site.guard(resolve=resolve))


@pytest.mark.parametrize("words", [b"", b"SSH-2.0-OpenSSH_9.0\r\n", b"HTTP/1.1 200 OK\r\nContent-"])
def test_a_server_that_does_not_speak_http_is_said_so(
    raw_server: Callable[[Talk], int], site: Site, words: bytes
) -> None:
    def talk(connection: socket.socket) -> None:
        connection.recv(10_000)
        connection.sendall(words)

    port = raw_server(talk)
    with pytest.raises(FetchError, match="did not answer as a web server does"):
        fetch(f"http://news.example:{port}/", guard=site.guard(ports={port}))


def test_tls_proves_the_name_although_the_address_is_fixed(
    secure_site: Site, authority: trustme.CA
) -> None:
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    page = fetch(secure_site.url(scheme="https"), guard=secure_site.guard(tls=trusting))
    assert page.body == PAGE
    assert secure_site.names == ["news.example"]


def test_a_certificate_for_another_name_is_refused(
    secure_site: Site, authority: trustme.CA
) -> None:
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    url = secure_site.url(host="bank.example", scheme="https")
    with pytest.raises(FetchError, match=r"bank\.example did not prove who it is"):
        fetch(url, guard=secure_site.guard(tls=trusting))
    assert secure_site.asked == []


def test_a_certificate_of_an_unknown_authority_is_refused(secure_site: Site) -> None:
    with pytest.raises(FetchError, match="certificate is not accepted"):
        fetch(secure_site.url(scheme="https"), guard=secure_site.guard())
