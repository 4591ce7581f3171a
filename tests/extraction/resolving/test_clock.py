"""Hours, and the day of one that is told without it."""

import datetime

import pytest

from tests.extraction.told import dates
from timeline.extraction.expressions import find


def test_the_hour_at_which_days_to_come_open_is_of_the_first() -> None:
    text = "The fair runs from 6 to 9 October. It opens at 11:00 with a lecture."
    assert dates(text) == ["2023-10-06/2023-10-09", "2023-10-06T11:00"]


def test_the_hour_told_after_days_that_are_over_is_of_the_last() -> None:
    text = "The court sat from 6 to 9 March. At 11:00 the verdict was read."
    assert dates(text) == ["2023-03-06/2023-03-09", "2023-03-09T11:00"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("انهار السقف صباح الأربعاء. ووقع الحادث قرابة الثامنة والنصف.", "2024-05-22T08:30"),
        ("انهار السقف صباح الأربعاء. وخرجوا عند الحادية عشرة ليلا.", "2024-05-22T23:00"),
        ("انهار السقف صباح الأربعاء. ووصل الوزير قبيل العاشرة صباحا.", "2024-05-22T10:00"),
    ],
)
def test_an_arabic_hour_needs_no_word_for_hour(text: str, expected: str) -> None:
    found = find(text, published=datetime.date(2024, 5, 23), language="ar")
    assert found[-1].value == expected


def test_an_arabic_ordinal_alone_is_no_hour() -> None:
    text = "فاز للمرة الثانية ظهر الأربعاء، وكان في الثانية من عمره."
    found = find(text, published=datetime.date(2024, 5, 23), language="ar")
    assert [one.value for one in found] == ["2024-05-22TAF"]
