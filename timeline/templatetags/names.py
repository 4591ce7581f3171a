"""Names of people, organisations and places in the reader's language."""

from django import template
from django.utils.translation import get_language

from timeline.models import Entity

register = template.Library()


@register.filter
def spoken_name(entity: Entity) -> str:
    """The name in the reader's language where it is known, else the entity's own."""
    language = get_language()
    return next(
        (name.name for name in entity.names.all() if name.language == language), entity.name
    )
