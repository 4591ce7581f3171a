"""Whole addresses, for texts that are read elsewhere."""

from django import template
from django.template import Context

from timeline.models import Event, Timeline
from timeline.selectors.transfer import event_path

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
