"""What is an event, and what only looks like one: the negatives count as much."""

import pytest

from tests.extraction.told import dates, events, titles

NO_EVENTS = {
    "a copyright line": "The vote was close.\n\nCopyright 2021 The Evening Paper",
    "a publication line": "Published on 3 May 2021\n\nThe vote was close.",
    "the agency's dateline": "LYON, May 20 (Agency) - The vote was close.",
    "a line with nothing but a date": "July 02, 2022\n\nThe vote was close.",
    "a hashtag": "People wrote #Jan25 under the picture of the square.",
    "a series title": "This report is part of the series Lyon 2021, which has many parts.",
    "a citation": "The river was low, as Haddad (2010) and others wrote.",
    "the title of a work": "She wrote a memoir, “Summer of 1962”, and two plays.",
    "the title of a novel": "They staged “1984” for the first time.",
    "how rare it is": "It is the first visit by a mayor of Lyon since 2011.",
    "an attribute": "Nobody there had read the 2015 nuclear deal.",
    "a weekday of an office": "With them sat the Friday prayer leader of Karaj.",
    "a month talked about": "Readers will notice how often May returns in this list.",
    "a hope in a quotation": "“We will win the cup this year,” said the coach.",
    "what did not happen": "The list has not been changed since last year.",
    "a live blog's greeting": "It snows.\n\n08:00 Good morning, everybody\n\nIt snows still.",
    "nowadays": "The custom is known to this day.",
    "a duration": "They talked for ten days about more than 50 years of work.",
    "an age": "The mayor, 54, lives in Lyon.",
    "a price": "A paper costs $1 a month.",
    "a heading alone": "The mayor's visits since 2011\n\nThe mayor likes to travel.",
}


@pytest.mark.parametrize("text", NO_EVENTS.values(), ids=NO_EVENTS.keys())
def test_no_event_comes_from(text: str) -> None:
    assert dates(text) == []


EVENTS = {
    "a past day": ("The mayor resigned on 2 March 2020.", ["2020-03-02"]),
    "a day to come": ("The new law takes effect on September 1.", ["2023-09-01"]),
    "a day in a quotation": ("“They came on 5 May,” said Lina.", ["2023-05-05"]),
    "an entry of a chronology": ("The bridge\n\n1998: The council approves it.", ["1998"]),
    "a month": ("The council met in October 2019.", ["2019-10"]),
    "each of three years": (
        "The firm was founded in 1990, went public in 1995 and was sold in 2008.",
        ["1990", "1995", "2008"],
    ),
    "after a dateline": ("LYON, May 20 (Agency) - The mayor resigned on May 18.", ["2023-05-18"]),
}


