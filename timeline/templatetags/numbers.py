"""Numbers: of pages, and as they are written in the reader's language."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from babel.numbers import format_decimal
from django import template
from django.core.paginator import Page
from django.utils.translation import get_language, to_locale

from timeline.dates import cldr

register = template.Library()


@register.filter
def grouped(number: int) -> str:
    """ "10,000": with the language's separator and in its digits."""
    return _written(number, get_language() or "en")


# Counts are mostly small ones, and a page has a hundred of them.
@lru_cache(maxsize=4096)
def _written(number: int, language: str) -> str:
    written = format_decimal(number, locale=to_locale(language), numbering_system="default")
    return cldr.digits(language, written)


@register.filter
def page_links(page: Page[Any]) -> Iterator[int | None]:
    """The numbers of the pages to offer: the ends and those around `page`; None for a gap."""
    paginator = page.paginator
    for number in paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1):
        yield number if isinstance(number, int) else None
