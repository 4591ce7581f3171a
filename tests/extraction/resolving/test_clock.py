"""The day of an hour that is told without one."""

from tests.extraction.told import dates


def test_the_hour_at_which_days_to_come_open_is_of_the_first() -> None:
    text = "The fair runs from 6 to 9 October. It opens at 11:00 with a lecture."
    assert dates(text) == ["2023-10-06/2023-10-09", "2023-10-06T11:00"]


def test_the_hour_told_after_days_that_are_over_is_of_the_last() -> None:
    text = "The court sat from 6 to 9 March. At 11:00 the verdict was read."
    assert dates(text) == ["2023-03-06/2023-03-09", "2023-03-09T11:00"]
