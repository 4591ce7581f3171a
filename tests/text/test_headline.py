"""What a text without a title is called."""

from timeline.text import headline

PARAGRAPH = (
    "The council of St. Albans approved a new tram line on Monday, 3 February. "
    "Construction had been planned since 2019, and will begin in the spring."
)


def test_the_first_line_with_words_is_the_headline() -> None:
    assert headline("\n  Storm in Sidra. One pier lost. \nIt rained.") == (
        "Storm in Sidra. One pier lost."
    )


def test_of_a_paragraph_the_first_sentence_is_the_headline() -> None:
    assert headline(PARAGRAPH, "en") == (
        "The council of St. Albans approved a new tram line on Monday, 3 February."
    )


def test_a_long_line_without_an_end_is_taken_whole() -> None:
    assert headline("word " * 50) == ("word " * 50).strip()


def test_a_text_without_words_has_no_headline() -> None:
    assert headline(" \n\t ") == ""
