"""A web server on 127.0.0.1, which the guard must refuse unless a test says otherwise."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from timeline.fetching.guard import Guard

Answer = Callable[[BaseHTTPRequestHandler], None]
PAGE = b"<!doctype html><title>Floods in the valley</title><p>The river rose on Monday.</p>"


class Site:
    """What the server answers per path, and what it was asked."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.port = server.server_port
        self.answers: dict[str, Answer] = {"/": body(PAGE)}
        self.asked: list[tuple[str, str]] = []
        self.names: list[str | None] = []
        self.stopped = threading.Event()

    def url(self, path: str = "/", host: str = "news.example", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def guard(self, **rules: object) -> Guard:
        """Every name leads to this server, and its address is allowed."""
        open_rules: dict[str, object] = {
            "resolve": lambda host, port: ["127.0.0.1"],
            "allows": lambda address: str(address) == "127.0.0.1",
            "ports": {self.port},
        }
        return Guard(**{**open_rules, **rules})  # type: ignore[arg-type]


def body(content: bytes, content_type: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    """An answer with these bytes; headers are written with _ for -."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        if content_type:
            handler.send_header("Content-Type", content_type)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def status(code: int) -> Answer:
    """Nothing but a status."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        handler.end_headers()

    return answer


def redirect(location: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", location)
        handler.end_headers()

    return answer


def serve(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.headers["Host"], self.path))
            with suppress(OSError):  # the client has gone, as it should
                site.answers[self.path](self)

        def log_message(self, *arguments: object) -> None:
            """Silent."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *arguments: object) -> None:
            """Silent: a client that refuses a certificate breaks off."""

    server = Server(("127.0.0.1", 0), Handler)
    site = Site(server)
    if tls:
        tls.sni_callback = lambda _socket, name, _context: site.names.append(name)
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    yield site
    site.stopped.set()
    server.shutdown()
    server.server_close()
