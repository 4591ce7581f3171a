"""Time expressions in their context: anchors, directions, and what they say of themselves."""

import datetime
import json

import pytest

from timeline.extraction.expressions import Expression, find
from timeline.extraction.timex import timexes

PUBLISHED = datetime.date(2024, 5, 30)


def values(
    text: str, language: str = "en", published: datetime.date | None = PUBLISHED
) -> list[str]:
    found = find(text, published=published, language=language)
    return [one.value for one in found if one.date is not None]


def only(text: str, language: str = "en") -> Expression:
    (expression,) = find(text, published=PUBLISHED, language=language)
    return expression


def test_offsets_are_those_of_the_words() -> None:
    text = "The delegation left Aleppo on May 20, 2024, without a word."
    expression = only(text)
    assert text[expression.start : expression.end] == "May 20, 2024"


def test_an_attached_particle_is_not_part_of_an_expression_but_the_article_is() -> None:
    text = "غادر الوفد والشهر الماضي عاد"
    expression = only(text, "ar")
    assert text[expression.start : expression.end] == "الشهر الماضي"


def test_a_day_and_month_take_the_year_nearest_to_publication() -> None:
    assert values("The court sat on December 20.") == ["2023-12-20"]
    assert values("The court will sit on December 20.") == ["2024-12-20"]


def test_a_weekday_is_past_unless_the_verb_says_otherwise() -> None:
    assert values("The minister resigned on Friday.") == ["2024-05-24"]
    assert values("The minister will resign on Friday.") == ["2024-05-31"]
    assert values("The minister resigned on Thursday.") == ["2024-05-30"]


def test_until_a_weekday_is_the_next_one_unless_the_verb_is_past() -> None:
    assert values("The road is not passable until Monday.") == ["2024-06-03"]
    assert values("The strike lasted until Monday.") == ["2024-05-27"]


def test_a_weekday_said_with_its_day_is_that_day() -> None:
    assert values("Japan struck on 7 December 1941, a Sunday.") == ["1941-12-07"] * 2
    assert values("Tomorrow, Friday, the court sits.") == ["2024-05-31"]
    assert values("Schools close tomorrow. On Friday she left.") == ["2024-05-31", "2024-05-24"]


def test_the_entries_of_a_live_blog_are_of_the_day_whatever_one_of_them_tells() -> None:
    text = "18:10 The school closes tomorrow.\n\n14:45 A roof fell in on Sunday.\n\n07:20 Snow."
    told = ["2024-05-30T18:10", "2024-05-31", "2024-05-30T14:45", "2024-05-26", "2024-05-30T07:20"]
    assert values(text) == told


def test_the_entries_below_a_dated_heading_are_of_its_day() -> None:
    text = "28 May 2024\n\n18:10 The school closes on Friday.\n\n14:45 A roof fell in."
    assert [value for value in values(text) if "T" in value] == [
        "2024-05-28T18:10",
        "2024-05-28T14:45",
    ]


def test_days_listed_are_of_the_month_at_the_end_of_the_list() -> None:
    text = "Am 3., 4. und am 7. Oktober 2024 wird gespielt."
    assert values(text, "de") == ["2024-10-03", "2024-10-04", "2024-10-07"]


def test_from_one_time_to_another_has_two_ends_and_begins_an_event() -> None:
    expression = only("Geöffnet von 10 bis 17.30 Uhr", "de")
    assert [end.value for end in expression.ends] == ["2024-05-30T10:00", "2024-05-30T17:30"]
    assert expression.date is not None
    assert expression.date.text == "2024-05-30T10:00"


def test_a_full_stop_belongs_to_an_abbreviation_and_to_no_whole_word() -> None:
    text = "Er kam im Mai. Sie kam im Okt. 2023."
    found = find(text, published=PUBLISHED, language="de")
    assert [text[one.start : one.end] for one in found] == ["Mai", "Okt. 2023"]
    assert only("She left on Tuesday.").end == len("She left on Tuesday")


def test_a_weekday_in_a_compound_name_is_no_date() -> None:
    assert values("Die Palm-Sonntag-Feier im Dorf", "de") == []
    assert values("in mid-May") == ["2024-05"]


def test_the_twenties_are_those_that_are_over() -> None:
    assert values("los años veinte", "es") == ["192"]
    assert values("los años noventa", "es") == ["199"]


def test_the_next_year_after_a_range_follows_its_end() -> None:
    text = "С 1923 по 1931 год маяк не горел. Его зажгли снова 1 мая следующего года."
    assert values(text, "ru", None) == ["1923/1931", "1932-05-01"]


