"""The language of a text, when nobody says it."""

import pytest

from tests.extraction.test_expressions import values
from timeline.extraction.grammars.detection import DEFAULT, detect

SHORT = {
    "en": ["On 20 May 2024", "The court sat"],
    "ar": ["20 مايو 2024", "استقال الوزير"],
    "fa": ["۲۲ بهمن ۱۳۵۷", "وزیر استعفا کرد"],
    "fr": ["le 20 mai 2024", "Le ministre a démissionné mercredi"],
    "es": ["20 de mayo de 2024", "ayer en Madrid"],
    "de": ["im März 2024", "Er trat am Mittwoch zurück"],
    "ru": ["20 мая 2024 года", "Суд вынес приговор в среду"],
    "tr": ["20 Mayıs 2024", "2019 yılında"],
    "it": ["lunedì 20 maggio 2024", "Il presidente è arrivato a Roma"],
    "uk": ["20 травня 2024 року", "Президент прибув до Києва"],
    "pt": ["20 de maio de 2024"],
    "nl": ["maandag 20 mei 2024"],
    "pl": ["20 maja 2024 r."],
    "he": ["ב-20 במאי 2024"],
    "zh": ["总统于2024年5月20日抵达北京"],
    "ja": ["大統領は2024年5月20日に到着した"],
}


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, texts in SHORT.items() for text in texts]
)
def test_the_language_of_a_short_text_is_told(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "12345", "\ud800\u200b", "Xyzzy!"])
def test_a_text_that_tells_nothing_is_taken_for_the_default(text: str) -> None:
    assert detect(text) == DEFAULT


def test_a_quotation_in_another_language_does_not_change_that_of_the_article() -> None:
    text = (
        "The minister resigned on Friday, 24 May 2024. “Le gouvernement est tombé”, wrote the "
        "paper „Der Tag“ in Berlin on Saturday. وقال المتحدث إن الوزير استقال. The vote is in June."
    )
    assert detect(text) == "en"
    assert values(text, "") == ["2024-05-24", "2024-05-25", "2024-06"]


def test_dates_by_digits_are_found_in_an_article_of_any_mixture() -> None:
    text = "الاجتماع 2024-05-20 в Москве 21.05.2024, puis 2024-05-22。然后"
    assert values(text, "") == ["2024-05-20", "2024-05-21", "2024-05-22"]
