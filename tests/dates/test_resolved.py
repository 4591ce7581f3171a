"""What the words of a source mean, said again, and when two sources disagree."""

import pytest

from timeline.dates import edtf, julian
from timeline.dates.resolution import Resolution
from timeline.dates.resolved import disagree, resolved_date, resolved_days

PUBLISHED = "publication:2024-05-30"


def _days(text: str) -> tuple[int, int]:
    date = edtf.parse(text)
    return date.first_day, date.last_day


@pytest.mark.parametrize(
    ("resolution", "date"),
    [
        (Resolution("explicit", value="2024-05-20"), "2024-05-20"),
        (Resolution("explicit", value="2019-10"), "2019-10"),
        (Resolution("nearest", PUBLISHED, "nearest", "XXXX-05-20"), "2024-05-20"),
        (Resolution("nearest", PUBLISHED, "past", "XXXX-12-24"), "2023-12-24"),
        (Resolution("nearest", PUBLISHED, "future", "XXXX-01-02"), "2025-01-02"),
        (Resolution("nearest", PUBLISHED, "past", "XXXX-02-29"), "2024-02-29"),
        (Resolution("relative", PUBLISHED, "past", "-10 days"), "2024-05-20"),
        (Resolution("deictic", PUBLISHED, "same", "0 day"), "2024-05-30"),
    ],
)
def test_the_words_of_a_source_give_their_days_again(resolution, date):
    assert resolved_days(resolution) == _days(date)


@pytest.mark.parametrize(
    "resolution",
    [
        Resolution("explicit"),
        Resolution("explicit", value="1990~"),
        Resolution("weekday", PUBLISHED, "past", "XXXX-WXX-4"),
        Resolution("nearest", "", "past", "XXXX-05-20"),
        Resolution("nearest", "publication:2023-05-30", "same", "XXXX-02-29"),
        Resolution("nearest", PUBLISHED, "past", "XXXX-13-01"),
    ],
)
def test_what_cannot_be_said_again_gives_nothing(resolution):
    assert resolved_days(resolution) is None


def _said(*values: str) -> list[tuple[object, Resolution]]:
    return [(number, Resolution("explicit", value=value)) for number, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "date"),
    [
        (("2024-05-19", "2024-05-20"), "2024-05-19"),
        (("2024-05", "2024-06-01"), "2024-05"),
        (("2024-05-19", "2024-05-19", "2024-05-21"), "2024-05-19"),
    ],
)
def test_sources_disagree_that_give_other_days(values, date):
    assert disagree(_said(*values), edtf.parse(date))


@pytest.mark.parametrize(
    ("values", "date"),
    [
        (("2024-05-20", "2024-05-20"), "2024-05-20"),
        (("2024-05-20", "2024-05"), "2024-05-20"),
        (("2024-05-22", "2024-05-25"), "2024-05-22/2024-05-25"),
        (("2024-05-20", ""), "2024-05-20"),
        (("2024-05-20",), "2024-05-21"),
    ],
)
def test_sources_agree_that_are_exact_in_other_ways(values, date):
    assert not disagree(_said(*values), edtf.parse(date))


def test_one_source_cannot_disagree_with_itself():
    both = [(1, Resolution("explicit", value=value)) for value in ("2024-05-19", "2024-05-20")]
    assert not disagree(both, edtf.parse("2024-05-19"))


def test_the_days_are_those_of_the_calendar():
    day = julian.to_day(2024, 5, 20)
    assert resolved_days(Resolution("explicit", value="2024-05-20")) == (day, day)


@pytest.mark.parametrize(
    ("resolution", "date"),
    [
        (Resolution("explicit", "", "", "2024-05"), "2024-05"),
        (Resolution("explicit", "", "", "2024-05-20"), "2024-05-20"),
        (Resolution("deictic", "publication:2024-05-30", "", "-1 day"), "2024-05-29"),
        (Resolution("nearest", "publication:2024-05-30", "past", "XXXX-05-20"), "2024-05-20"),
        (Resolution("relative", "narrative:2024-05", "", "+2 days"), "2024-05-03/2024-06-02"),
    ],
)
def test_what_the_words_mean_is_a_date_as_exact_as_they_are(resolution, date):
    assert resolved_date(resolution) == edtf.parse(date)


def test_words_that_cannot_be_read_again_give_no_date():
    assert resolved_date(Resolution("")) is None
