"""Words and pictures of others; each quote in its language, its time expression marked."""

from urllib.parse import urlsplit

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from timeline.models import Evidence
from timeline.text import direction

register = template.Library()


@register.simple_tag
def marked_quote(evidence: Evidence, quote: str) -> SafeString:
    """The quote with its time expression in `mark`; as it is where the expression, as that of a
    heading can, lies outside of it."""
    start, end = _expression_within(evidence, len(quote))
    if start >= end:
        return format_html("{}", quote)
    return format_html("{}<mark>{}</mark>{}", quote[:start], quote[start:end], quote[end:])


def _expression_within(evidence: Evidence, length: int) -> tuple[int, int]:
    """Offsets of the time expression in the quote, in code points; (0, 0) where it has none."""
    quote, start, end = evidence.quote_start, evidence.expression_start, evidence.expression_end
    if quote is None or start is None or end is None:
        return 0, 0
    return max(0, start - quote), min(length, end - quote)


@register.simple_tag
def language_attributes(language: str) -> SafeString:
    """The attributes `lang` and `dir` for a text in this language (a BCP 47 tag); without one, the
    browser finds the direction from the letters."""
    if not language:
        return mark_safe('dir="auto"')
    return format_html('lang="{}" dir="{}"', language, direction(language))


@register.filter
def web_address(url: str) -> str:
    """The address if it may become a link, else "": nothing that a browser would run."""
    return url if url.lower().startswith(("http://", "https://")) else ""


@register.simple_tag(takes_context=True)
def is_here(context: Context, url: str) -> bool:
    """Whether this site itself has what is at the address: nothing is loaded from another host."""
    request = context.get("request")
    return request is not None and urlsplit(url).netloc == request.get_host()
