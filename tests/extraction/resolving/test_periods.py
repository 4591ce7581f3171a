"""Calendar arithmetic and its notations."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import edtf as dates
from timeline.dates import julian, solar
from timeline.extraction.grammars.detection import detect
from timeline.extraction.resolving import notation, periods
from timeline.extraction.resolving.calendar_dates import easter
from timeline.extraction.resolving.periods import Period, Scale

DAYS = st.integers(julian.to_day(-4000, 1, 1), julian.to_day(9000, 12, 31))


@given(DAYS, st.sampled_from(Scale))
def test_a_period_holds_the_day_it_was_made_from(jdn: int, scale: Scale) -> None:
    period = Period(Scale.DAY, jdn).at(scale)
    if scale is Scale.WEEKEND:
        assert period.first in range(jdn - 6, jdn + 6)
    else:
        assert period.first <= jdn <= period.last
    assert period.shift(1).first > period.first


@given(DAYS, st.sampled_from([Scale.DAY, Scale.MONTH, Scale.QUARTER, Scale.HALF, Scale.YEAR]))
def test_what_is_written_in_edtf_covers_the_same_days(jdn: int, scale: Scale) -> None:
    period = Period(Scale.DAY, jdn).at(scale)
    date = dates.parse(notation.edtf(period))
    assert (date.first_day, date.last_day) == (period.first, period.last)


@pytest.mark.parametrize(
    ("scale", "year", "timex"),
    [
        (Scale.DECADE, -484, "BC048"),
        (Scale.CENTURY, -450, "BC04"),
        (Scale.DECADE, 1985, "198"),
        (Scale.CENTURY, 1985, "19"),
        (Scale.YEAR, -43, "BC0044"),
    ],
)
def test_decades_and_centuries_before_our_era(scale: Scale, year: int, timex: str) -> None:
    assert notation.timex(Period(Scale.YEAR, year).at(scale)) == timex


@given(st.dates(datetime.date(1, 1, 8)))
def test_weeks_are_those_of_iso_8601(day: datetime.date) -> None:
    period = Period(Scale.DAY, julian.to_day(day.year, day.month, day.day)).at(Scale.WEEK)
    year, number, _ = day.isocalendar()
    assert notation.timex(period) == f"{year:04}-W{number:02}"
    assert periods.week(year, number) == period


@pytest.mark.parametrize(("year", "month", "day"), [(2024, 3, 31), (1916, 4, 23), (2000, 4, 23)])
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == julian.to_day(year, month, day)


@pytest.mark.parametrize(
    ("solar_date", "gregorian"),
    [
        ((1403, 1, 1), (2024, 3, 20)),
        ((1400, 1, 1), (2021, 3, 21)),
        ((1357, 11, 22), (1979, 2, 11)),
        ((1399, 12, 30), (2021, 3, 20)),
    ],
)
def test_the_solar_hijri_calendar(
    solar_date: tuple[int, int, int], gregorian: tuple[int, int, int]
) -> None:
    assert solar.to_day(*solar_date) == julian.to_day(*gregorian)
    assert solar.year_of(solar.to_day(*solar_date)) == solar_date[0]


def test_only_leap_years_of_the_solar_hijri_calendar_have_a_thirtieth_of_esfand() -> None:
    assert (solar.month_length(1399, 12), solar.month_length(1400, 12)) == (30, 29)
    assert (solar.month_length(1400, 6), solar.month_length(1400, 7)) == (31, 30)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that he had been in the capital", "en"),
        ("قال الوزير إن الرئيس كان في العاصمة", "ar"),
        ("Le ministre a dit que la capitale est dans la zone", "fr"),
        ("El ministro dijo que la capital es una de las zonas", "es"),
        ("Der Minister ist nicht in der Hauptstadt", "de"),
        ("Министр сказал, что он не был в столице", "ru"),
        ("وزیر گفت که این شهر را از دست داده است", "fa"),
        ("", "en"),
        ("12345", "en"),
    ],
)
def test_a_language_is_told_by_its_commonest_words(text: str, language: str) -> None:
    assert detect(text) == language
