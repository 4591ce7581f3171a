"""A date that says which thing is meant tells no event."""

import pytest

from tests.extraction.told import dates, titles

MADE = {
    "en": ["She restored the church of 1450.", "A portrait from the 17th century was stolen."],
    "fr": ["L'église du XVe siècle a été restaurée.", "La loi de 1952 l'interdit."],
    "es": ["La iglesia del siglo XV fue restaurada.", "El informe de 2019 no lo dice."],
    "de": ["Der Brief aus dem Jahr 1888 ist echt.", "Die Brücke von 1907 wird saniert."],
    "ru": ["Его обвиняли в подмене иконы XVI века.", "Дом 1912 года снесут."],
    "ar": ["سرقت لوحة من القرن السابع عشر من المتحف."],
}


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, texts in MADE.items() for text in texts]
)
def test_when_a_thing_was_made_only_says_which_one(language: str, text: str) -> None:
    assert dates(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "She painted the portrait in 1888.", "1888"),
        ("en", "The treaty of 1952 ended the war.", "1952"),
        ("en", "The mill dates from 1720.", "1720"),
        ("fr", "Elle vendit la maison fin 2000.", "2000"),
        ("es", "Vendió la casa a finales de 2000.", "2000"),
        ("de", "Sie baute die Kirche 1450.", "1450"),
        ("de", "Aus dem Jahr 1450 stammt der Turm.", "1450"),
        ("ru", "Церковь построили в 1450 году.", "1450"),
        ("ru", "Война XVI века разорила город.", "15XX"),
        ("ar", "رسم اللوحة عام 1888.", "1888"),
    ],
)
def test_when_something_happened_to_a_thing_is_an_event(
    language: str, text: str, expected: str
) -> None:
    assert dates(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The oldest charter dates from 6 May 1187."),
        ("de", "Die erste Urkunde stammt vom 6. Mai 1187."),
        ("fr", "La lettre date de 1888."),
        ("ru", "Письмо датируется 1888 годом."),
    ],
)
def test_the_date_of_a_document_is_no_event(language: str, text: str) -> None:
    assert dates(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "The painting of 1888 was sold on Friday.", "The painting of 1888 was sold"),
        ("fr", "Un tableau de 1888 a été vendu vendredi.", "Un tableau de 1888 a été vendu"),
        (
            "de",
            "Die Kirche von 1450 wurde am Montag wieder eröffnet.",
            "Die Kirche von 1450 wurde wieder eröffnet",
        ),
        ("de", "Die Kirche stammt aus dem Jahr 1450.", "Die Kirche stammt aus dem Jahr 1450"),
        ("ru", "В музее открыли в пятницу фреску XVI века.", "В музее открыли фреску XVI века"),
    ],
)
def test_which_thing_is_meant_stays_in_the_title(language: str, text: str, title: str) -> None:
    assert titles(text, language) == [title]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The report, dated 14 March 2022, warned of a collapse."),
        ("fr", "Un rapport, daté du 14 mars 2022, concluait à un péril."),
        ("es", "La sentencia, fechada el 30 de agosto, se puede recurrir."),
        ("de", "Der Brief, datiert vom 3. März 1950, liegt in Bonn."),
        ("ru", "Письмо, датированное 3 марта 1950 года, хранится в музее."),
        ("ar", "حذرت الرسالة المؤرخة في 3 مايو 1950 من الانهيار."),
    ],
)
def test_what_a_document_says_of_itself_is_no_event(language: str, text: str) -> None:
    assert dates(text, language) == []