def test_a_date_to_come_lends_its_year_to_none() -> None:
    text = "The first part opens by December 2026. On 20 September residents can see the plans."
    assert values(text) == ["2026-12", "2024-09-20"]


def test_in_a_biography_last_month_counts_from_its_publication() -> None:
    text = (
        "Née en 1931, elle quitta Nice en 1950, Lyon en 1955, Metz en 1960, Paris en 1971 et 1980. "
    )
    assert values(text + "Le mois dernier, elle est revenue.", "fr")[-1] == "2024-04"
    assert values(text + "L'année suivante, elle est revenue.", "fr")[-1] == "1981"


def test_a_count_from_now_or_from_the_story_goes_by_the_verb() -> None:
    told = "Дело завели 3 июля 2018 года. "
    assert values(told + "Через месяц прошёл обыск.", "ru") == ["2018-07-03", "2018-08"]
    assert values(told + "Суд состоится через месяц.", "ru") == ["2018-07-03", "2024-06"]


@pytest.mark.parametrize("verb", ["закрыли", "вернулась", "появились", "перешла", "приняли"])
def test_in_russian_what_a_past_verb_counts_from_the_story_is_not_yet_to_come(verb: str) -> None:
    assert values(f"Через два года она {verb}.", "ru") == []
    assert values(f"В 2015 году был пожар. Через два года она {verb}.", "ru") == ["2015", "2017"]
    assert values("Через два года она вернётся.", "ru") == ["2026"]


def test_the_tenth_of_the_same_month_goes_by_the_month_told() -> None:
    text = "ينطلق المهرجان في الخامس من أكتوبر المقبل ويستمر حتى العاشر منه"
    assert values(text, "ar") == ["2024-10-05", "2024-10-10"]


def test_a_history_carries_its_year_on() -> None:
    text = "The siege began in March 1861. In May the town fell."
    assert values(text, published=None) == ["1861-03", "1861-05"]


def test_a_month_far_back_in_a_history_is_the_one_to_come() -> None:
    text = "The army landed on 5 December 1914. In January it marched north."
    assert values(text, published=None) == ["1914-12-05", "1915-01"]


def test_a_background_sentence_in_the_news_carries_its_own_year() -> None:
    text = "He was elected in March 1999 and took office in May.\n\nOn May 20 he resigned."
    assert values(text) == ["1999-03", "1999-05", "2024-05-20"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They spent the spring and early summer of 1943 at sea.", ["1943-SP", "1943-SU"]),
        ("They met in December and in January 1943.", ["1942-12", "1943-01"]),
        ("On Christmas night he crossed, and on December 26, 1776, he won.",
         ["1776-12-25TNI", "1776-12-26"]),
    ],
)  # fmt: skip
def test_a_date_takes_the_year_told_behind_the_next_one(text: str, expected: list[str]) -> None:
    assert values(text, published=None) == expected


def test_in_the_news_only_a_pair_shares_its_year() -> None:
    assert values("It rained on 3 May and on 5 June 2019.") == ["2019-05-03", "2019-06-05"]
    assert values("It rained in May, as the records of June 2019 show.") == ["2024-05", "2019-06"]


def test_a_range_over_new_year_ends_in_the_year_told() -> None:
    found = find("They fought from October to March 1945.", published=None, language="en")
    assert [end.value for end in found[0].ends] == ["1944-10", "1945-03"]
    found = find("It was February 1945. They fought from October to March.", language="en")
    assert [end.value for end in found[-1].ends] == ["1944-10", "1945-03"]
    found = find("They fought from October to March.", published=PUBLISHED, language="en")
    assert [end.value for end in found[0].ends] == ["2023-10", "2024-03"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The report will be published on Friday.", "2024-05-31"),
        ("The envoy to Egypt said on Friday that he left.", "2024-05-24"),
        ("He is said to have died on Friday.", "2024-05-24"),
        ("“Will he go?” On Friday he went.", "2024-05-24"),
        ("The season ends on 27 January.", "2025-01-27"),
    ],
)
def test_a_verb_form_is_read_with_what_governs_it(text: str, expected: str) -> None:
    assert values(text) == [expected]


def test_the_times_of_a_live_blog_are_of_its_day() -> None:
    text = "15:05 All flights are off until tomorrow morning.\n\n12:30 Two people were freed.\n"
    assert values(text) == ["2024-05-30T15:05", "2024-05-31TMO", "2024-05-30T12:30"]


