"""Whether a text tells the news or a history."""

from tests.extraction.told import dates


def test_today_at_the_end_of_a_history_is_nowadays() -> None:
    text = (
        "The mill was built in 1720 by Lina Marsh. It burned down in 1811 and was rebuilt in 1823. "
        "In 1850 it got a wheel, in 1870 a chimney and in 1900 a lift. Today it is a museum."
    )
    assert dates(text)[-1] == "1900"
