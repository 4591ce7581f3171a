"""What a site lets programs read that come by themselves: its robots.txt (RFC 9309).

Not left to a library, as the file is anybody's: Protego 0.5.0 is busy for 80 s with one line of six
stars, and takes 1.4 GB for 25 KB that name 2,000 programs; here both cost nothing.
"""

import string
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from timeline.dates.messages import message as _
from timeline.fetching.client import Page
from timeline.fetching.errors import FetchError, NotThereError

# What sites call us in their rules; the beginning of the client's User-Agent.
AGENT = "dateline"
EVERYONE = "*"
# RFC 9309, 2.5: at least 500 KiB are read.
MAX_BYTES = 512_000
# A page in its place names no rule, and so forbids nothing.
_TYPES = ("text/plain", "text/html")
_KEPT = string.punctuation


class Rule(NamedTuple):
    """`pattern` is the beginning of a path, * any characters in it, $ at its end the end."""

    pattern: str
    allows: bool


class Robots:
    """The rules of every site that is asked for, each fetched once. `fetch` is the client's."""

    def __init__(self, fetch: Callable[..., Page], *, timeout: float) -> None:
        self._fetch, self._timeout = fetch, timeout
        self._rules: dict[str, list[Rule]] = {}

    def demand(self, url: str) -> None:
        """Raise FetchError where the site does not let programs read this address, or where nobody
        can tell."""
        site = urlunsplit((*urlsplit(url)[:2], "", "", ""))
        if site not in self._rules:
            self._rules[site] = self._read(site)
        if not allowed(url, self._rules[site]):
            raise FetchError(
                _("%(host)s does not let programs read this page (robots.txt)."), host=_host(url)
            )

    def _read(self, site: str) -> list[Rule]:
        try:
            page = self._fetch(
                f"{site}/robots.txt", max_bytes=MAX_BYTES, timeout=self._timeout, accept=_TYPES
            )
        except NotThereError:
            return []
        except FetchError as error:
            raise FetchError(
                _("Whether %(host)s lets programs read this page is not known: %(reason)s"),
                host=_host(site),
                reason=error,
            ) from error
        return rules(page.body.decode("utf-8-sig", errors="replace"))


def rules(text: str) -> list[Rule]:
    """The rules for us, or where none are those for everyone."""
    found: dict[str, list[Rule]] = {}
    named: set[str] = set()
    naming = False
    for key, value in _lines(text):
        if key == "user-agent":
            named = {*(named if naming else ()), value.lower()} & {AGENT, EVERYONE}
            for agent in named:
                found.setdefault(agent, [])
        elif value:
            for agent in named:
                found[agent].append(Rule(_encoded(value), key == "allow"))
        naming = key == "user-agent"
    return found.get(AGENT, found.get(EVERYONE, []))


def allowed(url: str, of_site: Iterable[Rule]) -> bool:
    """Whether the rules let us read an address: the longest that fits decides, of two as long the
    one that allows; where none fits, all is allowed."""
    parts = urlsplit(url)
    path = _encoded(urlunsplit(("", "", parts.path or "/", parts.query, "")))
    fitting = [(len(rule.pattern), rule.allows) for rule in of_site if _fits(rule.pattern, path)]
    return max(fitting, default=(0, True))[1]


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        key, _colon, value = line.partition("#")[0].partition(":")
        key = key.strip().lower()
        if key in ("user-agent", "allow", "disallow"):
            yield key, value.strip()


def _fits(pattern: str, path: str) -> bool:
    """Piece after piece, each at its first place: no pattern makes that slow."""
    ends = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if ends and not pieces:
        return path == first
    last = pieces.pop() if ends else ""
    at = len(first)
    for piece in pieces:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return len(path) - at >= len(last) and path.endswith(last)


def _encoded(path: str) -> str:
    return quote(path, safe=_KEPT)


def _host(url: str) -> str:
    return urlsplit(url).hostname or url
