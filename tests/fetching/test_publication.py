from datetime import date

import pytest

from timeline.fetching.publication import Publication, most_local, read_iso, read_page_date


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2024-05-21", ""),
        (" 2024-05-21 ", ""),
        ("2024-05-21T00:30", ""),
        ("2024-05-21 00:30:15", ""),
        ("2024-05-21T00:30:00+03:00", "2024-05-21T00:30:00+03:00"),
        ("2024-05-21T00:30:00+0300", "2024-05-21T00:30:00+03:00"),
        ("2024-05-21 00:30:00 +03", "2024-05-21T00:30:00+03:00"),
        ("2024-05-21T23:30:00Z", "2024-05-21T23:30:00+00:00"),
        ("2024-05-21t23:30:00.250z", "2024-05-21T23:30:00.250000+00:00"),
        ("2024-05-21T23:30:00-11:00", "2024-05-21T23:30:00-11:00"),
    ],
)
def test_the_day_is_the_day_as_written_whatever_the_offset(written: str, instant: str) -> None:
    assert read_iso(written) == Publication(date(2024, 5, 21), instant)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "2024",
        "2024-05",
        "20240521",
        "21/05/2024",
        "2024-W21-2",
        "2024-02-30",
        "2024-05-21x10:00",
        "2024-05-21T25:00",
        "2024-05-21T10:00+99:00",
        "0000-01-01",
        "yesterday",
        "21 May 2024",
        "٢٠٢٤-٠٥-٢١ and more",
    ],
)
def test_anything_else_is_no_date(written: str) -> None:
    assert read_iso(written) is None


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2024/05/21", ""),
        ("20240521", ""),
        ("2024.05.21", ""),
        ("Tue, 21 May 2024 00:30:00 +0300", "2024-05-21T00:30:00+03:00"),
        ("Tue, 21 May 2024 00:30:00 GMT", "2024-05-21T00:30:00+00:00"),
    ],
)
def test_pages_may_write_the_date_in_other_forms(written: str, instant: str) -> None:
    assert read_page_date(written) == Publication(date(2024, 5, 21), instant)


@pytest.mark.parametrize("written", ["", "2024/0521", "20241399", "May", "1716249600", "x" * 5000])
def test_a_form_that_is_not_certain_is_no_date_of_a_page(written: str) -> None:
    assert read_page_date(written) is None


def test_local_time_tells_the_day_where_the_same_instant_stands_in_utc_too() -> None:
    utc = Publication(date(2024, 5, 20), "2024-05-20T21:30:00+00:00")
    local = Publication(date(2024, 5, 21), "2024-05-21T00:30:00+03:00")
    assert most_local([utc, local]) == local
    assert most_local([local, utc]) == local


def test_another_instant_in_local_time_does_not_replace_the_first() -> None:
    utc = Publication(date(2024, 5, 20), "2024-05-20T21:30:00+00:00")
    changed = Publication(date(2024, 5, 23), "2024-05-23T09:00:00+03:00")
    assert most_local([utc, changed]) == utc
    assert most_local([]) is None


def test_instants_at_the_ends_of_the_calendar_are_compared_without_harm() -> None:
    first = read_iso("0001-01-01T00:00:00Z")
    last = read_iso("9999-12-31T23:59:59-12:00")
    assert first
    assert last
    assert most_local([first, last]) == first
