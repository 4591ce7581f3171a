"""What a fetch may reach, and until when."""

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address

import httpx

from timeline.dates.messages import message as _
from timeline.fetching.addresses import Address, is_public
from timeline.fetching.errors import FetchError

Resolver = Callable[[str, int], Sequence[str]]

# Characters of a stranger's address that a message repeats.
_SHOWN = 100


class Deadline:
    """The moment by which everything must be done: names, connections, redirects, all bytes."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        """Seconds that are left, more than 0.

        Raises:
            FetchError: no time is left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.missed()
        return left

    def missed(self) -> FetchError:
        return FetchError(
            _("The page did not arrive within %(seconds)g seconds; try again later."),
            seconds=self.seconds,
        )


def resolve(host: str, port: int) -> Sequence[str]:
    """Every address of a host, in the order in which the system would try them.

    Raises:
        OSError, UnicodeError: the name is unknown, or no name at all.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """The rules of a fetch. The default is the public internet on its two usual ports."""

    resolve: Resolver = resolve
    allows: Callable[[Address], bool] = is_public
    ports: Collection[int] = (80, 443)
    tls: ssl.SSLContext = field(default_factory=httpx.create_ssl_context)

    def check_url(self, url: httpx.URL) -> None:
        """Raises FetchError unless scheme, host, credentials and port may be fetched."""
        if url.scheme not in ("http", "https") or not url.host:
            raise FetchError(
                _("“%(url)s” is no web address: it must begin with http:// or https://."),
                url=str(url)[:_SHOWN],
            )
        if url.userinfo:
            raise FetchError(
                _("The address on %(host)s holds a user name or password; give it without."),
                host=url.host[:_SHOWN],
            )
        port = url.port or (443 if url.scheme == "https" else 80)
        if port not in self.ports:
            raise FetchError(
                _("Port %(port)d of %(host)s may not be fetched; accepted: %(ports)s."),
                port=port,
                host=url.host[:_SHOWN],
                ports=", ".join(map(str, sorted(self.ports))),
            )

    def addresses(self, host: str, port: int, deadline: Deadline) -> Sequence[str]:
        """The addresses of a host, every one of them allowed.

        A single forbidden one refuses the host: a public site has no reason to have it.
        """
        try:
            found = _in_time(self.resolve, host, port, deadline)
        except (OSError, UnicodeError):
            found = ()
        if not found:
            raise FetchError(
                _("The host “%(host)s” was not found; check the spelling."), host=host[:_SHOWN]
            )
        if not all(self._allowed(address) for address in found):
            raise FetchError(
                _("“%(host)s” is not on the public internet, so it is not fetched."),
                host=host[:_SHOWN],
            )
        return found

    def _allowed(self, address: str) -> bool:
        try:
            return self.allows(ip_address(address))
        except ValueError:
            return False


def _in_time(resolver: Resolver, host: str, port: int, deadline: Deadline) -> Sequence[str]:
    """What the resolver answers by the deadline.

    The system's resolver takes no time limit, hence a thread, left to end by itself.
    """
    answers: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put(resolver(host, port))
        except Exception as error:
            answers.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        answer = answers.get(timeout=deadline.remaining())
    except queue.Empty:
        raise deadline.missed() from None
    if isinstance(answer, Exception):
        raise answer
    return answer
