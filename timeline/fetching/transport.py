"""An httpx transport that connects only to addresses it has checked, and only until a deadline.

A name is resolved once per connection, every address it has is checked, and the connection goes to
a checked address, so a name server that answers differently the second time (DNS rebinding) gains
nothing. TLS still verifies the name, because only the socket is told the address. Each redirect is
a new request through the same transport, so it is checked like the first.
"""

import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import httpcore
import httpx

from timeline.dates.messages import message as _
from timeline.fetching.errors import FetchError
from timeline.fetching.guard import Deadline, Guard


class GuardedTransport(httpx.BaseTransport):
    """Sends requests over checked connections; every failure is a FetchError."""

    def __init__(self, guard: Guard, deadline: Deadline) -> None:
        self._guard = guard
        self._deadline = deadline
        self._pool = httpcore.ConnectionPool(
            ssl_context=guard.tls, network_backend=_CheckedNetwork(guard, deadline)
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._guard.check_url(request.url)
        self._deadline.remaining()
        with _plainly(request.url.host, self._deadline):
            answer = self._pool.handle_request(_for_httpcore(request))
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer, request.url.host, self._deadline),
        )

    def close(self) -> None:
        self._pool.close()


def _for_httpcore(request: httpx.Request) -> httpcore.Request:
    url = httpcore.URL(
        scheme=request.url.raw_scheme,
        host=request.url.raw_host,
        port=request.url.port,
        target=request.url.raw_path,
    )
    return httpcore.Request(method=request.method, url=url, headers=request.headers.raw)


class _Body(httpx.SyncByteStream):
    """The bytes of an answer, failures said plainly."""

    def __init__(self, answer: httpcore.Response, host: str, deadline: Deadline) -> None:
        self._answer = answer
        self._host = host
        self._deadline = deadline

    def __iter__(self) -> Iterator[bytes]:
        with _plainly(self._host, self._deadline):
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _CheckedNetwork(httpcore.NetworkBackend):
    """Opens connections to checked addresses only."""

    def __init__(self, guard: Guard, deadline: Deadline) -> None:
        self._guard = guard
        self._deadline = deadline
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._guard.addresses(host, port, self._deadline)
        for index, address in enumerate(addresses):
            # A dead address gets its share of the time only, so that the next one has a chance.
            seconds = self._deadline.remaining() / (len(addresses) - index)
            try:
                stream = self._network.connect_tcp(address, port, seconds, None, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
            return _TimedStream(stream, self._deadline)
        self._deadline.remaining()
        raise FetchError(_("%(host)s did not accept a connection; try again later."), host=host)


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step ends by the deadline, however slowly the bytes drip."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.remaining())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.remaining())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        try:
            stream = self._stream.start_tls(
                ssl_context, server_hostname, self._deadline.remaining()
            )
        except httpcore.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLCertVerificationError):
                raise FetchError(
                    _("%(host)s did not prove who it is: its certificate is not accepted."),
                    host=server_hostname,
                ) from error
            raise
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


@contextmanager
def _plainly(host: str, deadline: Deadline) -> Iterator[None]:
    """Turns what httpcore raises into one sentence."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise deadline.missed() from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise FetchError(
            _("%(host)s broke off or did not answer as a web server does."), host=host
        ) from error
