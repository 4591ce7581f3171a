"""The day that a document prints below its headline, for a person to confirm."""

import datetime
from dataclasses import replace

from timeline.fetching.document import Document
from timeline.services.printed_days import with_printed_day

MADE, PRINTED = datetime.date(2026, 11, 27), datetime.date(2024, 5, 20)
DOCUMENT = Document(
    title="Delta bridge reopens",
    text="Delta bridge reopens\n\nBy Nora Hale, 20 May 2024\n\nIt was closed by the city.",
    doubtful_on=MADE,
)
ARABIC = "افتتاح جسر الدلتا من جديد\n\n20 مايو 2024\n\nكانت المدينة قد أغلقت الجسر بسبب العاصفة."


def test_the_day_in_print_comes_before_that_on_which_the_file_was_made():
    assert with_printed_day(DOCUMENT).doubtful_on == PRINTED


def test_it_is_read_in_the_language_of_the_text():
    document = Document(title=ARABIC.split("\n")[0], text=ARABIC)
    assert with_printed_day(document).doubtful_on == PRINTED


def test_where_none_is_printed_there_is_the_day_of_the_file():
    document = replace(DOCUMENT, text="Delta bridge reopens\n\nIt was closed by the city.")
    assert with_printed_day(document) == document


def test_what_says_when_it_was_published_is_left_as_it_is():
    document = replace(DOCUMENT, published_on=datetime.date(2024, 5, 21))
    assert with_printed_day(document) is document
