"""Dates that a narrative mentions without going there."""

import datetime

import pytest

from timeline.extraction.expressions import find

PUBLISHED = datetime.date(2024, 5, 30)


def last(text: str, published: datetime.date | None = None) -> str:
    return find(text, published=published, language="en")[-1].value


@pytest.mark.parametrize(
    "text",
    [
        "War came in 1941. The siege (lifted in 1944) was long. In May they fled.",
        "War came in 1941. Her memoir, “Summer of 1962”, tells of it. In May they fled.",
        "War came in 1941. They fought until the fall of Gradec in 1944. In May they fled.",
        "War came in 1941. Fewer starved than in the year 1944. In May they fled.",
        "War came in 1941. Hunger was worse than during the previous year. In May they fled.",
        "War came in 1941. Men who had landed in 1939 were freed. In May they fled.",
        "War came in 1941. A fort, built in 1899, was taken. In May they fled.",
        "War came in 1941. The veterans of the War of 1812 rose. In May they fled.",
    ],
)
def test_an_aside_does_not_carry_the_narrative_on(text: str) -> None:
    assert last(text) == "1941-05"


def test_a_finite_verb_between_commas_is_no_aside() -> None:
    text = "War came in 1941. He, aged 58, was freed on 4 June 1944, and wed in July of that year."
    assert last(text) == "1944-07"


def test_where_nothing_else_is_told_an_aside_is_better_than_publication() -> None:
    assert last("The men who had landed in 1939 were freed. In May they fled.") == "1939-05"


def test_a_year_behind_a_ships_name_is_not_that_of_the_news() -> None:
    text = "The ship, built in 2002, had lost an engine in March."
    assert last(text, PUBLISHED) == "2024-03"


def test_what_is_to_come_is_not_of_a_past_year_told_before() -> None:
    text = "She retired in 1996. A memorial will be held on 1 June."
    assert last(text, PUBLISHED) == "2024-06-01"


def test_what_was_said_today_does_not_carry_the_narrative_on() -> None:
    text = "The hall will open on 28 June 2024, he said today. Two days earlier there is a feast."
    assert last(text, PUBLISHED) == "2024-05-28"


def values(text: str, published: datetime.date = datetime.date(2025, 5, 16)) -> list[str | None]:
    found = find(text, published=published, language="en")
    return [one.date.text if one.date else None for one in found]


def test_what_had_lasted_since_a_year_does_not_end_the_story() -> None:
    text = "In June 1987 I repaired a magnet that had been off since 1979. On 14 July it rang."
    assert values(text) == ["1987-06", "1979/..", "1987-07-14"]


def test_a_month_beside_what_is_told_as_of_now_is_of_the_news() -> None:
    text = "The first one closed in 1994. It sued in March and won before last week's vote."
    assert values(text)[1] == "2025-03"
    text = "The first one closed in 1994. It sued in March and won before the vote."
    assert values(text)[1] == "1994-03"


def test_a_count_does_not_go_back_to_a_day_that_the_story_has_left() -> None:
    text = "They first played on 26 December 1921. They won in 1964 and lost in 1966. He died eight"
    assert values(f"{text} months later.")[-1] != "1922-08"
    assert (
        values("He fled on 3 May 2019. He had been there since 2010. He died two days later.")[-1]
        == "2019-05-05"
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Protests began on 1 May against the quota, which was scrapped in 2018 and "
                "restored by a court on 5 March. On 21 May the court cut the quota."
            ),
        ),
        (
            "de",
            (
                "Die Proteste begannen am 1. Mai gegen die Quote, die 2018 abgeschafft und am 5. "
                "März wieder eingeführt worden war. Am 21. Mai senkte das Gericht die Quote."
            ),
        ),
        (
            "ar",
            (
                "بدأت الاحتجاجات في الأول من مايو رفضا لنظام الحصص الذي ألغي عام 2018 وأعادته "
                "المحكمة في 5 مارس. وفي 21 مايو خفضت المحكمة الحصص."
            ),
        ),
    ],
)
def test_a_report_does_not_go_on_in_a_year_told_of_a_thing(language: str, text: str) -> None:
    found = [one.value for one in find(text, published=PUBLISHED, language=language)]
    assert found == ["2024-05-01", "2018", "2024-03-05", "2024-05-21"]


def test_a_month_told_of_somebody_dates_the_next_one() -> None:
    text = "Omar Haddad, who was arrested in May 2018 and released in July, left the country."
    assert last(text, PUBLISHED) == "2018-07"


def test_years_are_not_counted_from_a_birth_once_an_age_is_told() -> None:
    born = "War came in 1941. Omar was born in Rome in 1957. "
    assert last(born + "Two years later he moved to Milan.") == "1959"
    assert last(born + "At 13 he won a place, which he lost two years later.") == "FUTURE_REF"
