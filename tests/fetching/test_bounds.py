"""Pages made to keep a reader busy: read as far as an article goes, or refused in a sentence."""

import pytest

from timeline.fetching.bounds import without_crowded_tags
from timeline.fetching.errors import ReadError
from timeline.fetching.page import read_page

STORY = "<p>The council met on 20 May 2024 and closed the old bridge for repairs until June.</p>"


def _page(body: str) -> str:
    return f"<html><head><title>A bridge</title></head><body>{STORY}{body}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        "<br>" * 100_001,
        "<p>x" * 100_001,
        "<div>" * 240 + "<p>x" * 20_000,
        ("<div>" * 200 + "a" + "</div>" * 200) * 250,
    ],
    ids=["breaks", "paragraphs", "deep paragraphs", "deep blocks"],
)
def test_a_page_of_more_elements_than_an_article_is_refused_in_a_sentence(body):
    with pytest.raises(ReadError) as refused:
        read_page(_page(body))
    assert str(refused.value) == (
        "its HTML has more elements than any article (100000), or they are nested too deeply; "
        "paste the text instead."
    )


def test_an_element_of_thousands_of_attributes_loses_them_and_no_text():
    attributes = " ".join(f"a{number}='>'" for number in range(20_000))
    document = read_page(_page(f"<p {attributes}>It opened again in June 2025, as was told.</p>"))
    assert "It opened again in June 2025" in document.text


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="/a">',
        f'<path d="{"M 0 1 " * 5_000}">',
        f"<p title='{'a=b > c ' * 5_000}'>",
        f'<img src="data:image/png;base64,{"A/b=" * 5_000}">',
        "<p>it's 1 < 2, and <b>",
    ],
)
def test_a_tag_with_few_attributes_stays_as_it_is_however_long_they_are(tag):
    assert without_crowded_tags(tag) == tag


@pytest.mark.parametrize("quote", ["'", '"', "='", '="'])
def test_what_is_quoted_and_never_ends_hides_no_attributes(quote):
    names = " ".join(f"a{number}" for number in range(2_000))
    crowded = f"<p {names} {quote} {names}>"
    assert len(without_crowded_tags(crowded)) < len(crowded) / 2


def test_a_row_of_thousands_of_cells_and_cells_that_span_thousands_are_read():
    cells = "".join(f"<td>Cell {number}</td>" for number in range(3_000))
    assert "Cell 2999" in read_page(_page(f"<table><tr>{cells}</tr></table>")).text
    spans = "<tr><td colspan=1000 rowspan=1000>Spans all of it</td><td>b</td></tr>" * 40
    text = read_page(_page(f"<table>{spans}</table>")).text
    assert text.count("Spans all of it") == 40
    assert text.count("|") < 20_000
