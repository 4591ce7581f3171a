"""What an expression counts from: the day told before, an entry, a dated event, publication."""

import datetime

import pytest

from tests.extraction.test_expressions import PUBLISHED, values
from tests.extraction.told import dates, titles
from timeline.extraction.expressions import find

NEXT_DAY = {
    "de": "Am 22. Mai stürzte die Brücke ein. Der Abriss begann am Morgen des folgenden Tages.",
    "fr": "Le pont s'est effondré le 22 mai. Les travaux ont commencé le lendemain matin.",
    "es": "El puente se derrumbó el 22 de mayo. Las obras comenzaron a la mañana siguiente.",
    "ru": "Мост рухнул 22 мая. Подозреваемых задержали утром следующего дня.",
    "ar": "ضربت العاصفة المدينة يوم 22 مايو. وانهار السد فجر اليوم التالي.",
    "en": "The bridge fell on 22 May. Work began on the morning of the following day.",
}


@pytest.mark.parametrize(("language", "text"), NEXT_DAY.items())
def test_the_morning_of_the_next_day_counts_from_the_day_told(language: str, text: str) -> None:
    found = find(text, published=PUBLISHED, language=language)
    assert [one.value for one in found] == ["2024-05-22", "2024-05-23TMO"]


SAME_DAY = {
    "de": "Am 22. Mai stürzte die Brücke ein. Der Abriss begann noch am selben Abend.",
    "fr": "Le pont s'est effondré le 22 mai. Les travaux ont commencé le soir même.",
    "ru": "Мост рухнул 22 мая. В тот же вечер начались работы.",
    "ar": "ضربت العاصفة المدينة يوم 22 مايو. وانهار السد مساء اليوم نفسه.",
}


@pytest.mark.parametrize(("language", "text"), SAME_DAY.items())
def test_the_same_evening_is_that_of_the_day_told(language: str, text: str) -> None:
    found = find(text, published=PUBLISHED, language=language)
    assert [one.value for one in found] == ["2024-05-22", "2024-05-22TEV"]


def test_that_weekday_is_the_one_told_before() -> None:
    told = "The town was flooded on 16 April. Talks followed on 3 May. "
    assert values(told + "The alarm had come too late that Tuesday.")[-1] == "2024-04-16"


def test_an_obituary_tells_the_weekday_of_the_news() -> None:
    years = " ".join(f"In {year} she moved." for year in range(1930, 1990, 10))
    assert values(f"She died at home on Sunday. {years}")[0] == "2024-05-26"


def test_a_paragraph_that_opens_with_a_clock_time_goes_on_about_the_day_told() -> None:
    text = "The bridge fell on Tuesday.\nAt 3 a.m. a pier broke."
    assert values(text) == ["2024-05-28", "2024-05-28T03:00"]


def test_a_part_of_the_year_has_begun_where_it_is_told_as_past() -> None:
    def told(text: str, on: datetime.date) -> list[str]:
        return [one.date.text for one in find(text, published=on, language="en") if one.date]

    january, november = datetime.date(2024, 1, 20), datetime.date(2023, 11, 6)
    assert told("Sales fell in the last three months of the year.", january) == ["2023-10/2023-12"]
    assert told("Sales fell in the first nine months of the year.", november) == ["2023-01/2023-09"]


def test_an_anniversary_knows_this_year_and_the_day_that_it_remembers() -> None:
    years = " ".join(f"In {year} he moved." for year in range(1969, 1976))
    text = f"Fifty years ago today, two men met. {years} They will meet in August of this year."
    assert values(text)[0] == "1974-05-30"
    assert values(text)[-1] == "2024-08"


def test_that_weekday_may_have_been_told_with_what_is_counted_from_it() -> None:
    text = "Two days after the flood of 14 May, she left. The alarm came late that Tuesday."
    assert values(text) == ["2024-05-16", "2024-05-14"]


def test_the_times_of_a_chronology_are_of_the_day_that_its_entry_before_gives() -> None:
    text = "March 26, 12:39 a.m.: The ship leaves.\n1:24 a.m.: The ship loses power."
    assert values(text) == ["2024-03-26T00:39", "2024-03-26T01:24"]


def test_what_a_race_took_is_no_time_of_the_day() -> None:
    assert values("She set a world record of 2:01:39 in 2018.") == ["2018"]


def test_a_day_goes_on_in_the_year_of_the_day_before_it() -> None:
    text = (
        "En 2005, la mort de deux jeunes à Clichy-sous-Bois, le 27 octobre, avait déclenché trois "
        "semaines d'émeutes dans le pays. L'état d'urgence avait été décrété le 8 novembre."
    )
    assert values(text, "fr") == ["2005", "2005-10-27", "2005-11-08"]


