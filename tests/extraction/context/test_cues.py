"""On which side of the publication a weekday lies. The articles are of Thursday, 30 May 2024."""

import datetime

import pytest

from timeline.extraction.expressions import find

PUBLISHED = datetime.date(2024, 5, 30)
TOMORROW, LAST_FRIDAY = "2024-05-31", "2024-05-24"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "She will visit the region on Friday, her office said.", TOMORROW),
        ("en", "He is to appear in court on Friday, prosecutors said.", TOMORROW),
        ("en", "She visited the region on Friday, but will not return.", LAST_FRIDAY),
        ("en", "On Friday, her office said, she left.", LAST_FRIDAY),
        ("de", "Der Rat muss am Freitag zusammentreten.", TOMORROW),
        ("de", "Sie wird die Region am Freitag besuchen, teilte ihr Büro mit.", TOMORROW),
        ("fr", "Elle se rendra sur place vendredi, a annoncé son cabinet.", TOMORROW),
        ("es", "Ella visitará la zona el viernes, informó su oficina.", TOMORROW),
        ("ru", "Она посетит район в пятницу, сообщила пресс-служба.", TOMORROW),
        ("ar", "ستزور الوزيرة المنطقة يوم الجمعة، وقال مكتبها إن الوضع خطير.", TOMORROW),
    ],
)
def test_a_verb_behind_the_comma_does_not_move_what_stands_before_it(
    language: str, text: str, expected: str
) -> None:
    (found,) = find(text, published=PUBLISHED, language=language)
    assert found.value == expected


def test_a_verb_right_before_its_date_leans_it_to_the_past() -> None:
    (found,) = find("She resigned on 20 July.", published=PUBLISHED, language="en")
    assert found.value == "2023-07-20"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board will meet at 8 a.m. on Friday.", f"{TOMORROW}T08:00"),
        ("The board met at 8 a.m. on Friday.", f"{LAST_FRIDAY}T08:00"),
        ("They will leave at 8 p.m. The board met on Friday.", LAST_FRIDAY),
    ],
)
def test_the_full_stop_of_an_abbreviation_ends_no_sentence(text: str, expected: str) -> None:
    assert find(text, published=PUBLISHED, language="en")[-1].value == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trial will resume in March.", "2025-03"),
        ("The ban expires on 1 March.", "2025-03-01"),
        ("The trial began in March and will end soon.", "2024-03"),
    ],
)
def test_what_is_all_to_come_does_not_lie_behind(text: str, expected: str) -> None:
    assert find(text, published=PUBLISHED, language="en")[0].value == expected


def test_a_verb_behind_an_and_tells_of_another_time() -> None:
    text = "Omar Haddad was convicted in July and will be sentenced on 7 December."
    published = datetime.date(2022, 11, 18)
    found = [one.value for one in find(text, published=published, language="en")]
    assert found == ["2022-07", "2022-12-07"]


def test_what_lasts_until_a_month_lasts_until_the_next_one() -> None:
    (until,) = find("Her contract runs until December.", published=PUBLISHED, language="en")
    assert until.date is not None
    assert until.date.text == "../2024-12"
