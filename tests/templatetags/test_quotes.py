"""Quotes on a page."""

import pytest

from timeline.models import Evidence
from timeline.templatetags.quotes import language_attributes, marked_quote, web_address


def _evidence(quote: int | None, *expression: int | None) -> Evidence:
    start, end = expression or (None, None)
    return Evidence(quote_start=quote, expression_start=start, expression_end=end)


@pytest.mark.parametrize(
    ("evidence", "marked"),
    [
        (_evidence(100, 103, 109), "On <mark>May 20</mark> &amp; on"),
        (_evidence(100), "On May 20 &amp; on"),
        (_evidence(100, 20, 30), "On May 20 &amp; on"),
        (_evidence(100, 200, 210), "On May 20 &amp; on"),
        (_evidence(100, 98, 102), "<mark>On</mark> May 20 &amp; on"),
        (_evidence(100, 112, 130), "On May 20 &amp; <mark>on</mark>"),
    ],
)
def test_the_time_expression_is_marked_as_far_as_it_lies_in_the_quote(evidence, marked):
    assert marked_quote(evidence, "On May 20 & on") == marked


def test_markup_in_a_quote_stays_text():
    assert marked_quote(_evidence(0, 0, 3), "<b>x") == "<mark>&lt;b&gt;</mark>x"


def test_a_text_of_no_known_language_finds_its_own_direction():
    assert language_attributes("") == 'dir="auto"'


def test_a_language_cannot_break_out_of_its_attribute():
    assert '"><script>' not in language_attributes('"><script>')


@pytest.mark.parametrize("url", ["https://example.org/a", "http://example.org"])
def test_an_address_of_the_web_becomes_a_link(url):
    assert web_address(url) == url


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//example.org", ""])
def test_any_other_address_stays_text(url):
    assert web_address(url) == ""
