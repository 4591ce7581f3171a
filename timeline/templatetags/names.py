"""Names of people, organisations and places in the reader's language."""

from collections.abc import Iterable

from babel import Locale, UnknownLocaleError
from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from timeline.models import Entity, EntityName, Timeline

register = template.Library()


@register.filter
def spoken_name(entity: Entity) -> str:
    """The name in the reader's language where one is known, else the entity's own; that too where
    it is one of several in this language."""
    language = get_language()
    known = [name.name for name in entity.names.all() if name.language == language]
    return entity.name if not known or entity.name in known else known[0]


@register.simple_tag
def linked_names(
    names: Iterable[Entity], timeline: Timeline, filter_by: str = "", here: str = ""
) -> SafeString:
    """The names in a row. Each filters the timeline by this field, at the address `here`, which is
    empty on its own page; without a field each leads to its page, which it has only if the timeline
    is public."""
    has_page = timeline.visibility == Timeline.Visibility.PUBLIC
    links = (_linked(name, f"{here}?{filter_by}=" if filter_by else "", has_page) for name in names)
    return mark_safe(" · ".join(links))  # noqa: S308  # each of them is escaped


def _linked(entity: Entity, filtering: str, has_page: bool) -> SafeString:
    name = format_html("<bdi>{}</bdi>", spoken_name(entity))
    if filtering:
        address = f"{filtering}{entity.pk}#filters"
        return format_html('<a class="name" data-filter href="{}">{}</a>', address, name)
    if not has_page:
        return name
    address = reverse("entity", args=[entity.pk])
    return format_html('<a class="name" href="{}">{}</a>', address, name)


@register.filter
def other_names(entity: Entity) -> list[EntityName]:
    """The names in every language but for the one that `spoken_name` gives."""
    spoken = spoken_name(entity)
    return [name for name in entity.names.all() if name.name != spoken]


@register.filter
def language_name(code: str) -> str:
    """What a language (a BCP 47 tag) is called in the reader's; empty for one unknown to CLDR."""
    try:
        return Locale.parse(code, sep="-").get_language_name(get_language() or "en") or ""
    except (UnknownLocaleError, ValueError):
        return ""
