"""Languages without a file of their own: explicit dates out of CLDR and dateparser."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.extraction.test_expressions import values
from timeline.extraction.grammars.base_layer import base_grammar

ROOT = Path(__file__).resolve().parents[3]
EXPLICIT = {
    "tr": {
        "2024-05-20": ["20 Mayıs 2024 Pazartesi", "20 Mayıs'ta imzalandı", "20.05.2024"],
        "2019-10": ["Ekim 2019'da başladı"],
        "2024-05-22/2024-05-25": ["22-25 Mayıs 2024"],
    },
    "it": {
        "2024-05-20": ["lunedì 20 maggio 2024", "Il 20 maggio il governo è caduto", "20/05/2024"],
        "2024-05-01": ["il 1° maggio 2024"],
        "2019-10": ["nell'ottobre 2019", "ottobre del 2019"],
        "2024-05-22/2024-05-25": ["dal 22 al 25 maggio 2024"],
        "2024-05-28/2024-06-03": ["dal 28 maggio al 3 giugno 2024"],
    },
    "uk": {
        "2024-05-20": ["понеділок, 20 травня 2024 року", "20.05.2024"],
        "2019-10": ["у жовтні 2019 року"],
        "2024-05-22/2024-05-25": ["з 22 по 25 травня 2024 року"],
    },
    "pt": {
        "2024-05-20": ["20 de maio de 2024"],
        "2024-05-01": ["1.º de maio de 2024"],
        "2024-05-22/2024-05-25": ["de 22 a 25 de maio de 2024"],
    },
    "nl": {
        "2024-05-20": ["maandag 20 mei 2024"],
        "2024-05-22/2024-05-25": ["van 22 tot 25 mei 2024"],
    },
    "pl": {
        "2024-05-20": ["poniedziałek, 20 maja 2024 r."],
        "2019-10": ["w październiku 2019 roku"],
        "2024-05-22/2024-05-25": ["od 22 do 25 maja 2024"],
    },
    "cs": {"2024-05-20": ["20. května 2024"], "2019-10": ["v říjnu 2019"]},
    "el": {"2024-05-20": ["20 Μαΐου 2024"], "2019-10": ["τον Οκτώβριο του 2019"]},
    "he": {"2024-05-20": ["יום שני, ב-20 במאי 2024"], "2019-10": ["באוקטובר 2019"]},
    "zh": {
        "2024-05-20": ["总统于2024年5月20日抵达北京", "5月20日"],
        "2019-10": ["2019年10月"],
        "2019": ["2019年"],
    },
    "ja": {"2024-05-20": ["大統領は2024年5月20日に到着した"]},
    "ko": {"2024-05-20": ["2024년 5월 20일"]},
}


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        (code, text, value)
        for code, listed in EXPLICIT.items()
        for value, texts in listed.items()
        for text in texts
    ],
)
def test_explicit_dates_are_found(language: str, text: str, value: str) -> None:
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "2000 kişi"),
        ("it", "30 febbraio 2024"),
        ("uk", "33-річний"),
        ("zh", "2024年13月40日"),
    ],
)
def test_what_is_no_date_is_none_there_either(language: str, text: str) -> None:
    assert [value for value in values(text, language) if len(value) > 4] == []


def test_a_language_that_cldr_does_not_know_has_no_base_layer() -> None:
    assert base_grammar("xx") is None
    assert base_grammar("not a language") is None


def test_reading_the_names_of_one_language_leaves_those_of_others() -> None:
    """In a process of its own: Babel mixes up what is read first with what comes later."""
    program = (
        "from babel import Locale;"
        "from timeline.extraction.words.calendar_names import calendar_names;"
        "calendar_names('zh'); print(Locale('he').months['stand-alone']['wide'][1])"
    )
    assert _printed(program) == "ינואר"


def test_reading_an_article_leaves_the_names_of_other_languages() -> None:
    program = (
        "import datetime;"
        "from timeline.dates import cldr;"
        "from timeline.extraction.events import extract;"
        "published = datetime.date(2024, 5, 30);"
        "extract('ראש הממשלה ביקר בחיפה ב-5 במאי 2024.', published=published, language='he');"
        "print(cldr.month('fr', 1, alone=True))"
    )
    assert _printed(program) == "janvier"


def _printed(program: str) -> str:
    """What a process of its own prints: in this one the names have been read already."""
    command = [sys.executable, "-X", "utf8", "-c", program]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", cwd=ROOT)
    return done.stdout.strip()
