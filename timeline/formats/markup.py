"""Events as HTML for programs that show it: all text escaped, links to the web alone."""

import re
from html import escape

from timeline.formats.records import EventRecord, Support

# What ends a sentence or a bracket around it is none of it.
_ADDRESS = re.compile(r"(https?://[^\s<>\"]*[^\s<>\".,;:!?()\[\]'])")


def body(event: EventRecord) -> str:
    """The summary, then what the event rests on."""
    support = "".join(_support(each) for each in event.evidence)
    return f"{paragraphs(event.summary)}{support}"


def _support(support: Support) -> str:
    if source := support.source:
        facts = [linked(source.title, source.url), escape(source.publisher), source.published_on]
        named = ", ".join(filter(None, facts))
        return f"<blockquote>{escape(support.quote)}</blockquote><p>{named}</p>"
    return f"<p>{linked(support.citation, support.citation_url)}</p>" if support.citation else ""


def linked(words: str, url: str) -> str:
    target = link(url)
    return f'<a href="{escape(target)}">{escape(words)}</a>' if target else escape(words)


def link(url: str) -> str:
    """The address if it may become a link, else ""."""
    return url if url.lower().startswith(("http://", "https://")) else ""


def paragraphs(text: str) -> str:
    return "".join(f"<p>{addressed(line)}</p>" for line in text.splitlines() if line.strip())


def addressed(line: str) -> str:
    """A line whose addresses lead where they say."""
    return "".join(
        linked(piece, piece) if number % 2 else escape(piece)
        for number, piece in enumerate(_ADDRESS.split(line))
    )