def test_a_german_verb_behind_a_pronoun_is_no_attribute() -> None:
    assert values("Das gab der Rat am Sonntag in Bern bekannt.", "de") == ["2024-05-26"]


OVER = {
    "en": "The company opened a plant in Ohio in December.",
    "de": "Sie bekannte sich im Dezember schuldig.",
    "fr": "L'entreprise a ouvert une usine dans l'Ohio en décembre.",
    "es": "La empresa abrió una planta en Ohio en diciembre.",
    "ru": "Компания открыла завод в Огайо в декабре.",
    "fa": "او در دسامبر به جرم خود اعتراف کرد.",
}


@pytest.mark.parametrize(("language", "text"), OVER.items())
def test_what_a_verb_tells_as_over_is_not_in_the_next_month(language: str, text: str) -> None:
    assert values(text, language, published=datetime.date(2023, 11, 3)) == ["2022-12"]


def test_a_word_that_a_form_names_tells_the_future_by_its_ending_too() -> None:
    assert values("Le président prendra ses fonctions le 20 janvier.", "fr") == ["2025-01-20"]


def test_what_is_announced_may_be_in_the_next_month() -> None:
    november = datetime.date(2023, 11, 3)
    assert values("The company announced layoffs in December.", published=november) == ["2023-12"]
    assert values("They agreed to open a plant in December.", published=november) == ["2023-12"]
    assert values("He was moved to Lyon on 21 December.", published=november) == ["2022-12-21"]


def test_a_clause_behind_that_has_a_tense_of_its_own() -> None:
    text = "وأعلن الرئيس في أبريل أن الانسحاب سيكتمل."
    assert values(text, "ar") == ["2024-04"]


def test_a_month_up_to_a_year_is_none_of_that_year() -> None:
    assert values("He worked there from May to 2030.")[-1] == "2030"
    assert values("They met in May in 2020.") == ["2020-05"]


def test_a_day_told_on_belongs_to_the_year_of_the_day_before_it() -> None:
    text = (
        "Omar Haddad died on 25 May 2020. His aide was fired the next day and arrested on 29 May."
    )
    found = find(text, published=datetime.date(2021, 6, 25), language="en")
    assert [one.value for one in found] == ["2020-05-25", "2020-05-26", "2020-05-29"]


def test_a_date_to_come_ends_what_is_told_of_another_year() -> None:
    text = (
        "He died on 25 May 2020. The trial will be held in March 2022; it had been scheduled for "
        "August but was moved in May."
    )
    found = find(text, published=datetime.date(2021, 6, 25), language="en")
    assert [one.value for one in found] == ["2020-05-25", "2022-03", "2021-08", "2021-05"]


def test_a_month_that_says_last_counts_from_publication() -> None:
    text = "فازت المدينة عام 1966. وكان الفريق قد خسر في 22 نوفمبر الماضي."
    found = find(text, published=datetime.date(2022, 12, 19), language="ar")
    assert [one.value for one in found] == ["1966", "2022-11-22"]


def test_the_future_in_a_history_counts_from_publication() -> None:
    years = "Турниры прошли в 1930, 1934, 1938, 1950, 1954, 1958 и в мае 2015 года."
    text = f"{years} Финал нынешнего турнира пройдёт 15 июля."
    found = find(text, published=datetime.date(2018, 6, 15), language="ru")
    assert found[-1].value == "2018-07-15"


def test_what_lasts_until_now_ends_what_is_told_of_another_year() -> None:
    text = "The bank was founded in 1983. Its head since April 2011 sold shares on February 27."
    found = find(text, published=datetime.date(2023, 3, 13), language="en")
    assert found[-1].value == "2023-02-27"


def told(text: str, language: str, published: datetime.date) -> list[str]:
    """The dates of a text as EDTF."""
    found = find(text, published=published, language=language)
    return [one.date.text for one in found if one.date]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("او در سال ۱۳۸۹ محکوم شد و دو سال بعد آزاد شد.", "2012-03-20/2013-03-20"),
        ("او در سال ۱۳۷۷ به تهران آمد. سال بعد وزیر شد.", "1999-03-21/2000-03-19"),
        ("او در مهر ۱۳۹۹ ازدواج کرد. سه ماه بعد به تهران رفت.", "2020-12-21/2021-01-19"),
    ],
)
def test_years_and_months_behind_one_of_the_solar_calendar_are_of_it(
    text: str, expected: str
) -> None:
    assert told(text, "fa", datetime.date(2023, 10, 7))[-1] == expected


