"""Solar Hijri dates beside Gregorian ones: the same days, and no more exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import julian, solar
from timeline.dates.edtf import parse
from timeline.dates.solar_words import beside, with_solar

KNOWN = [
    ("2024-05-30", "", "۱۰ خرداد ۱۴۰۳"),
    ("2024-05-22", "", "۲ خرداد ۱۴۰۳"),
    ("1979-02-11", "", "۲۲ بهمن ۱۳۵۷"),
    ("2021-03-20", "", "۳۰ اسفند ۱۳۹۹"),
    ("2024-05-20T10:30", "", "۳۱ اردیبهشت ۱۴۰۳"),
    ("2019-10", "", "مهر–آبان ۱۳۹۸"),
    ("2024-03", "", "اسفند ۱۴۰۲ – فروردین ۱۴۰۳"),
    ("2019", "", "۱۳۹۷–۱۳۹۸"),
    ("2020", "START", "دی ۱۳۹۸ – اردیبهشت ۱۳۹۹"),
    ("198X", "", "۱۳۵۸–۱۳۶۸"),
    ("1990~", "", "۱۳۶۸–۱۳۶۹"),
    ("2011/..", "", "۱۳۸۹–۱۳۹۰"),
    ("../2018-08", "", "مرداد–شهریور ۱۳۹۷"),
    ("2024-05-22/2024-05-25", "", "۲–۵ خرداد ۱۴۰۳"),
    ("2024-06-19/2024-06-22", "", "۳۰ خرداد – ۲ تیر ۱۴۰۳"),
    ("2024-05-22/2025", "", "۱۴۰۳–۱۴۰۴"),
]


@pytest.mark.parametrize(("date", "part", "expected"), KNOWN)
def test_persian_readers_see_the_same_days_as_exact_as_they_are(date, part, expected):
    assert beside(parse(date), "fa", part=part) == expected


@pytest.mark.parametrize("language", ["en", "ar", "fr", ""])
def test_readers_of_other_languages_see_one_calendar(language):
    assert beside(parse("2024-05-30"), language) == ""
    assert with_solar("30 May", parse("2024-05-30"), language) == "30 May"


@pytest.mark.parametrize("date", ["-0043-03-15", "1453", "9999-12-31", "17XX"])
def test_beyond_the_years_of_the_calendar_nothing_is_said(date):
    assert beside(parse(date), "fa") == ""


def test_the_words_of_a_date_are_followed_by_its_other_date():
    said = with_solar("۳۰ مهٔ ۲۰۲۴", parse("2024-05-30"), "fa")
    assert said == "۳۰ مهٔ ۲۰۲۴ (۱۰ خرداد ۱۴۰۳)"


@given(st.integers(solar.FIRST_DAY, solar.LAST_DAY))
def test_each_day_has_one_date_in_the_calendar(day):
    year, month, number = solar.from_day(day)
    assert 1 <= number <= solar.month_length(year, month)
    assert solar.to_day(year, month, number) == day


def test_the_year_begins_with_spring():
    assert solar.from_day(julian.to_day(2024, 3, 20)) == (1403, 1, 1)
