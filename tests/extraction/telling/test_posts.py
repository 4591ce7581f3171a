"""Live blogs whose times have lines to themselves."""

from tests.extraction.told import dates, titles

BLOG = """14:35
Rescue teams have reached the village of Dolna, the interior ministry says.
13:10
Good morning and welcome to our live coverage.
09:05
Petr Novak will visit the flooded region on Friday, his office says.
Tuesday, 23 May
22:40
A dam near Krupa has burst. Police ordered 3,000 people to leave their homes.
21:05 GMT
The army has sent 200 soldiers to Krupa."""


def test_a_post_is_told_at_the_time_above_it() -> None:
    assert dict(zip(dates(BLOG), titles(BLOG), strict=True)) == {
        "2023-05-24T14:35": "Rescue teams have reached the village of Dolna",
        "2023-05-26": "Petr Novak will visit the flooded region",
        "2023-05-23T22:40": "A dam near Krupa has burst",
        "2023-05-23T21:05": "The army has sent 200 soldiers to Krupa",
    }


def test_a_single_time_above_a_text_dates_the_text() -> None:
    assert titles("14:35\nRescue teams have reached the village of Dolna.") == []
