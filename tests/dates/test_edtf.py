"""What each EDTF text covers, how exact it is, and what is refused."""

import pytest

from timeline.dates import edtf
from timeline.dates.edtf import DateError, Moment, parse, sides
from timeline.dates.julian import OPEN_END, OPEN_START, to_day
from timeline.dates.scales import SCALES, Precision

Day = tuple[int, int, int]


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2024-05-20T10:30", Precision.MINUTE, (2024, 5, 20), (2024, 5, 20)),
        ("2024-05-20", Precision.DAY, (2024, 5, 20), (2024, 5, 20)),
        ("2024-02", Precision.MONTH, (2024, 2, 1), (2024, 2, 29)),
        ("2019-33", Precision.QUARTER, (2019, 1, 1), (2019, 3, 31)),
        ("2019-36", Precision.QUARTER, (2019, 10, 1), (2019, 12, 31)),
        ("2019-21", Precision.SEASON, (2019, 3, 1), (2019, 5, 31)),
        ("2019-40", Precision.HALF, (2019, 1, 1), (2019, 6, 30)),
        ("2019-41", Precision.HALF, (2019, 7, 1), (2019, 12, 31)),
        ("2011", Precision.YEAR, (2011, 1, 1), (2011, 12, 31)),
        ("-0043", Precision.YEAR, (-43, 1, 1), (-43, 12, 31)),
        ("0000", Precision.YEAR, (0, 1, 1), (0, 12, 31)),
        ("198X", Precision.DECADE, (1980, 1, 1), (1989, 12, 31)),
        ("-004X", Precision.DECADE, (-49, 1, 1), (-40, 12, 31)),
        ("18XX", Precision.CENTURY, (1800, 1, 1), (1899, 12, 31)),
        ("2024-05-22/2024-05-25", Precision.RANGE, (2024, 5, 22), (2024, 5, 25)),
        ("2024-05-20/2024-05", Precision.RANGE, (2024, 5, 20), (2024, 5, 31)),
        ("2019-21/2019-22", Precision.RANGE, (2019, 3, 1), (2019, 8, 31)),
        ("-0043/0014", Precision.RANGE, (-43, 1, 1), (14, 12, 31)),
        ("-9999/9999", Precision.RANGE, (-9999, 1, 1), (9999, 12, 31)),
    ],
)
def test_a_date_covers_its_days_and_keeps_its_precision(
    text: str, precision: Precision, first: Day, last: Day
) -> None:
    date = parse(text)
    assert (date.text, date.precision) == (text, precision)
    assert (date.first_day, date.last_day) == (to_day(*first), to_day(*last))
    assert date.sort_day == date.first_day
    assert not any((date.open_start, date.open_end, date.approximate, date.uncertain))


def test_every_precision_has_its_row_in_the_table_of_scales() -> None:
    assert [scale.precision for scale in SCALES] == list(Precision)


def test_since_a_year_is_open_at_its_end() -> None:
    date = parse("2011/..")
    assert (date.precision, date.open_start, date.open_end) == (Precision.OPEN, False, True)
    assert (date.first_day, date.last_day) == (to_day(2011, 1, 1), OPEN_END)
    assert date.sort_day == to_day(2011, 1, 1)


def test_until_a_month_is_open_at_its_start_and_does_not_sort_before_everything() -> None:
    date = parse("../2018-08")
    assert (date.precision, date.open_start, date.open_end) == (Precision.OPEN, True, False)
    assert (date.first_day, date.last_day) == (OPEN_START, to_day(2018, 8, 31))
    assert date.sort_day == parse("2018-08").sort_day


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1990~", True, False),
        ("1990?", False, True),
        ("1990%", True, True),
        ("2024-05-20~", True, False),
        ("198X?", False, True),
        ("1984~/1990", True, False),
        ("1984/1990?", False, True),
        ("../1990%", True, True),
    ],
)
def test_qualified_dates_are_soft_and_cover_the_same_days(
    text: str, approximate: bool, uncertain: bool
) -> None:
    date = parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)
    plain = parse(text.translate({ord(mark): None for mark in "~?%"}))
    assert (date.first_day, date.last_day) == (plain.first_day, plain.last_day)