@pytest.mark.parametrize(("text", "expected"), EVENTS.values(), ids=EVENTS.keys())
def test_an_event_is(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


def test_the_dates_of_a_life_in_brackets_are_a_birth_and_a_death() -> None:
    text = "Lina Haddad (1 April 1940 – 25 September 2011) was a chemist."
    assert dates(text) == ["1940-04-01", "2011-09-25"]


def test_the_fields_of_an_infobox_are_events_where_their_key_says_so() -> None:
    text = "Lina Haddad\n- Birth Date: 1 April 1940\n- Height: 2010\n- Died: 3 May 2011"
    assert dates(text) == ["1940-04-01", "2011-05-03"]


def test_a_field_is_quoted_with_the_lines_of_the_same_fact() -> None:
    text = (
        "Lina Haddad\n- Office2: Ambassador to Chile\n- Term Start2: 21 August 2007\n"
        "- Birth Date: 1 April 1940\n- Birth Place: Oldtown, Chile\n- Children: 2"
    )
    office, birth = events(text, title="Lina Haddad")
    assert office.title == "Lina Haddad: Ambassador to Chile, term start"
    assert text[slice(*birth.evidence[0].quote)] == (
        "Birth Date: 1 April 1940\n- Birth Place: Oldtown, Chile"
    )
    assert [name.text for name in birth.places] == ["Oldtown", "Chile"]


def test_the_time_at_which_a_live_blog_was_written_is_not_what_it_tells() -> None:
    text = "Flooding\n\n11:20 Lina Haddad will visit the region on Sunday.\n\nMore follows."
    assert dates(text) == ["2023-05-28"]


def test_a_notice_dates_the_document_wherever_it_stands() -> None:
    text = "Omar Haddad resigned on 2 March 2020. Updated on 5 May 2021. © 2022 The Paper."
    assert dates(text) == ["2020-03-02"]


def test_the_place_and_agency_that_open_a_report_are_no_part_of_the_clause() -> None:
    text = "TUNIS (Agency) - Omar Haddad resigned on Tuesday."
    assert titles(text) == ["Omar Haddad resigned"]


def test_a_paragraph_of_sentences_is_no_heading_though_no_point_ends_it() -> None:
    text = "The mayor\n\nOmar Haddad resigned on 2 March 2020. Read more at the paper"
    assert dates(text) == ["2020-03-02"]


def test_the_month_of_what_happened_dates_it_without_a_preposition() -> None:
    assert dates("Omar Haddad was wounded in the costly April battles of Lyon.") == ["2023-04"]


def test_the_month_of_may_leaves_nothing_open() -> None:
    (event,) = events("Omar Haddad resigned on 20 May 2021.")
    assert "hedged" not in event.reasons


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The school will open on 2 October 2024, the mayor said on Monday."),
        ("fr", "L'école ouvrira le 2 octobre 2024, a précisé lundi le maire."),
        ("es", "La escuela abrirá el 2 de octubre de 2024, dijo el lunes el alcalde."),
        ("de", "Die Schule öffnet am 2. Oktober 2024, sagte der Bürgermeister am Montag."),
        ("ru", "Школа откроется 2 октября 2024 года, сообщил в понедельник мэр."),
        ("ar", "ستفتح المدرسة في 2 أكتوبر 2024، وفق ما أعلن رئيس البلدية يوم الإثنين."),
    ],
)
def test_when_somebody_said_so_is_no_event_beside_what_was_said(language: str, text: str) -> None:
    assert dates(text, language) == ["2024-10-02"]


def test_who_says_it_takes_his_date_with_him_whatever_stands_between() -> None:
    text = "Omar Haddad est mort dimanche à Lyon, à l'âge de 87 ans, a annoncé sa famille lundi."
    assert dates(text, "fr") == ["2023-05-21"]


def test_what_somebody_announced_is_told_though_the_verb_of_saying_opens_its_clause() -> None:
    text = (
        "Lina Marsh, who took over in January 2023, said the firm would close 24 of its 310 shops "
        "by the end of next March."
    )
    assert dates(text) == ["2023-01", "../2024-03"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "« Les Ombres de juin » lui vaut un prix en mai 1971.", ["1971-05"]),
        ("en", 'The play "Sunday in the Park" opened in 2019.', ["2019"]),
        ("en", '"See you on Sunday," she told the crowd.', ["2023-05-21"]),
    ],
)
def test_a_month_or_weekday_in_the_title_of_a_work_dates_nothing(
    language: str, text: str, expected: list[str]
) -> None:
    assert dates(text, language) == expected


def test_a_short_sentence_is_no_notice() -> None:
    assert titles("Le barrage a cédé il y a deux semaines.", language="fr") == ["Le barrage a cédé"]
    assert titles("Le 8 mai, il démissionne.", language="fr") == ["Il démissionne"]
    assert titles("Von hier floh er 1956.", language="de") == ["Von hier floh er"]


def test_a_line_with_its_author_or_its_date_only_tells_nothing() -> None:
    assert titles("Par Jean Dupont, le 29 mai 2024", language="fr") == []
    assert titles("By Jane Doe, 29 May 2024") == []
    assert titles("On 29 May 2024 at 10:35") == []


