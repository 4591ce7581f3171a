"""PDF and DOCX files as other programs write them; `made/README.md` says how they were made."""

import datetime
import unicodedata
from pathlib import Path

import pytest

from tests.fetching import printed
from timeline.fetching.byline import printed_in
from timeline.fetching.document import Document
from timeline.fetching.documents import read_documents

MADE = Path(__file__).with_name("made")
ARABIC = (
    "إعادة فتح جسر الدلتا بعد إصلاحه",
    (
        "افتتحت الرئيسة ألما توريس جسر الدلتا اليوم الخميس 30 مايو 2024، وقالت إن إعادة البناء "
        "كانت عملا بالغ التعقيد استغرق أربعة أعوام."
    ),
    (
        "وفي 20 مايو ألحقت عاصفة أضرارا بدعامتين من دعائم الجسر، وكانت المدينة قد أغلقت العبارة "
        "القديمة في أكتوبر 2019."
    ),
)
CHRONICLE = """\
Delta bridge reopens after repairs

Nora Hale

30 May 2024

President Alma Torres opened the Delta bridge today. She said that the reconstruction had been \
“an extraordinarily complicated undertaking”.

What happened

On May 20, a storm damaged two pillars of the bridge:

the northern one, on 21 May it fell;

the southern one.

Torres visited the site on May 8, 2022.

She promised repairs.

Day\tWhat was opened

October 2019\tThe old ferry closed

3 March 2021\tA new ferry opened

The city had closed the old ferry in October 2019.

The first bridge was opened on 4 June 1931."""


def read(name: str) -> Document:
    (found,) = read_documents(name, (MADE / name).read_bytes())
    assert isinstance(found, Document), found
    return found


def without_signs(text: str) -> str:
    """Where a vowel sign stands among the letters differs from font to font."""
    return "".join(letter for letter in text if unicodedata.category(letter) != "Mn")


@pytest.mark.parametrize(
    "name", ["chromium.pdf", "groff.pdf", "libreoffice.pdf", "libreoffice.docx"]
)
def test_an_article_is_read_as_it_was_written_whatever_made_the_file(name):
    document = read(name)
    assert document.title == printed.HEADLINE
    assert document.text == printed.TEXT


def test_arabic_with_vowel_signs_keeps_its_words_and_paragraphs_whole():
    document = read("chromium-arabic.pdf")
    assert document.title == ARABIC[0]
    assert without_signs(document.text) == "\n\n".join(ARABIC)


@pytest.mark.parametrize("name", ["pandoc.docx", "abiword.docx", "docx-js.docx"])
def test_lists_tables_and_notes_of_a_word_file_are_read_whatever_made_it(name):
    document = read(name)
    assert document.title == printed.HEADLINE
    assert document.text == CHRONICLE
    assert printed_in(document.text, document.title, "en") == datetime.date(2024, 5, 30)