def test_last_month_is_counted_from_publication_even_in_a_life() -> None:
    years = " ".join(f"In {year} he moved." for year in range(1990, 2010))
    assert values(f"{years} Last month he said so.")[-1] == "2024-04"


def test_the_next_day_counts_from_the_date_just_told() -> None:
    assert values("The ship sank on 3 March 1911. The next day, help came.") == [
        "1911-03-03",
        "1911-03-04",
    ]


def test_a_day_counted_from_a_named_day_is_one_date_with_its_words() -> None:
    text = "Two days before Christmas 2019, the mill burned down."
    expression = only(text)
    assert text[expression.start : expression.end] == "Two days before Christmas 2019"
    assert expression.resolution is not None
    assert expression.resolution.anchor == "event:2019-12-25"
    assert expression.resolution.value == "-2 day"
    assert values("Two days before the vote on 5 May 2020 he left.") == ["2020-05-03"]
    assert values("A few days before Christmas 2019 he left.") == ["2019-12-25"]


def test_a_day_that_has_come_is_not_the_one_told_before() -> None:
    told = "He was elected on 3 May 2019. "
    assert values(told + "That day he wept.") == ["2019-05-03", "2019-05-03"]
    assert values(told + "Sadly, that day has come.") == ["2019-05-03"]


def test_a_year_in_a_name_does_not_carry() -> None:
    text = "In May 1940 he recalled the War of 1812. In June he left."
    assert values(text, published=None) == ["1940-05", "1812", "1940-06"]


def test_years_compared_keep_the_quarter_compared() -> None:
    text = "Profit rose in the third quarter of 2023, from a loss a year earlier."
    assert values(text) == ["2023-Q3", "2022-Q3"]


def test_a_quarter_that_is_not_over_is_compared_with_none() -> None:
    text = "The third quarter of 2023 was bad. The fourth quarter of 2024 will be worse. "
    assert values(text + "A year earlier it earned more.")[-1] == "2022-Q3"


def test_after_several_quarters_together_the_year_is_compared() -> None:
    text = "It lost in the third quarter of 2023. For the nine months it earned less than "
    assert values(text + "a year earlier.")[-1] == "2022"


def test_a_narrative_goes_on_from_the_end_of_a_range_of_days() -> None:
    text = "They fought from November 21 to January 31, 1949. In February they met."
    assert values(text, published=None)[-1] == "1949-02"


def test_a_decade_is_the_present_one_once_half_of_it_is_over() -> None:
    assert values("It fell in the nineties.", published=datetime.date(1998, 3, 3)) == ["199"]
    assert values("It fell in the twenties.") == ["192"]


def test_a_range_has_two_ends_with_their_own_words() -> None:
    text = "from 22 to 25 May 2024"
    ends = only(text).ends
    assert [(text[end.start : end.end], end.value) for end in ends] == [
        ("22", "2024-05-22"),
        ("25 May 2024", "2024-05-25"),
    ]


def test_a_part_of_a_year_is_kept_beside_the_year() -> None:
    expression = only("late 2020")
    assert (expression.value, expression.mod, expression.part) == ("2020", "END", "END")


def test_a_resolution_says_how() -> None:
    resolution = only("On May 20").resolution
    assert resolution is not None
    assert (resolution.rule, resolution.anchor) == ("nearest", "publication:2024-05-30")
    assert (resolution.direction, resolution.value) == ("past", "2024-05-20")
    counted = only("two days ago").resolution
    assert counted is not None
    assert (counted.rule, counted.value) == ("relative", "-2 day")


def test_without_a_publication_only_whole_dates_resolve() -> None:
    assert values("On May 20, today, two days ago, last year", published=None) == []
    assert values("On May 20, 2024", published=None) == ["2024-05-20"]


def test_the_tagger_writes_a_range_as_its_two_ends() -> None:
    rows = list(timexes("22-25 May 2024", "2024-05-30", "en"))
    assert [row[2:] for row in rows] == [("DATE", "2024-05-22"), ("DATE", "2024-05-25")]
    json.dumps(rows)


def test_a_birth_lends_its_year_to_nothing_told_after_it() -> None:
    assert values("Born on 3 April 1933, he lives in Leeds. In May, he won.") == [
        "1933-04-03",
        "2024-05",
    ]
    assert values("Der 1952 in Graz geborene Autor starb am 12. März.", "de") == [
        "1952",
        "2024-03-12",
    ]