def test_a_clause_that_has_only_its_date_tells_nothing() -> None:
    text = "En 2019, la réforme d'Omar Haddad avait été suspendue en mars 2020."
    assert dates(text, "fr") == ["2020-03"]


def test_a_year_behind_a_noun_only_says_which_one_where_no_capital_tells_a_name() -> None:
    assert dates("توفي عمر الحداد، قائد منتخب 1986، في 25 نوفمبر 2020.", "ar") == ["2020-11-25"]


def test_marks_that_point_inwards_are_closed_too() -> None:
    (event,) = events("Er sang »Fidelio«. Omar Stein ging im Mai 2004 nach Köln.", "de")
    assert "quotation" not in event.reasons


def test_the_short_first_lines_of_a_chronology_do_not_date_the_document() -> None:
    text = "1931: first scheduled service\n1946: bought by the state\n1958: first jet delivered"
    assert dates(text) == ["1931", "1946", "1958"]


def test_the_longest_line_of_a_list_is_a_line_of_its_own() -> None:
    text = (
        "1931: first scheduled service, Croydon to Ostend\n1946: nationalised at last\n"
        "1974: a trijet crashes on its way home from Dijon in the fog\n1987: privatised at once"
    )
    assert dates(text) == ["1931", "1946", "1974", "1987"]


def test_an_answer_that_is_only_its_year_tells_nothing() -> None:
    assert dates("Yes, 1987. In June 1987 the signal appeared.") == ["1987-06"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The launch, first planned for March, was put off."),
        ("en", "The concert scheduled for 12 June has been cancelled."),
        ("en", "The flight, once planned for 2022, is now expected soon."),
        ("fr", "Le concert prévu vendredi a été annulé."),
        ("es", "El lanzamiento, previsto al principio para marzo, se aplazó por un fallo."),
        ("de", "Das Konzert, geplant für den 12. Juni, fällt aus."),
        ("ru", "Концерт, запланированный на 12 июня, отменили."),
        ("ar", "تأجلت المباراة المقررة يوم الجمعة."),
    ],
)
def test_when_something_called_off_should_have_been_is_no_event(language: str, text: str) -> None:
    assert dates(text, language) == []


def test_when_something_was_called_off_is_an_event() -> None:
    assert dates("The planned match was cancelled on Monday.") == ["2023-05-22"]
    assert dates("The match due on Saturday was called off on Monday.") == ["2023-05-22"]


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "The hearing was postponed to Friday.", "The hearing was postponed to Friday"),
        ("fr", "Le match a été reporté à vendredi.", "Le match a été reporté à vendredi"),
        ("es", "El concierto se aplazó al viernes.", "El concierto se aplazó al viernes"),
        (
            "de",
            "Die Sitzung wurde auf Freitag verschoben.",
            "Die Sitzung wurde auf Freitag verschoben",
        ),
        ("ru", "Заседание перенесли на пятницу.", "Заседание перенесли на пятницу"),
        ("ar", "تأجل الاجتماع إلى يوم الجمعة.", "تأجل الاجتماع إلى يوم الجمعة"),
    ],
)
def test_a_day_to_which_something_is_put_off_lies_ahead_and_stays_in_the_title(
    language: str, text: str, title: str
) -> None:
    (event,) = events(text, language)
    assert (event.date.text, event.title) == ("2023-05-26", title)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L’entrée sera gratuite le premier week-end."),
        ("es", "La entrada será gratuita el primer fin de semana."),
        ("de", "Der Eintritt ist am ersten Wochenende frei."),
    ],
)
def test_the_first_weekend_of_what_is_not_told_is_no_date(language: str, text: str) -> None:
    assert dates(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "A contract was awarded last year but no work was done.",
        "Last year her family said that she had not been seen.",
    ],
)
def test_what_another_clause_denies_does_not_deny_an_event(text: str) -> None:
    assert dates(text) == ["2022"]


def test_a_count_and_the_day_beside_it_are_one_date() -> None:
    assert dates("Второй тур состоится через две недели, 6 июня.", "ru") == ["2023-06-06"]