def test_what_began_in_a_month_of_the_solar_calendar_lasts() -> None:
    text = "او از آبان ۱۴۰۰ در زندان است. خانه‌اش تا خرداد ۱۴۰۱ بسته بود."
    assert told(text, "fa", datetime.date(2023, 10, 7)) == ["2021-10-23/..", "../2022-06-21"]


def test_an_entry_of_a_birth_gives_the_day_in_it_its_year() -> None:
    text = "1959: Born in Lyon on 9 October.\n1986: Founds a school in May."
    assert values(text) == ["1959", "1959-10-09", "1986", "1986-05"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The film was announced in September 2020. A cast was chosen in May."),
        ("ru", "О фильме объявили в сентябре 2020 года. Актрису выбрали в мае."),
    ],
)
def test_in_the_news_an_earlier_month_is_that_of_the_next_year(language: str, text: str) -> None:
    assert told(text, language, datetime.date(2021, 10, 5)) == ["2020-09", "2021-05"]


def test_but_one_that_looks_back_is_of_the_same() -> None:
    text = "He was arrested in September 2020. He had been fined in May."
    assert told(text, "en", datetime.date(2021, 10, 5)) == ["2020-09", "2020-05"]


def test_the_date_of_a_participle_is_counted_from_in_its_sentence() -> None:
    text = "A probe failed in May 2019. Another, launched in October 2008, fell the next year."
    assert values(text) == ["2019-05", "2008-10", "2009"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He will return in October with Omar, who has been there since April."),
        ("ru", "Он вернётся в октябре с Олегом, который находится там с апреля."),
        ("fr", "Il reviendra en octobre avec Omar, qui est là depuis avril."),
    ],
)
def test_what_is_to_come_is_not_said_of_a_relative_clause(language: str, text: str) -> None:
    assert told(text, language, datetime.date(2021, 9, 5)) == ["2021-10", "2021-04/.."]


def test_a_day_counted_from_one_told_is_told_on_from() -> None:
    text = "On July 16, 1969, the crew lifted off. Four days later two of them landed. "
    assert values(text + "They splashed down on July 24. All toured the world that autumn.") == [
        "1969-07-16", "1969-07-20", "1969-07-24", "1969-FA",
    ]  # fmt: skip


def test_behind_may_last_year_the_news_is_back_in_the_present() -> None:
    text = "He promised a vote in January 2013. He won in May last year. He named June 2 as the day"
    assert values(text) == ["2013-01", "2023-05", "2024-06-02"]


def test_three_days_for_which_something_stopped_are_a_length_of_time() -> None:
    text = "The attack was on 16 May. Work stopped for three days after the attack."
    assert values(text) == ["2024-05-16"]


def test_a_year_before_something_tells_that_with_its_own_date() -> None:
    text = "Omar Haddad divorced in August 1996, a year before Lina Aziz was killed in Paris."
    assert dates(text) == ["1996-08", "1997"]
    assert titles(text)[1] == "Lina Aziz was killed in Paris"


def test_what_continues_on_a_day_is_to_come() -> None:
    assert values("Celebrations continue on Sunday with a concert.") == ["2024-06-02"]


def test_in_a_history_the_next_day_counts_from_the_day_of_the_news_told_beside_it() -> None:
    text = (
        "Omar Haddad was born in 1940. In 1958 he won the cup, in 1962 another. From 1975 to 1977"
        " he played in Rome. In 1995 he was named minister. The service will be held on Monday,"
        " 3 June. He will be buried the next day."
    )
    assert values(text)[-2:] == ["2024-06-03", "2024-06-04"]


def test_until_a_time_when_something_happened_is_that_time() -> None:
    (stayed,) = find("She stayed until May 2015, when she left.", published=PUBLISHED)
    assert stayed.date
    assert stayed.date.text == "2015-05"
    (open_end,) = find("She stayed until May 2015, and then left.", published=PUBLISHED)
    assert open_end.date
    assert open_end.date.text == "../2015-05"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The university has closed its library until Friday."),
        ("en", "The court adjourned until Friday."),
        ("fr", "L'université a suspendu les cours jusqu'à vendredi."),
        ("de", "Die Universität hat den Unterricht bis Freitag ausgesetzt."),
        ("es", "La universidad suspendió las clases hasta el viernes."),
        ("ru", "Университет закрыли до пятницы."),
        ("ar", "علقت الجامعة الدراسة حتى يوم الجمعة."),
    ],
)
def test_what_was_suspended_until_a_weekday_is_so_until_the_next_one(
    language: str, text: str
) -> None:
    assert values(text, language) == ["2024-05-31"]