OBITUARY = (
    "Anna Kohl, who has died aged 77 on 20 March, was a teacher. She was born in 1947. In 1965 she "
    "went to Oxford, in 1972 she married, in 1980 she moved to Keele. Her first book came out in "
    "1991, her second in 1995. She retired in 2012. She died in hospital on 20 March."
)


def test_the_death_that_an_obituary_reports_counts_from_publication() -> None:
    found = values(OBITUARY)
    assert (found[0], found[-1]) == ("2024-03-20", "2024-03-20")


def test_two_days_that_do_not_follow_one_another_are_two_dates() -> None:
    assert values("They meet on 5 and 7 October.") == ["2024-10-05", "2024-10-07"]
    assert values("Se reunirán el 5 y 7 de octubre.", "es") == ["2024-10-05", "2024-10-07"]
    assert values("اجتمعوا يومي 5 و7 مايو", "ar") == ["2024-05-05", "2024-05-07"]
    assert values("They meet between 5 and 7 October.") == ["2024-10-05/2024-10-07"]


def test_in_so_many_weeks_is_a_day_only_where_the_verb_speaks_of_what_is_to_come() -> None:
    assert values("The trial will resume in two weeks.") == ["2024-W24"]
    assert values("The wall was built in two weeks.") == []
    assert values("It will be their first match in two weeks.") == []


def test_the_tagger_keeps_a_day_and_its_time_apart_where_the_guidelines_do() -> None:
    text = "Am Montag um 17.30 Uhr begann die Messe."
    rows = [(text[start:end], value) for start, end, _, value in timexes(text, "2024-05-30", "de")]
    assert rows == [("Montag", "2024-05-27"), ("um 17.30 Uhr", "2024-05-27T17:30")]
    assert values(text, "de") == ["2024-05-27T17:30"]


def test_a_decade_of_two_digits_is_the_one_nearest_to_what_a_history_told() -> None:
    text = (
        "The works were founded in 1924. In the autumn of 1941 the machines were moved. In June "
        "1957 the works were honoured. By the end of the eighties it had nine thousand workers. "
        "In 1993 it was sold."
    )
    assert values(text)[3] == "198"


def test_a_month_beside_last_week_is_of_now_in_a_paragraph_of_its_own() -> None:
    text = (
        "Das Werk wurde 1924 gegründet. 1941 zog es um. 1957 wurde es geehrt. 1993 verkaufte es "
        "der Staat. 1998 schloss es.\n\nIm April kam der Kanzler, und letzte Woche begann der Bau."
    )
    assert values(text, "de")[5:] == ["2024-04", "2024-W21"]


def test_the_eve_of_what_was_told_is_the_day_before_it() -> None:
    text = "El volcán entró en erupción el 13 de mayo. Huyeron la víspera de la erupción."
    assert values(text, "es") == ["2024-05-13", "2024-05-12"]


def test_a_direction_behind_the_next_day_is_no_event_that_it_counts_from() -> None:
    text = "Una bomba estalló el 2 de febrero de 1980. Se marchó al día siguiente a México."
    assert values(text, "es") == ["1980-02-02", "1980-02-03"]


def test_a_participle_beside_a_noun_gives_its_year_to_nothing_else() -> None:
    text = "Le bassin, construit en 1974, avait été fermé le 17 janvier."
    assert values(text, "fr") == ["1974", "2024-01-17"]
    text = "Самсонов, заведовавший кафедрой с 1998 по 2015 год, скончался 2 мая."
    assert values(text, "ru")[-1] == "2024-05-02"


def test_what_a_participle_tells_is_over_whatever_its_verb_says() -> None:
    text = "Режим ЧС, введённый в понедельник, снимут во вторник."
    assert values(text, "ru") == ["2024-05-27", "2024-06-04"]


def test_twelve_months_after_a_year_are_the_next_one() -> None:
    text = (
        "Am 26. Mai stieg der Klub auf. 2013 stand er vor dem Aus. Zwölf Monate später siegte er."
    )
    assert values(text, "de") == ["2024-05-26", "2013", "2014"]


def test_what_is_over_is_not_counted_from_what_is_to_come() -> None:
    text = "Занятия возобновятся 2 июня. Губернатор вылетел в Норильск днём ранее."
    assert values(text, "ru") == ["2024-06-02", "2024-05-29"]
    text = "Le bassin a fermé le 17 janvier. Une étude a été enterrée l'année suivante."
    assert values(text, "fr") == ["2024-01-17"]
