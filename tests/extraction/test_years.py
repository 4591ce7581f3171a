"""Which year a date without one belongs to, where the text has told several."""

import datetime

import pytest

from tests.extraction.told import dates
from timeline.extraction.expressions import find

PUBLISHED = datetime.date(2024, 5, 30)
CHRONOLOGY = """2020
February 3: The auditors refuse to sign.
March 16-18: Customers withdraw their money. On March 25 the bank reopens.

2022:
January 10: The trial opens."""
LIFE = """Dana Lind, who has died aged 87, was a geologist. Born in Gradec in 1936, she took her \
degree in 1957 and joined the survey in 1960. In 1961 she mapped the north, in 1963 the south. In \
1964 she married Jon Lind, who died in 2009. Dana Lind died on April 30."""


def values(text: str, language: str = "en") -> list[str]:
    return [found.value for found in find(text, published=PUBLISHED, language=language)]


def edtf(text: str, language: str = "en") -> list[str]:
    found = find(text, published=PUBLISHED, language=language)
    return [expression.date.text for expression in found if expression.date]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Work began in May 2021 and stopped in March of the following year."),
        ("en", "Work began in May 2021 and stopped in March next year."),
        ("fr", "Les travaux ont commencé en mai 2021 et cessé en mars de l'année suivante."),
        ("es", "Las obras empezaron en mayo de 2021 y pararon en marzo del año siguiente."),
        ("de", "Die Arbeiten begannen im Mai 2021 und endeten im März des folgenden Jahres."),
        ("ru", "Работы начались в мае 2021 года и остановились в марте следующего года."),
        ("ar", "بدأ العمل في أيار/مايو 2021 وتوقف في آذار/مارس من العام التالي."),
        ("fa", "کار در مه ۲۰۲۱ آغاز شد و در مارس سال بعد متوقف شد."),
    ],
)
def test_a_month_of_the_following_year_counts_from_the_year_told(language: str, text: str) -> None:
    assert values(text, language) == ["2021-05", "2022-03"]


def test_the_next_year_of_what_is_to_come_counts_from_publication() -> None:
    assert values("Work began in May 2021. It will end in March next year.") == [
        "2021-05",
        "2025-03",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bridge reopened in 1947. Buses will run until the end of September."),
        ("fr", "Le pont a rouvert en 1947. Des bus circuleront jusqu'à fin septembre."),
        ("de", "1947 rollten wieder Züge. Bis Ende September sollen Busse fahren."),
        ("ru", "Мост открыли в 1947 году. Автобусы будут ходить до конца сентября."),
    ],
)
def test_until_a_month_to_come_is_not_of_the_year_told(language: str, text: str) -> None:
    assert values(text, language) == ["1947", "2024-09"]


def test_after_a_week_ago_the_report_is_back_in_the_present() -> None:
    text = "The mine closed in 2016. A week ago the court ended a case opened on 12 May."
    assert values(text)[-1] == "2024-05-12"


def test_the_entries_below_a_year_on_a_line_of_its_own_are_of_that_year() -> None:
    assert values(CHRONOLOGY) == [
        "2020",
        "2020-02-03",
        "2020-03-16/2020-03-18",
        "2020-03-25",
        "2022",
        "2022-01-10",
    ]


def test_the_day_of_death_at_the_end_of_an_obituary_is_one_of_the_news() -> None:
    assert values(LIFE)[-1] == "2024-04-30"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Schools, closed since July, will not reopen before October."),
        ("fr", "Les écoles, fermées depuis juillet, ne rouvriront pas avant octobre."),
        ("es", "Las clases, suspendidas desde julio, no se reanudarán hasta octubre."),
        ("de", "Die Schulen, seit Juli geschlossen, werden erst im Oktober öffnen."),
        ("ar", "المدارس المغلقة منذ يوليو لن تفتح قبل أكتوبر."),
    ],
)
def test_since_a_month_is_over_whatever_is_to_come(language: str, text: str) -> None:
    assert values(text, language) == ["2023-07", "2024-10"]


def test_a_season_of_two_years_lends_its_first_to_no_date() -> None:
    text = "She scored ten goals in the 2023-24 season, including one on April 20."
    assert values(text)[-1] == "2024-04-20"


