"""HTML of others as plain text: what it says, without what a browser would run."""

import re
from html.parser import HTMLParser

# What stands on lines of its own.
_BLOCKS = {
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption",
    "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre",
    "section", "table", "tr", "ul",
}  # fmt: skip
_LONGEST_TAG = 20
_UNSAID = {"script", "style", "template", "noscript", "iframe", "object", "head"}
# What plain text keeps: its lines, its links, and what says nothing by itself.
_KEPT = {"a", "blockquote", "body", "br", "div", "html", "p", "section", "span", "wbr"}
_TAG = re.compile(r"<[a-zA-Z/!]|&[#a-zA-Z]")


def plain(written: str) -> str:
    """The text; a link is its words with the address in brackets after them."""
    return unmarked(written)[0]


def unmarked(written: str) -> tuple[str, list[str]]:
    """The plain text, and the names of the tags that are left out of it, each once."""
    if not _TAG.search(written):
        return written.strip(), []
    parser = _Plain()
    parser.feed(written)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.pieces).split("\n"))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return text, [tag for tag in parser.tags if tag not in _KEPT]


def embedded(written: str) -> str:
    """The address that a piece of HTML shows (`<iframe src>`, `<img src>`), or ""."""
    parser = _Plain()
    parser.feed(written)
    return parser.shown


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.shown = ""
        self.tags: dict[str, None] = {}
        self._unsaid = 0
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags[tag[:_LONGEST_TAG]] = None
        if tag in ("iframe", "img") and not self.shown:
            self.shown = (values.get("src") or "").strip()
        if tag in _UNSAID:
            self._unsaid += 1
        elif tag == "a":
            self._links.append(((values.get("href") or "").strip(), len(self.pieces)))
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSAID:
            self._unsaid = max(0, self._unsaid - 1)
        elif tag == "a" and self._links:
            self._end_link(*self._links.pop())
        elif tag in _BLOCKS - {"br", "hr"}:
            self.pieces.append("\n")

    def _end_link(self, address: str, start: int) -> None:
        words = "".join(self.pieces[start:]).strip()
        if address.lower().startswith(("http://", "https://")) and address != words:
            self.pieces.append(f" ({address})" if words else address)

    def handle_data(self, data: str) -> None:
        if not self._unsaid:
            # A line end in HTML is a space.
            self.pieces.append(re.sub(r"\s+", " ", data))