def test_a_bound_counts_from_what_the_sentence_told_to_begin() -> None:
    text = "En junio de 1949 estalló el volcán, que estuvo activo hasta finales de julio."
    assert values(text, "es") == ["1949-06", "1949-07"]
    text = "Omar Haddad was arrested on 12 December 2022. He was held until August."
    assert values(text) == ["2022-12-12", "2023-08"]


def test_last_year_behind_the_second_month_is_that_of_the_first_too() -> None:
    text = (
        "The stone was laid in May 2020. Two dates were missed, in June and in July of last year."
    )
    assert values(text)[1:] == ["2023-06", "2023-07"]


def test_what_is_to_come_brings_a_report_back_to_the_present() -> None:
    text = "В 2018-м объявили амнистию. Выборы намечены на 14 июня. Занятия возобновятся 20 июня."
    assert values(text, "ru") == ["2018", "2024-06-14", "2024-06-20"]


def test_a_present_tense_behind_that_is_not_over() -> None:
    assert values("The clerk reminded members that nominations close on 5 July.") == ["2024-07-05"]


def test_a_count_behind_a_beginning_counts_from_that() -> None:
    text = (
        "Se retiró el 25 de octubre de 1997. Dirigió a la selección desde octubre de 2008 hasta el"
        " Mundial, dos años más tarde."
    )
    assert values(text, "es")[-1] == "2010"


def test_the_spanish_next_year_is_no_year_next_to_something() -> None:
    assert values("En 1981 pasó a Boca y al año siguiente al Barcelona.", "es") == ["1981", "1982"]


def test_a_russian_perfective_verb_is_to_come() -> None:
    assert values("Во вторник она впервые ответит на вопросы.", "ru") == ["2024-06-04"]


AGAINST_PLAN = {
    "en": "The airport opened on 22 May, three days later than planned.",
    "de": "Der Flughafen wurde am 22. Mai eröffnet, drei Tage später als geplant.",
    "fr": "L'aéroport a ouvert le 22 mai, trois jours plus tard que prévu.",
    "es": "El aeropuerto abrió el 22 de mayo, tres días más tarde de lo previsto.",
    "ru": "Аэропорт открылся 22 мая, на три дня позже, чем планировалось.",
    "ar": "افتتح المطار يوم 22 مايو، بعد ثلاثة أيام من الموعد المقرر.",
    "fa": "فرودگاه ۲۲ مه گشایش یافت، سه روز دیرتر از موعد.",
}


@pytest.mark.parametrize(("language", "text"), AGAINST_PLAN.items())
def test_what_is_later_than_planned_is_on_the_day_told_before_it(language: str, text: str) -> None:
    found = find(text, published=PUBLISHED, language=language)
    assert [one.value for one in found] == ["2024-05-22", "2024-05-22"]


def test_how_much_later_than_planned_is_a_length_where_no_day_is_told() -> None:
    (found,) = find("The bridge was finished two years later than planned.", published=PUBLISHED)
    assert (found.value, found.date) == ("P2Y", None)


def test_a_count_that_ends_the_clause_of_a_date_says_that_date_again() -> None:
    text = "The first bridge was built in 1999. The second opened in 2001, two years later."
    assert values(text) == ["1999", "2001", "2001"]
    text = "Founded on 3 June 1999, two years later the bank failed."
    assert values(text) == ["1999-06-03", "2001"]


LATER_THIS_YEAR = {
    "en": "The museum will open later this year.",
    "de": "Das Museum soll noch in diesem Jahr öffnen.",
    "fr": "Le musée ouvrira plus tard cette année.",
    "es": "El museo abrirá más adelante este año.",
    "ru": "Музей откроется позднее в этом году.",
    "ar": "سيفتح المتحف أبوابه في وقت لاحق من هذا العام.",
}


@pytest.mark.parametrize(("language", "text"), LATER_THIS_YEAR.items())
def test_later_this_year_is_the_fourth_quarter_when_said_in_it(language: str, text: str) -> None:
    for published, meant in ((datetime.date(2024, 10, 5), "2024-Q4"), (PUBLISHED, "2024")):
        found = find(text, published=published, language=language)
        assert [one.value for one in found] == [meant]


def test_earlier_this_year_is_the_first_quarter_when_said_in_it() -> None:
    text = "The bank closed two branches earlier this year."
    found = find(text, published=datetime.date(2024, 3, 2), language="en")
    assert [one.value for one in found] == ["2024-Q1"]
    assert values(text) == ["2024"]


def test_what_follows_a_coarse_date_of_its_sentence_is_not_counted_from_one_before() -> None:
    text = (
        "The first flight took place in March 2021. The probe will land in mid-2024 and send its "
        "first pictures a month later."
    )
    assert dates(text) == ["2021-03", "2024"]