def test_days_are_not_counted_from_a_month() -> None:
    text = "The court sat on Tuesday. She resigned in May 2015; police came six days later."
    assert values(text)[:2] == ["2024-05-28", "2015-05"]
    assert not values(text)[2][:1].isdigit()


def test_a_time_at_which_something_happened_is_of_no_day_to_come() -> None:
    text = "The quake struck on Tuesday. The president will arrive on Friday. It struck at 10:29."
    assert values(text) == ["2024-05-28", "2024-05-31", "2024-05-28T10:29"]


def test_a_german_relative_clause_in_the_past_perfect_lends_its_year_to_nothing() -> None:
    text = "Der Verein, der sich Ende 2018 gegründet hatte, will bis Mitte April klagen."
    assert values(text, "de")[0] == "2018"
    assert values(text, "de")[1] != "2018-04"


def test_the_french_preposition_says_nothing_of_the_past() -> None:
    text = "Une marche aura lieu dimanche à 15 heures."
    assert values(text, "fr") == ["2024-06-02T15:00"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is the first strike since 1962. On 5 October of that year the miners left."),
        ("fr", "C'est la première fois depuis 1962. Le 5 octobre de cette année-là, il partit."),
        ("es", "Es la primera huelga desde 1962. El 5 de octubre de ese año se fueron."),
        ("ar", "هذا أول إضراب منذ عام 1962. وفي 5 أكتوبر من ذلك العام غادر العمال."),
    ],
)
def test_that_year_is_also_one_that_was_only_mentioned(language: str, text: str) -> None:
    assert values(text, language) == ["1962", "1962-10-05"]


def test_an_entry_of_a_list_belongs_to_the_year_of_the_entry_above() -> None:
    text = (
        "Daniel Kerr was found guilty on Thursday. The main dates of the case:\n\n"
        "9 December 2020: The auditor resigns.\n\n"
        "3 January: The founder steps down.\n\n"
        "20 May: The court sat in Lyon."
    )
    assert values(text)[1:] == ["2020-12-09", "2021-01-03", "2021-05-20"]


def test_a_line_that_only_opens_with_a_date_takes_no_year_from_above() -> None:
    text = "9 July 2020: The auditor resigns.\n\nMay 20 was a quiet day in Lyon."
    assert values(text)[1] == "2024-05-20"


def test_an_anniversary_is_a_history_but_for_what_is_still_to_come() -> None:
    text = (
        "Vor 35 Jahren fiel die Mauer. Im Mai 1989 begann der Abbau.\n\n"
        "In Leipzig demonstrierten am 4. September erstmals Tausende. Die Wahl fand am 18. März "
        "1990 statt. Der Minister starb 2015.\n\nDie Feier am Samstag beginnt um 10 Uhr."
    )
    assert values(text, "de")[2] == "1989-09-04"
    assert values(text, "de")[-2:] == ["2024-06-01", "2024-06-01T10:00"]


def test_what_happened_is_over_also_where_its_verb_is_no_other_word() -> None:
    text = "Дело завели, суд начался в феврале и продлится до осени."
    assert values(text, "ru")[0] == "2024-02"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "She was in prison from 2000 to late 2003."),
        ("de", "Er saß von 2000 bis Ende 2003 im Gefängnis."),
        ("fr", "Il fut en prison de 2000 à fin 2003."),
        ("es", "Estuvo en prisión de 2000 a finales de 2003."),
        ("ru", "Он сидел с 2000 до конца 2003 года."),
    ],
)
def test_a_range_of_years_may_end_within_one(language: str, text: str) -> None:
    assert edtf(text, language) == ["2000/2003"]


def test_about_seven_weeks_later_is_about_that_day() -> None:
    text = "اندلعت الحرب في السابع من أكتوبر 2023. وبعد نحو سبعة أسابيع بدأت هدنة."
    assert edtf(text, "ar") == ["2023-10-07", "2023-11-25~"]


@pytest.mark.parametrize(
    ("year", "value"), [("this", "2024-09-01"), ("last", "2023-09-01"), ("next", "2025-09-01")]
)
@pytest.mark.parametrize("day", ["1 September", "September 1", "September 1,"])
def test_a_day_may_have_its_year_told_from_now(day: str, year: str, value: str) -> None:
    assert values(f"The probe flew by on {day} {year} year.") == [value]


