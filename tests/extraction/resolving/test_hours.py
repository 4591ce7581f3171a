"""Hours and minutes counted from a clock time."""

import datetime

import pytest

from timeline.dates.resolution import explain
from timeline.extraction.expressions import Expression, find

PUBLISHED = datetime.date(2024, 7, 22)  # a Monday


def read(text: str, language: str = "en") -> list[Expression]:
    return [one for one in find(text, published=PUBLISHED, language=language) if one.date]


def dates(text: str, language: str = "en") -> list[str]:
    return [one.date.text for one in read(text, language) if one.date]


def test_minutes_are_told_to_the_minute_and_say_from_when() -> None:
    last = read("At 1:45 p.m. on Sunday he told his staff; twelve minutes later it was out.")[-1]
    assert last.date
    assert last.date.text == "2024-07-21T13:57"
    assert last.resolution
    told = explain(last.resolution, "twelve minutes later", "en")
    assert "12 minutes after" in told
    assert "13:45" in told


def test_hours_keep_the_day_that_they_lead_to_and_no_more() -> None:
    text = "It left at 22:30 on 5 May 2021. Half an hour later it rained. Two hours later it sank."
    assert dates(text) == ["2021-05-05T22:30", "2021-05-05", "2021-05-06"]


def test_minutes_from_a_rough_hour_are_rough() -> None:
    text = "It sailed at 22:30 on 5 May 2021. An hour later it sank. Ten minutes later it rained."
    assert dates(text)[1:] == ["2021-05-05", "2021-05-05"]


def test_hours_from_a_day_without_a_time_are_no_date() -> None:
    assert dates("He left on 5 May 2021. Two hours later he was dead.") == ["2021-05-05"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le 5 mai 2021 à 13h45 il part. Une demi-heure plus tard, il arrive."),
        ("de", "Um 13:45 Uhr am 5. Mai 2021 ging er. Eine halbe Stunde später kam er an."),
        ("es", "El 5 de mayo de 2021 a las 13:45 salió. Media hora después llegó."),
        ("ru", "5 мая 2021 года в 13:45 он ушёл. Через полчаса он вернулся."),
        ("ar", "في 5 مايو 2021 عند الساعة 13:45 غادر. وبعد نصف ساعة وصل."),
        ("fa", "در ۵ مه ۲۰۲۱ ساعت ۱۳:۴۵ رفت. نیم ساعت بعد رسید."),
    ],
)
def test_half_an_hour_later_is_read_in_every_language(language: str, text: str) -> None:
    assert dates(text, language) == ["2021-05-05T13:45", "2021-05-05"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le parti a gagné le 7 mai, et a été dissous à la fin du mois."),
        ("es", "El partido ganó el 7 de mayo y se disolvió a finales de mes."),
        ("ru", "Партия победила 7 мая и распалась в конце месяца."),
        ("en", "The party won on 7 May and was dissolved at the end of the month."),
    ],
)
def test_the_end_of_the_month_is_that_of_the_month_just_told(language: str, text: str) -> None:
    assert dates(text, language) == ["2024-05-07", "2024-05"]


def test_the_end_of_the_month_to_come_is_that_of_publication() -> None:
    assert dates("Il rentre à la fin du mois.", "fr") == ["2024-07"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "In der Nacht zum Sonntag fiel der Strom aus. Um 23.52 Uhr war es dunkel.",
         ["2024-07-21", "2024-07-20T23:52"]),
        ("de", "Es brannte in der Nacht auf Sonntag gegen 23.30 Uhr. Um 2.15 Uhr war es vorbei.",
         ["2024-07-20T23:30", "2024-07-21T02:15"]),
        ("ru", "Пожар начался в ночь на воскресенье. В 23:40 вызвали пожарных. В 2:15 он погас.",
         ["2024-07-21", "2024-07-20T23:40", "2024-07-21T02:15"]),
        ("fr", "Il est tombé dans la nuit de samedi à dimanche, vers 2 heures du matin.",
         ["2024-07-21T02:00"]),
        ("en", "It sank overnight from Saturday to Sunday. At 11 p.m. it had called for help.",
         ["2024-07-20/2024-07-21", "2024-07-20T23:00"]),
        ("de", "In der Nacht zu Freitag bebte es. Um 3 Uhr bebte es, um 22 Uhr noch einmal.",
         ["2024-07-19", "2024-07-19T03:00", "2024-07-19T22:00"]),
    ],
)  # fmt: skip
def test_an_hour_of_a_night_is_of_the_day_on_its_side_of_midnight(
    language: str, text: str, told: list[str]
) -> None:
    assert dates(text, language) == told


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Trains were suspended at noon.", "T12:00"),
        ("A man was swept away at about 11 this morning.", "T11:00"),
        ("A man was swept away shortly after 9.30 this evening.", "T21:30"),
    ],
)
def test_noon_and_the_hours_of_this_morning_are_of_today(text: str, value: str) -> None:
    (found,) = find(text, published=datetime.date(2024, 5, 30), language="en")
    assert found.value == f"2024-05-30{value}"


def test_the_same_week_of_a_month_told_is_that_month() -> None:
    text = "The fraud came to light in September 2017. He was suspended the same week."
    assert [one.value for one in find(text, language="en")] == ["2017-09", "2017-09"]
