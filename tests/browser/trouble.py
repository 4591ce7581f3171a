"""What a browser complains about while a page is used; each complaint fails the test."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

# A page that leaves, or asks again before the first answer came, cancels its request: no failure.
CANCELLED = "net::ERR_ABORTED"
LOCAL_SCHEMES = frozenset({"data", "blob", "about"})
# The policy's own event tells of every violation, also of those that a console message words anew.
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", event => console.error(
  "policy violation:", event.effectiveDirective, event.blockedURI,
  `${event.sourceFile}:${event.lineNumber}`
));
"""


@dataclass
class Trouble:
    """The complaints of one context's pages; one with any of the `expected` words is left out."""

    expected: tuple[str, ...] = ()
    lines: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        if not any(words in line for words in self.expected):
            self.lines.append(line)

    def on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.add(f"console: {message.text} ({message.location.get('url', '')})")

    def on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.add(f"answer {response.status}: {response.url}")

    def on_failure(self, request: Request) -> None:
        if request.failure != CANCELLED:
            self.add(f"request failed: {request.url} ({request.failure})")


def watch(context: BrowserContext, site: str, expected: tuple[str, ...] = ()) -> Trouble:
    """Collect the troubles of all pages that `context` opens from now on."""
    trouble = Trouble(expected)
    home = urlsplit(site).netloc

    def on_request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in LOCAL_SCHEMES and address.netloc != home:
            trouble.add(f"request to another host: {request.url}")

    context.add_init_script(REPORT_VIOLATIONS)
    context.on("console", trouble.on_console)
    context.on("weberror", lambda error: trouble.add(f"exception: {error.error}"))
    context.on("request", on_request)
    context.on("response", trouble.on_response)
    context.on("requestfailed", trouble.on_failure)
    return trouble
