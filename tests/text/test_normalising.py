"""The one normalisation at every door."""

import hashlib
from html import escape
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text import digest, normalise, writable

ANY_TEXT = st.text(st.characters(exclude_categories=()) | st.sampled_from("\r\n\x00\ud83d\ude00"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb\n", "a\rb\n"),
        ("a\r\r\nb", "a\nb"),
        ("a\x00b", "a\ufffdb"),
        ("a\ud83db", "a\ufffdb"),
        ("  e\u0301 \u200f ", "  e\u0301 \u200f "),  # neither composed nor stripped
    ],
)
def test_line_ends_become_lf_and_what_cannot_be_stored_is_replaced(
    text: str, expected: str
) -> None:
    assert normalise(text) == expected


@given(ANY_TEXT)
def test_normalising_again_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(ANY_TEXT)
def test_whatever_was_normalised_can_be_stored(text: str) -> None:
    once = normalise(text)
    assert once.encode("utf-8").decode("utf-8") == once
    assert "\x00" not in once


@given(ANY_TEXT.filter(lambda text: "\r\n" not in text))
def test_offsets_stay_where_they_were_without_crlf(text: str) -> None:
    assert len(normalise(text)) == len(text)


@given(ANY_TEXT)
def test_whatever_is_writable_is_read_back_from_xml_as_it_was_written(text: str) -> None:
    told = writable(text)
    assert len(told) == len(text)
    assert ElementTree.fromstring(f"<p>{escape(told)}</p>").text == (told or None)  # noqa: S314


def test_the_digest_is_sha_256_of_the_text_in_utf_8() -> None:
    assert digest("مايو") == hashlib.sha256("مايو".encode()).hexdigest()
    assert digest("May") != digest("May ")
