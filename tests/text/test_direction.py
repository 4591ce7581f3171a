"""In which direction languages are written."""

import pytest

from timeline.text import direction


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("ar-SY", "rtl"),
        ("he", "rtl"),
        ("ckb", "rtl"),
        ("az-Arab", "rtl"),
        ("", "auto"),
        ("qqq", "auto"),
        ("nonsense", "auto"),
    ],
)
def test_the_direction_is_that_of_the_language(language, expected):
    assert direction(language) == expected