def test_last_winter_is_one_that_is_over() -> None:
    found = find("The bridge fell last winter.", published=datetime.date(2024, 2, 20))
    assert [one.value for one in found] == ["2022-WI"]


def test_what_has_lasted_since_a_month_counts_from_publication() -> None:
    text = "The mine was sold in June 2020. It has been closed since April."
    assert edtf(text) == ["2020-06", "2024-04/.."]


def test_a_history_that_turns_to_what_is_to_come_counts_from_publication() -> None:
    years = "In 1871, 1902, 1940, 1952, 1961, 1998 and 2016 the museum moved."
    assert values(f"{years} A concert is planned for September 10.")[-1] == "2024-09-10"
    assert values(f"{years} A concert was planned for September 10.")[-1] == "2016-09-10"


def test_without_a_tense_a_date_keeps_to_the_year_that_its_paragraph_named() -> None:
    text = "Місто було окуповане у березні 2024 року. 24 лютого почався наступ."
    found = find(text, published=datetime.date(2024, 11, 15), language="uk")
    assert [one.value for one in found] == ["2024-03", "2024-02-24"]


def test_the_weekday_of_an_entry_follows_the_entry_above() -> None:
    text = """Friday, Nov. 17: The board dismisses the chairman.

Sunday: He returns.

Tuesday night: The bank says that he will stay."""
    assert values(text) == ["2023-11-17", "2023-11-19", "2023-11-21TNI"]


def test_the_german_year_before_is_the_one_before_the_year_told() -> None:
    text = "2019 brannte das Museum. Im Jahr zuvor war es eröffnet worden."
    assert values(text, "de") == ["2019", "2018"]


def test_a_french_elision_takes_its_event_along() -> None:
    text = "Elle a démissionné le 14 mai, au lendemain d'une défaite."
    assert values(text, "fr") == ["2024-05-14", "2024-05-14"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Здание горело в 1805, 1853 и 1941 годах.", ["1805", "1853", "1941"]),
        ("de", "Sie traten 1853 und 1941 auf.", ["1853", "1941"]),
        ("es", "Ganó las elecciones de 1980 y 1988.", ["1980", "1988"]),
        ("ar", "انتخب في عامي 2010 و2012.", ["2010", "2012"]),
        ("fa", "در سال‌های ۲۰۱۰ و ۲۰۱۲ برنده شد.", ["2010", "2012"]),
        ("en", "They met in March and October 2019.", ["2019-03", "2019-10"]),
        ("fr", "Ils se sont vus en mars et octobre 2019.", ["2019-03", "2019-10"]),
        ("de", "Zwischen März und Oktober 2019 regnete es.", ["2019-03/2019-10"]),
    ],
)
def test_and_joins_two_dates_and_only_between_makes_them_a_range(
    language: str, text: str, expected: list[str]
) -> None:
    found = find(text, published=None, language=language)
    assert [one.date.text for one in found if one.date] == expected


def test_a_day_of_the_last_week_is_of_this_year_whatever_year_is_mentioned() -> None:
    text = "His father died in 1994 in Lyon. His son went to court on 22 May."
    found = find(text, published=PUBLISHED, language="en")
    assert [one.value for one in found] == ["1994", "2024-05-22"]
    text = "His father died in 1994 in Lyon. His son went to court on 22 March."
    found = find(text, published=PUBLISHED, language="en")
    assert [one.value for one in found] == ["1994", "1994-03-22"]


ENTRIES = """October 2019: Work begins on the east bank. Two months later engineers report cracks.

23 March 2020: The site closes because of the pandemic. It reopens on 8 June.

2023: The firm goes into administration in February. The government steps in in July.

Last month: Police arrest the founder. He is released two days later.
"""


def test_entries_in_the_present_tense_are_counted_from_their_own_dates() -> None:
    found = find(ENTRIES, published=datetime.date(2025, 8, 21), language="en")
    assert [one.value for one in found] == [
        "2019-10", "2019-12", "2020-03-23", "2020-06-08", "2023", "2023-02", "2023-07",
        "2025-07", "FUTURE_REF",
    ]  # fmt: skip


