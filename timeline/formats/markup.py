"""Events as HTML for programs that show it: all text escaped, links to the web alone."""

from html import escape

from timeline.formats.records import EventRecord, Support


def body(event: EventRecord) -> str:
    """The summary, then what the event rests on."""
    support = "".join(_support(each) for each in event.evidence)
    return f"{paragraphs(event.summary)}{support}"


def _support(support: Support) -> str:
    if source := support.source:
        told = [_linked(source.title, source.url), escape(source.publisher), source.published_on]
        named = ", ".join(filter(None, told))
        return f"<blockquote>{escape(support.quote)}</blockquote><p>{named}</p>"
    return f"<p>{_linked(support.citation, support.citation_url)}</p>" if support.citation else ""


def _linked(words: str, url: str) -> str:
    target = link(url)
    return f'<a href="{escape(target)}">{escape(words)}</a>' if target else escape(words)


def link(url: str) -> str:
    """The address if it may become a link, else ""."""
    return url if url.lower().startswith(("http://", "https://")) else ""


def paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
