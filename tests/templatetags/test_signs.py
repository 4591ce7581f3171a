"""A category's sign."""

import pytest

from timeline.models import Category
from timeline.templatetags.signs import PATHS, category_sign


def test_every_shape_has_a_picture_of_its_own():
    assert set(PATHS) == set(Category.Shape.values)
    assert len(set(PATHS.values())) == len(PATHS)


@pytest.mark.parametrize("shape", Category.Shape.values)
def test_a_sign_has_the_shape_and_the_colour_of_its_category(shape):
    sign = category_sign(Category(colour="#1ea391", shape=shape))
    assert 'color="#1ea391"' in sign
    assert PATHS[shape] in sign
    assert 'aria-hidden="true"' in sign


def test_a_colour_cannot_break_out_of_its_attribute():
    assert "<script>" not in category_sign(Category(colour='"><script>', shape="circle"))
