"""PDF and DOCX files as other programs write them; `made/README.md` says how they were made."""

import unicodedata
from pathlib import Path

import pytest

from tests.fetching import printed
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
