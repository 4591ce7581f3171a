"""Live blogs whose times have lines to themselves."""

import time

import pytest

from tests.extraction.told import PUBLISHED, dates, titles
from timeline.extraction.expressions import find
from timeline.extraction.telling.posts import posts
from timeline.text import sentences

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


@pytest.mark.parametrize(
    ("language", "blog", "told"),
    [
        (
            "fr",
            "21h05. Omar Haddad quitte Lyon.\n\n20h12. Lina Aziz l'emporte.",
            "Lina Aziz l'emporte",
        ),
        ("es", "21:05. Omar Haddad deja León.\n\n20:12. Lina Aziz gana.", "Lina Aziz gana"),
        (
            "de",
            "21:05 Uhr | Omar Haddad geht.\n\n20:12 Uhr | Lina Stein siegt.",
            "Lina Stein siegt",
        ),
    ],
)
def test_a_post_may_stand_behind_its_time(language: str, blog: str, told: str) -> None:
    assert dict(zip(dates(blog, language), titles(blog, language), strict=True)) == {
        "2023-05-24T21:05": titles(blog, language)[0],
        "2023-05-24T20:12": told,
    }


@pytest.mark.parametrize(
    ("language", "blog", "told"),
    [
        (
            "de",
            "+++ 21:05 Feuer +++\nMehr folgt.\n\n+++ 20:12 Haddad tritt ab +++",
            "Haddad tritt ab",
        ),
        ("es", "21:05 Incendio en Lugo\nHay más.\n\n20:12 Dimite Omar\nSe va.", "Dimite Omar"),
    ],
)
def test_the_headlines_of_a_live_blog_tell_what_happened_at_their_times(
    language: str, blog: str, told: str
) -> None:
    assert titles(blog, language)[1] == told
    assert dates(blog, language) == ["2023-05-24T21:05", "2023-05-24T20:12"]


def test_a_single_heading_with_a_time_tells_nothing() -> None:
    assert dates("20:12 Feuer in Ulm\n\nMehr dazu in Kürze, sagte eine Frau.", "de") == []


def test_the_time_before_an_entry_is_no_time_of_the_night_that_it_tells_of() -> None:
    assert dates("11:05 В ночь на среду в Хатае рухнула больница.", "ru") == ["2023-05-24"]


def test_a_headline_between_marks_is_of_today_whatever_the_entry_before_it_told() -> None:
    blog = (
        "+++ 21:05 Feuer +++\nAm Montag waren drei Häuser eingestürzt.\n\n"
        "+++ 20:12 Haddad tritt ab +++\nMehr folgt."
    )
    assert dates(blog, "de")[-1] == "2023-05-24T20:12"


def test_a_post_that_says_until_when_is_told_at_its_time() -> None:
    text = (
        "Storm\n\n15:05 All flights from Leith have been cancelled until tomorrow morning.\n\n"
        "12:30 Two people were rescued in Leith."
    )
    assert dates(text) == ["2023-05-24T15:05", "2023-05-24T12:30"]


def test_what_a_post_tells_of_another_day_does_not_happen_at_its_time() -> None:
    blog = "11.20 Uhr: Omar Haddad geht.\n\n12.00 Uhr: Am Freitag kommt Lina Stein."
    assert dates(blog, "de") == ["2023-05-24T11:20", "2023-05-26"]


def test_a_known_place_and_a_dash_before_a_report_are_no_part_of_it() -> None:
    assert titles("Frankfurt – Der Rat tagte am 3. Mai 2021.", "de") == ["Der Rat tagte"]
    assert titles("Paris – Dakar 2019 was won by nobody on 3 May.") != ["Dakar 2019 was won"]


CHRONOLOGY = """The bank was closed on Thursday.

1869
The Society is founded in Leeds. It has nine members.

1997
Members vote to give up mutual status. The shares begin trading on 2 October.

Sept 2008:
Rumours of losses surface.

Monday
Queues form outside branches in Leeds."""


def test_the_entries_of_a_chronology_are_told_at_the_dates_above_them() -> None:
    assert dict(zip(dates(CHRONOLOGY), titles(CHRONOLOGY), strict=True)) == {
        "2023-05-18": "The bank was closed",
        "1869": "The Society is founded in Leeds",
        "1997": "Members vote to give up mutual status",
        "1997-10-02": "The shares begin trading",
        "2008-09": "Rumours of losses surface",
        "2023-05-22": "Queues form outside branches in Leeds",
    }


def test_the_dates_in_a_list_of_titles_tell_nothing() -> None:
    teasers = "12 May 2023\nThe dam of Krupa\n\n11 May 2023\nThe bank\n\n10 May 2023\nThe council"
    assert titles(teasers) == []


def test_two_dates_above_and_below_a_text_date_the_text() -> None:
    assert titles("12 May 2023\nThe dam has burst.\n\nUpdated:\n13 May 2023") == []


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("ar", "1997\nصوت الأعضاء.\n\nأيار 2008\nأفلس البنك.\n\n2011\nأغلق البنك.", "أغلق البنك"),
        (
            "de",
            "1997\nDie Bank entsteht.\n\nMai 2008\nSie wankt.\n\n2011\nSie schließt.",
            "Sie schließt",
        ),
        (
            "fa",
            "۱۳۷۶\nبانک تأسیس شد.\n\n۱۳۸۷\nبانک ورشکست شد.\n\n۱۳۹۰\nبانک تعطیل شد.",
            "بانک تعطیل شد",
        ),
        (
            "ru",
            "1997\nБанк основан.\n\nМай 2008\nБанк закрыт.\n\n2011\nБанк продан.",
            "Банк продан",
        ),
    ],
)
def test_a_chronology_is_one_in_every_language(language: str, text: str, told: str) -> None:
    assert titles(text, language)[-1] == told


def test_time_grows_in_step_with_the_posts() -> None:
    # Ten times the posts in ten times the time, trebled for a busy machine; a square is a hundred.
    assert _seconds(10_000) < 30 * max(_seconds(1_000), 0.002)


def _seconds(times: int) -> float:
    """CPU time in which so many posts are told apart, their times found already."""
    text = "10:30\nFire.\n" * times
    found, spans = find(text, published=PUBLISHED, language="en"), sentences(text, "en")
    start = time.process_time()
    assert len(list(posts(text, found, spans))) == times
    return time.process_time() - start


def test_an_agency_between_slashes_ends_a_dateline() -> None:
    text = "НОРИЛЬСК, 23 мая. /ТАСС/. Авария произошла в понедельник."
    assert titles(text, "ru") == ["Авария произошла"]
