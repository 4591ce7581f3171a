"""The seven categories stay apart for every reader, in both colour schemes."""

import math
from itertools import combinations
from typing import get_args

import pytest
from django.utils import translation

from timeline.extraction.narrative import categories
from timeline.models import Category
from timeline.models.category import SEEDED_NAMES

pytestmark = pytest.mark.django_db

KEYS = get_args(categories.Category)
LIGHT, DARK = "#ffffff", "#14171c"
# Severity 1.0 of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
# Color Vision Deficiency" (2009), for linear RGB.
VISIONS = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
Triple = tuple[float, float, float]


def linear(colour: str) -> Triple:
    """sRGB "#rrggbb" to linear RGB, each 0 to 1 (IEC 61966-2-1)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return red, green, blue


def times(matrix: tuple[Triple, ...], vector: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, 1.4.11: the ratio of relative luminances, 1 to 21."""
    low, high = sorted(times(((0.2126, 0.7152, 0.0722),) * 3, linear(c))[0] for c in (one, other))
    return (high + 0.05) / (low + 0.05)


def oklab(rgb: Triple) -> Triple:
    """OKLab (Ottosson 2020) of linear RGB."""
    cones = times(
        (
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        ),
        rgb,
    )
    one, two, three = (max(cone, 0.0) ** (1 / 3) for cone in cones)
    return times(
        (
            (0.2104542553, 0.7936177850, -0.0040720468),
            (1.9779984951, -2.4285922050, 0.4505937099),
            (0.0259040371, 0.7827717662, -0.8086757660),
        ),
        (one, two, three),
    )


def test_the_store_and_extraction_know_the_same_categories() -> None:
    assert set(Category.objects.values_list("key", flat=True)) == set(KEYS)
    assert len(KEYS) == 7


def test_every_colour_is_seen_on_light_and_on_dark() -> None:
    for colour in Category.objects.values_list("colour", flat=True):
        assert contrast(colour, LIGHT) >= 3
        assert contrast(colour, DARK) >= 3


@pytest.mark.parametrize("vision", VISIONS)
def test_any_two_colours_stay_apart(vision: str) -> None:
    seen = {
        colour: oklab(times(VISIONS[vision], linear(colour)))
        for colour in Category.objects.values_list("colour", flat=True)
    }
    assert len(seen) == 7
    for one, other in combinations(seen, 2):
        assert math.dist(seen[one], seen[other]) > 0.1, (one, other)


def test_every_category_has_a_shape_of_its_own() -> None:
    shapes = list(Category.objects.values_list("shape", flat=True))
    assert len(set(shapes)) == 7
    assert set(shapes) == set(Category.Shape.values)


def test_names_are_told_in_the_readers_language() -> None:
    assert set(Category.objects.values_list("name", flat=True)) == set(SEEDED_NAMES)
    society = Category.objects.get(key="society")
    with translation.override("ar"):
        assert str(society) == society.label == translation.gettext("Society")