AFTER = {
    "en": "The two will meet in a run-off on 13 April after Sunday's vote ended in a near tie.",
    "de": "Die beiden werden am 13. April antreten, nachdem die Wahl am Sonntag knapp endete.",
    "es": "Los dos se enfrentarán el 13 de abril después de que la votación terminó en empate.",
}


@pytest.mark.parametrize(("language", "text"), AFTER.items())
def test_what_ended_before_it_makes_no_day_to_come_a_past_one(language: str, text: str) -> None:
    found = find(text, published=datetime.date(2025, 2, 11), language=language)
    assert found[0].value == "2025-04-13"


LIVES = [
    (
        "es",
        "Nació en 1924, 1930, 1940, 1950 y 1960; en 1970 cayó.",
        "Llegó en enero del año pasado.",
    ),
    (
        "en",
        "It rose in 1924, 1930, 1940, 1950 and 1960; in 1970 it fell.",
        "It won in January last year.",
    ),
    (
        "fr",
        "Il naît en 1924, 1930, 1940, 1950 et 1960 ; en 1970 il part.",
        "Il gagne en janvier de l'année dernière.",
    ),
]


@pytest.mark.parametrize(("language", "history", "news"), LIVES)
def test_last_year_is_that_before_publication_in_a_history_too(
    language: str, history: str, news: str
) -> None:
    assert values(f"{history} {news}", language)[-1] == f"{PUBLISHED.year - 1}-01"


def test_a_spanish_history_may_turn_to_what_is_to_come() -> None:
    history = "El club nació en 1924, 1930, 1940, 1950 y 1960; en 1970 cayó."
    assert values(f"{history} Jugará en agosto.", "es")[-1] == f"{PUBLISHED.year}-08"


FOLLOWING_SEASONS = {
    "fr": [
        "En 1988, elle perd son procès. Elle quitte Lyon {}.",
        "l'été suivant",
        "l'hiver suivant",
    ],
    "es": [
        "En 1988 perdió la vista. Fue operada {}.",
        "el verano siguiente",
        "el invierno siguiente",
    ],
    "de": ["1988 verlor er den Prozess. Er zog im {} fort.", "folgenden Sommer", "Winter darauf"],
}


@pytest.mark.parametrize(("language", "told"), FOLLOWING_SEASONS.items())
def test_the_following_season_comes_after_what_was_told(language: str, told: list[str]) -> None:
    text, summer, winter = told
    assert dates(text.format(summer), language)[-1] == "1989-22"
    assert dates(text.format(winter), language)[-1] == "1988-24"


PLANS = {
    "ru": "На 3 июня намечена встреча ветеранов.",
    "de": "Für den 3. Juni ist ein Treffen geplant.",
    "fr": "Une rencontre est prévue le 3 juin.",
    "en": "A reunion is scheduled for 3 June.",
}
HISTORIES = {
    "ru": "Завод открыли в 1896 году. В 1918 году его закрыли. В 1931 году он сгорел. "
    "В 1941 году его взорвали. В 1957 году его построили вновь. В 1961 году он вырос. ",
    "de": "1896 wurde das Werk eröffnet. 1918 wurde es geschlossen. 1931 brannte es ab. "
    "1941 wurde es gesprengt. 1957 wurde es neu gebaut. 1961 wuchs es. ",
    "fr": "En 1896, l'usine ouvrit. En 1918, elle ferma. En 1931, elle brûla. "
    "En 1941, elle fut détruite. En 1957, elle fut rebâtie. En 1961, elle fut agrandie. ",
    "en": "The works opened in 1896. In 1918 they closed. In 1931 they burned down. "
    "In 1941 they were blown up. In 1957 they were rebuilt. In 1961 they grew. ",
}


@pytest.mark.parametrize(("language", "plan"), PLANS.items())
def test_what_a_history_tells_to_be_planned_is_to_come(language: str, plan: str) -> None:
    assert dates(HISTORIES[language] + plan, language)[-1] == "2023-06-03"


def test_two_months_of_the_following_year_are_of_one_year() -> None:
    text = "In 1950 he left. In April and May of the following year he came back."
    assert values(text) == ["1950", "1951-04", "1951-05"]
