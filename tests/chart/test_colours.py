"""One palette per scheme; every category stands out from its ground."""

from itertools import product

import pytest

from tests.chart.cast import STYLES
from timeline.chart.colours import contrast, on_both_grounds, painted, palettes, readable


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colour", ["#ffff00", "#000000", "#ffffff", "#4859ff", "#1ea391"])
def test_any_colour_becomes_readable_on_either_ground(colour):
    assert contrast(readable(colour, "#ffffff", 3), "#ffffff") >= 3
    assert contrast(readable(colour, "#15181c", 5), "#15181c") >= 5


def test_near_any_colour_is_one_that_stands_out_from_both_grounds():
    steps = range(0, 256, 51)
    for red, green, blue in product(steps, steps, steps):
        near = on_both_grounds(f"#{red:02x}{green:02x}{blue:02x}")
        assert contrast(near, "#ffffff") >= 3
        assert contrast(near, "#15181c") >= 3
        assert on_both_grounds(near) == near


def test_text_stands_out_in_both_schemes():
    for palette in palettes(STYLES).values():
        assert contrast(palette["ink"], palette["ground"]) >= 7
        assert contrast(palette["muted"], palette["ground"]) >= 4.5


def test_paint_sets_colours_by_path_and_notes_them():
    trace = painted({"shapes": [{}]}, {"shapes.0.line.color": ("ink", 0.5)}, {"ink": "#102030"})
    assert trace["shapes"] == [{"line": {"color": "rgba(16,32,48,0.5)"}}]
    assert trace["meta"]["paint"] == {"shapes.0.line.color": ["ink", 0.5]}
