"""A quote is the clause with the event: from its start to its end, not the paragraph."""

import pytest

from .told import quotes

QUOTES = [
    (
        "Omar Haddad left Lyon on 3 May 2019. Nobody knew why.",
        ["Omar Haddad left Lyon on 3 May 2019"],
    ),
    (
        "She founded the paper in 1976, and in 1984 the first office was opened to visitors.",
        ["She founded the paper in 1976", "in 1984 the first office was opened to visitors"],
    ),
    (
        "In 1998 Lina sold the house, in 2001 the boat.",
        ["In 1998 Lina sold the house", "in 2001 the boat"],
    ),
    (
        "After the war began, Omar Haddad moved to Tunis on 8 May 2022.",
        ["Omar Haddad moved to Tunis on 8 May 2022"],
    ),
    (
        "The court fined the bank on 2 March 2020, according to two people who were there.",
        ["The court fined the bank on 2 March 2020"],
    ),
    (
        "The bridge opened on 2 March 2020; the mayor was not there.",
        ["The bridge opened on 2 March 2020"],
    ),
    (
        "Lina bought the firm in 1986, which was acquired by a rival in 2005.",
        ["Lina bought the firm in 1986", "which was acquired by a rival in 2005"],
    ),
    (
        "The mayor resigned on 2 March 2020, which nobody had thought likely.",
        ["The mayor resigned on 2 March 2020"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_the_clause_is_quoted(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


def test_expressions_with_no_word_between_them_share_their_clause() -> None:
    text = "Omar Haddad met today, Wednesday, May 24, with the mayor of Lyon, during a visit."
    assert quotes(text) == [text[:-1]]


def test_an_endless_sentence_gives_a_quote_of_bounded_length() -> None:
    text = "word " * 500 + "on 3 May 2019 " + "word " * 500
    assert all(len(quote) < 900 for quote in quotes(text))


def test_an_arabic_and_written_onto_a_verb_opens_a_clause() -> None:
    text = "ولد عمر الحداد عام 1960 وتوفي في أبريل 2013."
    assert quotes(text, "ar") == ["ولد عمر الحداد عام 1960", "وتوفي في أبريل 2013"]
