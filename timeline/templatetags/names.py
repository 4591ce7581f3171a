"""Names of people, organisations and places in the reader's language."""

from babel import Locale, UnknownLocaleError
from django import template
from django.utils.translation import get_language

from timeline.models import Entity, EntityName

register = template.Library()


@register.filter
def spoken_name(entity: Entity) -> str:
    """The name in the reader's language where one is known, else the entity's own; that too where
    it is one of several in this language."""
    language = get_language()
    known = [name.name for name in entity.names.all() if name.language == language]
    return entity.name if not known or entity.name in known else known[0]


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
