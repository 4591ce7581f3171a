"""Where pages find what others have written for browsers."""

from django import template
from django.templatetags.static import static

from timeline.checks import PLOTLY

register = template.Library()


@register.simple_tag
def plotly_address() -> str:
    """That of Plotly; empty where it is not installed, since charts can do without."""
    try:
        return static(PLOTLY)
    except ValueError:  # what is not in the manifest of static files
        return ""
