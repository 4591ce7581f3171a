"""Whole addresses, for texts that are read elsewhere, and addresses in each language."""

from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from timeline.models import Event, Timeline
from timeline.selectors.transfer import event_path
from timeline.web import languages

register = template.Library()


@register.simple_tag(takes_context=True)
def whole_address(context: Context, path: str) -> str:
    """The address of a path of this site; an address stays as it is."""
    address: str = context["request"].build_absolute_uri(path)
    return address


@register.simple_tag(takes_context=True)
def event_address(context: Context, timeline: Timeline, event: Event) -> str:
    """The permanent address of an event; of one on a draft, where it is on that."""
    return whole_address(context, event_path(timeline, event.pk))


@register.simple_tag(takes_context=True)
def address_without_language(context: Context) -> str:
    """Where the reader is, without the language that the address names: another one is chosen."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    query.pop(languages.PARAMETER, None)
    return request.path + (f"?{query.urlencode()}" if query else "")


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> SafeString:
    """The address under which search engines keep the page, and those of the page in each language.
    Filters and the like are no pages of their own; the parts of a long list are."""
    request: HttpRequest = context["request"]
    page = request.GET.get("page", "")
    part = {"page": page} if page.isascii() and page.isdecimal() else {}

    def whole(language: dict[str, str]) -> str:
        query = urlencode({**part, **language})
        return request.build_absolute_uri(request.path + (f"?{query}" if query else ""))

    named = languages.named(request)
    kept = format_html(
        '<link rel="canonical" href="{}">', whole({languages.PARAMETER: named} if named else {})
    )
    pairs = [(code, whole(query)) for code, query in languages.queries()]
    others = '<link rel="alternate" hreflang="{}" href="{}">'
    return format_html("{}\n  {}", kept, format_html_join("\n  ", others, pairs))
