"""Dates counted from what the text has told: "a month after the disaster"."""

import datetime

import pytest

from timeline.extraction.expressions import find


def last(text: str, language: str = "en") -> str | None:
    published = datetime.date(2025, 1, 20)
    found = find(text, published=published, language=language)[-1]
    return found.date.text if found.date else None


SINKING = "The ship sank on 3 March 2021 off Malta. The trial began on 5 May 2022."
FIRE = "Le foyer a brûlé dans un incendie le 3 mars 2021. Le procès s'ouvre le 5 mai 2022."
CRASH = "El avión se estrelló el 3 de marzo de 2021. El juicio empezó el 5 de mayo de 2022."
COLLAPSE = "Die Brücke stürzte am 3. März 2021 ein. Der Prozess begann am 5. Mai 2022."


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", f"{SINKING} A month after the disaster, the firm closed.", "2021-04"),
        ("fr", f"{FIRE} Deux semaines après le drame, il a démissionné.", "2021-03-17"),
        ("es", f"{CRASH} Dos meses después de la tragedia, dimitió.", "2021-05"),
        ("de", f"{COLLAPSE} Zwei Wochen nach dem Unglück trat er zurück.", "2021-03-17"),
        ("ru", "Мост рухнул 3 марта 2021 года. Через неделю после трагедии он ушёл.", "2021-03-10"),
        ("ar", "غرقت العبارة في 3 مارس 2021. وبعد شهر من الكارثة أقيل الوزير.", "2021-04"),
        ("fa", "هواپیما در ۳ مارس ۲۰۲۱ سقوط کرد. یک ماه پس از فاجعه وزیر رفت.", "2021-04"),
    ],
)
def test_the_disaster_is_what_struck(language: str, text: str, expected: str) -> None:
    assert last(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"{SINKING} On the first anniversary of the sinking, families marched."),
        ("fr", f"{FIRE} Ils se sont réunis un an jour pour jour après le drame."),
        ("es", f"{CRASH} En el primer aniversario de la tragedia, marcharon."),
        ("de", f"{COLLAPSE} Am ersten Jahrestag des Unglücks gedachten sie der Opfer."),
    ],
)
def test_an_anniversary_is_the_same_day_of_another_year(language: str, text: str) -> None:
    assert last(text, language) == "2022-03-03"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He was arrested on 3 March 2021. On 5 May 2022 he died. On the day of his arrest"),
        ("fr", "Il est arrêté le 3 mars 2021, jugé en 2022. Le jour même de son arrestation"),
        (
            "es",
            "Fue detenido el 3 de marzo de 2021. Murió el 5 de mayo. El mismo día de su detención",
        ),
        ("de", "Am 3. März 2021 wurde er verhaftet. Er starb am 5. Mai. Am Tag seiner Verhaftung"),
    ],
)
def test_the_day_of_an_event_is_its_own_not_the_last_one_told(language: str, text: str) -> None:
    assert last(f"{text} lag es.", language) == "2021-03-03"


def test_the_day_of_something_that_nothing_tells_is_none() -> None:
    assert last("He wrote about it in 2020, and about the day of judgement.") == "2020"
    assert last(f"{SINKING} A month after the wedding, he left.") is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The barn burned down on 3 March 2021. A week before the blaze he was dismissed."),
        ("ru", "Склад сгорел 3 марта 2021 года. За неделю до пожара его уволили."),
        ("fa", "انبار در ۳ مارس ۲۰۲۱ آتش گرفت. یک هفته پیش از آتش‌سوزی او اخراج شد."),
        ("ar", "احترق المستودع في 3 مارس 2021. وقبل أسبوع من الحريق فصل الحارس."),
    ],
)
def test_words_that_mean_the_same_name_the_same_event(language: str, text: str) -> None:
    assert last(text, language) == "2021-02-24"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "He was arrested on 3 March 2021 and freed two days later. On the day of his arrest",
        ),
        (
            "es",
            "Fue detenido el 3 de marzo de 2021 y juzgado en 2022. El mismo día de su detención",
        ),
        ("fr", "Arrêté le 3 mars 2021, il est jugé en 2022. Le jour même de son arrestation"),
        ("en", "In 2025 he spoke about his arrest of 3 March 2021. On the day of his arrest"),
    ],
)
def test_of_several_dates_of_a_sentence_the_one_beside_the_event_is_its_own(
    language: str, text: str
) -> None:
    assert last(f"{text} it rained.", language) == "2021-03-03"


DEATH = "توفي وهبة في 11 نوفمبر 1997. "


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", f"{DEATH}وابتعدت أيوب بعد وفاته بعام عن المسرح.", "1998"),
        ("ar", f"{DEATH}وتزوجت قبل وفاة زوجها بعامين.", "1995"),
        ("ar", f"{DEATH}وسافر بعد الحرب عام 1990.", "1990"),
        ("fa", "در اسفند ۱۳۹۴ جراحی شد. در پاییز همان سال رفت.", "2015-23"),
        ("fa", "در تیر ۱۳۹۵ درگذشت. در پاییز همان سال تأیید شد.", "2016-23"),
        ("fa", "در تیر ۱۳۹۵ درگذشت. تابستان سال بعد موزه باز شد.", "2017-22"),
    ],
)
def test_a_year_or_season_is_counted_from_what_was_told(
    language: str, text: str, expected: str
) -> None:
    assert last(text, language) == expected