def test_times_keep_their_minute_and_the_local_day() -> None:
    for text in ("2024-05-20T23:30", "2024-05-20T23:30:59", "2024-05-20T23:30:00-05:00"):
        date = parse(text)
        assert date.start == date.end == Moment(to_day(2024, 5, 20), 23 * 60 + 30)
        assert date.text == text
    assert parse("2024-05-20").start == Moment(to_day(2024, 5, 20), None)


def test_utc_is_written_the_one_way_that_edtf_has() -> None:
    for zone in ("Z", "+00:00", "-00:00", "+00"):
        assert parse(f"2024-05-20T10:30:00{zone}").text == "2024-05-20T10:30:00Z"


def test_an_unspecified_day_or_month_is_written_as_the_period_around_it() -> None:
    canonical = {text: parse(text).text for text in ("2004-XX", "-0043-XX-XX~", "2004-06-XX/2005")}
    assert list(canonical.values()) == ["2004", "-0043~", "2004-06/2005"]
    assert parse("2004-XX") == parse("2004")


def test_an_interval_may_run_between_times() -> None:
    date = parse("2024-05-20T10:30/2024-05-20T12:00")
    assert (date.start.minute, date.end.minute) == (630, 720)
    assert date.precision is Precision.RANGE
    assert parse("2024-05-20T10:30/..").open_end


def test_the_sides_of_an_interval_are_dates_of_their_own() -> None:
    lower, upper = sides(parse("1984~/2004-06"))
    assert lower == parse("1984~")
    assert upper == parse("2004-06")
    assert sides(parse("2011/..")) == (parse("2011"), None)
    assert sides(parse("../2011")) == (None, parse("2011"))
    assert sides(parse("198X")) == (parse("198X"), parse("198X"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2024-02-30", "not in the calendar"),
        ("2023-02-29", "not in the calendar"),
        ("2024-04-31", "not in the calendar"),
        ("2024-02-30T10:30", "not in the calendar"),
        ("2024-00", "not in the calendar"),
        ("2024-13", "not in the calendar"),
        ("2024-25", "not in the calendar"),
        ("2024-21-XX", "no date"),
        ("2024/2011", "ends before it starts"),
        ("2024-05-20T12:00/2024-05-20T10:30", "ends before it starts"),
        ("../..", "open at both ends"),
        ("2011/", "no interval"),
        ("/2011", "no interval"),
        ("/", "no interval"),
        ("198X/..", "no interval"),
        ("2019-33/2019-34", "no interval"),
        ("2011/2012/2013", "no date"),
        ("2019-21~", "season"),
        ("2019-40?", "season"),
        ("-0000", "no date"),
        ("-0000-05", "no date"),
        ("1XXX", "no date"),
        ("198X-05", "no date"),
        ("Y12024", "no date"),
        ("12024", "no date"),
        ("2024-05-20-XX", "no date"),
        ("2024-XX-XX-XX", "no date"),
        ("198X-XX", "no date"),
        ("2024-XX-05", "no date"),
        ("2024-5-2", "no date"),
        ("2024-05-20T24:00", "no date"),
        ("2024-05-20T10", "no date"),
        ("2024-05T10:30", "no date"),
        ("2024-05-20T10:30~", "no date"),
        ("1990~~", "no date"),
        ("٢٠٢٤", "no date"),
        (" 2024", "no date"),
        ("2024\n", "no date"),
        ("", "no date"),
        ("soon", "no date"),
        ("2024\x00", "no date"),
        ("9" * 1_000_000, "no date"),
        ("{text}", "no date"),
    ],
)
def test_what_is_no_date_is_refused_in_one_short_sentence(text: str, reason: str) -> None:
    with pytest.raises(DateError, match=reason) as refused:
        parse(text)
    assert len(str(refused.value)) < 250


def test_a_refusal_can_be_told_in_another_language() -> None:
    with pytest.raises(DateError) as refused:
        parse("2024/2011")
    told = refused.value.in_words(lambda message: message.replace("ends before it starts", "عكسي"))
    assert told == "“2024/2011” عكسي: give the earlier end first."


def test_what_a_refusal_gives_as_examples_is_accepted() -> None:
    for example in edtf.EXAMPLES.split(", "):
        assert parse(example).text == example
