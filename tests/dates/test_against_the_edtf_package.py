"""Our reading of EDTF against that of the `edtf` package, on generated texts.

Whatever we accept, it accepts and reads as the same days; two extensions alone are exempt: times
without seconds, and intervals of times.
"""

import math
import re
from time import struct_time

from edtf import EDTFObject, parse_edtf
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from timeline.dates.edtf import Date, DateError, parse
from timeline.dates.julian import OPEN_END, OPEN_START, to_day

_two_digits = st.integers(0, 99).map("{:02}".format)
_years = st.one_of(
    st.from_regex(r"-?[0-9]{4}", fullmatch=True),
    st.from_regex(r"(19|20)[0-9]{2}", fullmatch=True),
    st.from_regex(r"-?[0-9X]{4}", fullmatch=True),
)
_months = st.one_of(st.integers(1, 12).map("{:02}".format), _two_digits, st.just("XX"))
_days = st.one_of(st.integers(26, 31).map("{:02}".format), _two_digits, st.just("XX"))
_marks = st.sampled_from(["", "", "", "~", "?", "%"])
_points = st.builds(
    lambda parts, mark: "-".join(parts) + mark,
    st.one_of(st.tuples(_years), st.tuples(_years, _months), st.tuples(_years, _months, _days)),
    _marks,
)
_zones = st.sampled_from(["", "Z", "+04:00", "-05", "+00:00", "+13:45", "-14:00", "+15:00"])
_times = st.builds(
    "{}T{}:{}{}{}".format,
    st.dates().map(str),
    _two_digits,
    _two_digits,
    st.sampled_from(["", ":00", ":59", ":60"]),
    _zones,
)
_ends = st.one_of(_points, st.just(".."), st.just(""))
_intervals = st.builds("{}/{}".format, _ends, _ends)
_noise = st.text("0123456789-/.X~?%TZ:YS ", max_size=12)


@settings(max_examples=400)
@given(st.one_of(_points, _points, _times, _intervals, _intervals, _noise))
def test_whatever_we_accept_the_edtf_package_reads_as_the_same_days(text: str) -> None:
    date = _accepted(text)
    assume(date is not None)
    assert date is not None
    _compare(date)
    assert parse(date.text) == date


@settings(max_examples=100)
@given(st.builds("{}/{}".format, _times, _times))
def test_an_interval_of_times_runs_from_the_one_to_the_other(text: str) -> None:
    date = _accepted(text)
    assume(date is not None)
    assert date is not None
    lower, upper = (parse(side) for side in text.split("/"))
    assert (date.start, date.end) == (lower.start, upper.end)
    _compare(lower)
    _compare(upper)


def _accepted(text: str) -> Date | None:
    try:
        return parse(text)
    except DateError:
        return None


def _compare(date: Date) -> None:
    with_seconds = re.sub(r"T..:..(?!:)", r"\g<0>:00", date.text)
    theirs = parse_edtf(with_seconds)
    assert isinstance(theirs, EDTFObject)
    assert date.first_day == _day(theirs.lower_strict())
    assert date.last_day == _day(theirs.upper_strict())
    both = theirs.is_uncertain_and_approximate
    assert date.approximate == bool(theirs.is_approximate or both)
    assert date.uncertain == bool(theirs.is_uncertain or both)


def _day(moment: struct_time | float) -> int:
    if isinstance(moment, float):
        return OPEN_END if moment == math.inf else OPEN_START
    return to_day(*moment[:3])


def _text(year: int, *parts: str) -> str:
    return "-".join((f"-{-year:04}" if year < 0 else f"{year:04}", *parts))


_any_year = st.integers(-9999, 9999)
_qualified = st.one_of(
    st.dates().map(str),
    st.builds(_text, _any_year, st.integers(1, 12).map("{:02}".format)),
    st.builds(_text, _any_year),
)
_real_ends = st.builds("{}{}".format, _qualified, _marks) | st.builds(
    _text, _any_year, st.sampled_from(["21", "22", "23", "24"])
)
_real = st.one_of(
    _real_ends,
    st.builds(_text, _any_year, st.sampled_from(["33", "34", "35", "36", "40", "41"])),
    st.builds("{:03}X{}".format, st.integers(0, 999), _marks),
    st.builds("{:02}XX{}".format, st.integers(0, 99), _marks),
    st.builds("{}T{:%H:%M:%S}{}".format, st.dates(), st.times(), st.sampled_from(["", "Z"])),
    st.builds("{}/..".format, _real_ends),
    st.builds("../{}".format, _real_ends),
    st.tuples(_real_ends, _real_ends)
    .map(lambda ends: "/".join(sorted(ends, key=lambda end: parse(end).first_day)))
    .filter(lambda text: parse(text.split("/")[0]).last_day < parse(text.split("/")[1]).first_day),
)


@settings(max_examples=300)
@given(_real)
def test_every_real_date_of_the_subset_is_accepted(text: str) -> None:
    date = parse(text)
    assert date.text == text
    _compare(date)
