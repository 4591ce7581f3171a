"""Preloads for the modules that a script imports: left to itself, a browser reads one to learn of
the next, and waits for each in turn."""

from functools import lru_cache
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
@lru_cache
def module_preloads(folder: str) -> SafeString:
    """A link for each module in a folder of static files, which has to be there."""
    names = sorted(path.name for path in Path(str(finders.find(folder))).glob("*.js"))
    links = ((static(f"{folder}/{name}"),) for name in names)
    return format_html_join("\n  ", '<link rel="modulepreload" href="{}">', links)
