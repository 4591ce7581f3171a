"""A category's sign: the marker of the chart, as a picture beside the category's name."""

from collections.abc import Mapping
from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from timeline.models import Category

register = template.Library()

# One path for each of `Category.Shape`, in a square of 16 units.
PATHS = {
    "circle": "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z",
    "square": "M2.2 2.2h11.6v11.6H2.2z",
    "diamond": "M8 .6L15.4 8L8 15.4L.6 8z",
    "triangle-up": "M8 1.4L15.4 14.4H.6z",
    "cross": "M5.8 1.2h4.4v4.6h4.6v4.4h-4.6v4.6H5.8v-4.6H1.2V5.8h4.6z",
    "pentagon": "M8 .9L15.2 6.2L12.4 14.7H3.6L.8 6.2z",
    "star": "M8 .6l2.2 5h5.4l-4.2 3.6l1.6 5.6L8 11.4l-5 3.4l1.6-5.6L.4 5.6h5.4z",
}


@register.simple_tag
def category_sign(category: Category) -> SafeString:
    """An inline picture in the category's shape and colour. The colour is an attribute of the
    picture, not a style, so the Content-Security-Policy has nothing to forbid."""
    return _sign(category.colour, PATHS.get(category.shape, PATHS["circle"]))


@lru_cache(maxsize=256)
def _sign(colour: str, path: str) -> SafeString:
    return format_html(
        '<svg class="sign" viewBox="0 0 16 16" color="{}" aria-hidden="true"><path d="{}"/></svg>',
        colour,
        path,
    )


@register.simple_tag
def sign_of_choice(categories: Mapping[str, Category], key: str) -> SafeString:
    """The sign of the category with this key; nothing for events without one."""
    category = categories.get(key)
    return category_sign(category) if category else SafeString()
