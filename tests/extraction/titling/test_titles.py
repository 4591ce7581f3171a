"""Titles: short, from the event's own clause, readable out of context."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.told import events, titles, whole
from timeline.extraction.narrative.narratives import narrative_of
from timeline.extraction.titling.shortening import LONGEST
from timeline.extraction.titling.titles import title_of
from timeline.text import Span

TITLES = [
    ("Omar Haddad left Lyon on 3 May 2019.", "Omar Haddad left Lyon"),
    ("On May 20, the council met in Lyon.", "The council met in Lyon"),
    ("However, the council met on 20 May 2021 in Lyon.", "The council met in Lyon"),
    ("2007 was the year of the tablet.", "2007 was the year of the tablet"),
    ("A second attempt, in the spring of 2019, was abandoned.", "A second attempt was abandoned"),
    ("In Lyon, on 3 June 2018, the council met.", "In Lyon, the council met"),
    ("The mayor left on 4 May 2019, the day after the fire had begun.", "The mayor left"),
    ("The council (nine members) met on 20 May 2021.", "The council met"),
    (
        "This visit was preceded by another in 2019, during which Lina Haddad met the mayor.",
        "Lina Haddad met the mayor",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_the_title_of(text: str, expected: str) -> None:
    assert titles(text) == [expected]


def test_a_pronoun_becomes_the_name_it_stands_for() -> None:
    text = "Lina Haddad is a chemist. She founded a firm in 1976."
    assert titles(text) == ["Lina Haddad founded a firm"]


def test_a_clause_without_a_subject_takes_that_of_its_sentence() -> None:
    text = "The company was founded in 1990 and was sold in 2008."
    assert titles(text) == ["The company was founded", "The company was sold"]


def test_which_becomes_what_it_takes_up() -> None:
    text = "In 1986 Lina Haddad bought NewsCo, which was sold to a bank in 2005."
    assert titles(text)[1] == "NewsCo was sold to a bank"


def test_a_long_clause_is_cut_at_a_comma_or_between_words() -> None:
    text = (
        "On 20 May 2021 the council of the old town announced a plan for the river, the bridge, "
        "the harbour and all of the islands that lie before it."
    )
    assert titles(text) == [
        "The council of the old town announced a plan for the river, the bridge"
    ]


@given(st.text(min_size=1, max_size=300))
def test_a_title_is_never_empty_nor_too_long(words: str) -> None:
    text = words + " 2019"
    title = title_of(text, whole(text), [Span(len(text) - 4, len(text))], narrative_of("en"))
    assert 0 < len(title) <= LONGEST


def test_the_subject_of_a_sentence_may_be_no_name() -> None:
    text = "The monument, destroyed in March 1987, was rebuilt in 1990."
    assert titles(text)[1] == "The monument was rebuilt"


def test_she_is_not_a_man_nor_he_a_woman() -> None:
    text = (
        "Maria Haddad was a chemist. In 1906 Pierre Haddad died. She won a prize in 1911. "
        "He was buried in 1907."
    )
    assert titles(text)[1:] == ["Maria Haddad won a prize", "Pierre Haddad was buried"]


def test_an_arabic_clause_without_its_subject_takes_it_from_before() -> None:
    text = "ولد عمر الحداد عام 1960 وتوفي في أبريل 2013."
    assert titles(text, "ar") == ["ولد عمر الحداد", "عمر الحداد توفي"]


def test_a_possessive_says_whose_and_it_is_nobody() -> None:
    text = "Omar Haddad resigned. His wife left Lyon in 2019. It was sold in 2020."
    assert titles(text) == ["Omar Haddad's wife left Lyon", "It was sold"]


def test_a_long_title_keeps_its_verb_and_leaves_the_role_out() -> None:
    text = (
        "The governor of the western province, Omar Haddad, met today, 24 May, with the "
        "president of the council of the twelve cities of the valley of the river Orontes."
    )
    (title,) = titles(text)
    assert title.startswith("Omar Haddad met with the president of the council")
    assert len(title) <= LONGEST


def test_a_word_is_not_cut_at_the_mark_on_its_last_letter() -> None:
    assert titles("قدّم الرئيس عمر حداد التعازي في 3 مارس 2019.", "ar") == [
        "قدّم الرئيس عمر حداد التعازي"
    ]


def test_an_arabic_preposition_with_an_and_written_onto_it_goes_with_its_date() -> None:
    assert titles("ففي 7 مارس 2019 وافق الوزراء على الخطة.", "ar") == ["وافق الوزراء على الخطة"]


def test_whom_something_is_done_to_remains_the_one_told_of() -> None:
    text = (
        "Omar Haddad is a judge. In 2016 Samir Aziz appointed him head of the court. "
        "In 2019 he resigned."
    )
    assert titles(text)[-1] == "Omar Haddad resigned"


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("de", "Am 3. Mai 2021 wurde das Museum gegründet.", "Das Museum wurde gegründet"),
        ("de", "Im Mai 2021 haben sich die Parteien geeinigt.", "Die Parteien haben sich geeinigt"),
        ("de", "Für den 3. Mai 2021 ist ein Besuch geplant.", "Ein Besuch ist geplant"),
    ],
)
def test_the_subject_comes_before_its_verb_where_the_date_is_gone(
    language: str, text: str, title: str
) -> None:
    assert titles(text, language) == [title]


def test_a_relative_clause_is_told_of_its_antecedent() -> None:
    text = "Omar Haddad, who was arrested in Lyon on 3 May 2021, denies it."
    assert titles(text) == ["Omar Haddad was arrested in Lyon"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Men voted on Friday to extend a strike that began on May 3.", "A strike began"),
        ("en", "Omar Haddad saw on Friday a bridge which was built in 1990.", "A bridge was built"),
        ("fr", "Le maire a vu lundi un pont qui fut construit en 1990.", "Un pont fut construit"),
        ("es", "El rey abrió el lunes un taller que fue vendido en 1990.", "Un taller fue vendido"),
    ],
)  # fmt: skip
def test_without_its_comma_a_relative_takes_up_the_noun_right_before_it(
    language: str, text: str, expected: str
) -> None:
    assert titles(text, language)[1] == expected


def test_what_somebody_says_is_told_with_who_says_it() -> None:
    text = "El alcalde dijo el lunes que la fábrica fue vendida en 2019."
    assert titles(text, "es")[1] == "El alcalde dijo que la fábrica fue vendida"


def test_an_object_is_told_with_the_clause_that_it_belongs_to() -> None:
    text = "Прокуратура во вторник завершила проверку, которую начала 12 августа."
    assert titles(text, "ru")[1] == "Прокуратура завершила проверку, которую начала"


def test_a_subordinate_clause_is_told_as_a_main_one() -> None:
    text = "Arden Motors sold its largest plant in May 2021, since it was founded in 1998."
    assert titles(text)[1] == "Arden Motors was founded"


def test_a_pronoun_behind_an_opening_phrase_becomes_the_name_too() -> None:
    text = "Omar Haddad sang. After retiring in 1975 he ran a pub in Wakefield."
    assert titles(text) == ["After retiring, Omar Haddad ran a pub in Wakefield"]


def test_a_birth_in_brackets_is_titled_as_one() -> None:
    text = "Lina Aziz (born 3 March 1979 in Kano) is a Nigerian novelist."
    assert titles(text) == ["Birth of Lina Aziz"]


def test_two_dates_of_one_clause_leave_no_and_behind() -> None:
    text = "The bridge was bombed twice, in May 1941 and again on 12 April 1942."
    assert titles(text) == ["The bridge was bombed twice"] * 2


def test_who_says_it_is_not_in_the_title() -> None:
    text = "The death toll rose to 112 on 3 May 2021, Interior Minister Omar Haddad says."
    (event,) = events(text)
    assert event.title == "The death toll rose to 112"
    assert event.participants == ()


def test_the_company_is_the_one_told_of() -> None:
    text = "Arden Motors opened a plant in 2019. In May 2021 the company closed it."
    assert titles(text)[1] == "Arden Motors closed it"


def test_an_arabic_and_is_no_part_of_a_title() -> None:
    assert titles("وأوقف عمر الحداد في 12 مايو 2022.", "ar") == ["أوقف عمر الحداد"]
    assert titles("وصل عمر الحداد في 12 مايو 2022.", "ar") == ["وصل عمر الحداد"]
    text = "تظاهر المئات في 26 يناير 2022، وبعد ثلاثة أيام أقيل المدير."
    assert titles(text, "ar") == ["تظاهر المئات", "أقيل المدير"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("تحدث ناجون في دمشق عن الزلزال الذي ضرب البلاد في 6 فبراير 2023.", "الزلزال ضرب البلاد"),
        ("والتقى رئيس الوزراء الذي تولى منصبه في 3 مارس 2021.", "رئيس الوزراء تولى منصبه"),
        ("وأشاد في دمشق بالرئيس عمر حداد الذي توفي في 3 مارس 2021.", "عمر حداد توفي"),
    ],
)  # fmt: skip
def test_an_arabic_relative_tells_of_the_noun_right_before_it(sentence: str, title: str) -> None:
    assert titles(sentence, "ar") == [title]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lina Aziz, the mayor of Lyon, who was elected on 3 May 2019, moved the market.",
            "Lina Aziz was elected",
        ),
        (
            "It was the end of the talks, which began in Lyon on 3 May 2019 and ended there.",
            "The talks began in Lyon and ended there",
        ),
        (
            "Registration for the vote opened on 3 May 2019 and will close in June 2019.",
            "Registration for the vote will close",
        ),
        (
            "They remember Lina Aziz, whose election in May 2019 had been a surprise to all.",
            "Lina Aziz's election had been a surprise to all",
        ),
        ("Omar Haddad was sworn in on 3 May 2019.", "Omar Haddad was sworn in"),
        ("Then came the crash of 3 May 2019 in Lyon.", "The crash in Lyon"),
        (
            "He spoke in Lyon on 1 June 2019, in response to an attack on the port on 3 May 2019.",
            "An attack on the port",
        ),
    ],
)
def test_a_title_has_the_subject_that_its_sentence_gives_it(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Why did Omar Haddad leave Lyon on 3 May 2019?",
        "لماذا غادر عمر الحداد المدينة في 3 مايو 2019؟",
    ],
)
def test_a_question_tells_nothing(text: str) -> None:
    assert titles(text, "ar" if text.endswith("؟") else "en") == []


def test_when_something_was_said_is_no_event_beside_what_was_said() -> None:
    text = "Fifty people left Lyon on 3 May 2019, the interior ministry said on 4 May 2019."
    assert titles(text) == ["Fifty people left Lyon"]


def test_a_further_sentence_of_an_entry_is_quoted_whole() -> None:
    text = (
        "3 May 2019: The talks begin in Lyon.\n\n"
        "4 May 2019: The talks go on. Guests attend a dinner in Lyon on 5 May 2019.\n\n"
        "6 May 2019: The talks end.\n"
    )
    assert "Guests attend a dinner in Lyon" in titles(text)


def test_a_pronoun_is_a_whole_word_however_far_the_title_has_gone() -> None:
    text = "Lina Aziz retired in 2001. In June 2003 the institute named its newest ship after her."
    assert titles(text)[1] == "The institute named its newest ship after her"


def test_what_a_person_was_gives_way_to_what_she_did() -> None:
    text = (
        "Lina Aziz, the oceanographer whose charts of the Southern Ocean changed the way in which "
        "ships cross it, died at her home in Lyon on 3 May 2019."
    )
    assert titles(text) == ["Lina Aziz died at her home in Lyon"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Built in 1958, the dam had never overflowed.", "The dam was built"),
        ("Founded in 2011 by two brothers, Velox sold cars.", "Velox was founded by two brothers"),
        ("Built in 1958, the old houses were sold.", "The old houses were built"),
    ],
)
def test_a_participle_at_the_start_tells_of_the_subject_behind_it(text: str, title: str) -> None:
    assert titles(f"Omar Haddad opened the mill in 1951. {text}")[1] == title


def test_before_with_a_comma_behind_it_opens_no_clause() -> None:
    text = "Built between 1958 and 1963, the dam had overflowed twice before, in December 1979."
    assert titles(text)[1] == "The dam had overflowed twice"


def test_a_final_is_no_end_of_a_year() -> None:
    text = "Inglaterra perdió también la final de 2021, en Wembley, ante Italia."
    assert titles(text, "es") == ["Inglaterra perdió también la final, en Wembley, ante Italia"]


def test_an_abbreviated_spanish_dateline_is_no_event() -> None:
    text = "Berlín, 15 may. - La selección conquistó ayer su cuarto título."
    assert len(titles(text, "es")) == 1


def test_a_year_between_an_article_and_its_noun_stays() -> None:
    text = "The council ended a closure that had lasted since the 2004 coup."
    assert titles(text) == ["The council ended a closure that had lasted since the 2004 coup"]


def test_the_event_that_an_expression_counts_from_goes_with_it() -> None:
    text = "The bridge collapsed on 3 May 2019. Ten days after the collapse, Lina Haddad left."
    assert titles(text) == ["The bridge collapsed", "Lina Haddad left"]


def test_an_arabic_and_left_of_a_date_goes_with_its_comma() -> None:
    text = "وفي 6 فبراير 2023، ضرب زلزال المدينة."
    assert titles(text, "ar") == ["ضرب زلزال المدينة"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وكانت المحكمة قد أجلت الجلسة في 3 مايو 2023.", "أجلت المحكمة الجلسة"),
        ("وكان الزلزال، الذي بلغت قوته 6.8 درجات، قد وقع في 3 مايو 2023 في الحوز.",
         "وقع الزلزال، الذي بلغت قوته 6.8 درجات، في الحوز"),
    ],
)  # fmt: skip
def test_an_arabic_past_perfect_is_told_with_its_verb_first(text: str, expected: str) -> None:
    assert titles(text, "ar") == [expected]


def test_an_arabic_relative_takes_up_the_noun_that_it_agrees_with() -> None:
    text = "ارتفعت حصيلة الزلزال الذي ضرب المدينة في 3 مايو 2023."
    assert titles(text, "ar") == ["الزلزال ضرب المدينة"]


def test_an_arabic_verb_with_its_subject_behind_it_takes_none_from_before() -> None:
    text = "وصل عمر حداد إلى بيروت في 3 مايو 2023. ووصل فريق إنقاذ إلى المدينة في 5 مايو 2023."
    assert titles(text, "ar")[-1] == "وصل فريق إنقاذ إلى المدينة"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The next hearing is on 25 June"),
        ("en", "The chapel dates from May 1187"),
        ("de", "Die Kapelle stammt vom 6. Mai 1187"),
        ("fr", "La dernière crue remonte à janvier 2022"),
    ],
)
def test_a_date_that_is_all_a_verb_says_stays(language: str, text: str) -> None:
    assert titles(f"{text}.", language) == [text]


def test_to_put_an_end_is_no_end_of_a_day() -> None:
    text = "Les contrôleurs ont mis fin lundi à leur grève."
    assert titles(text, "fr") == ["Les contrôleurs ont mis fin à leur grève"]


def test_what_opens_with_a_participle_tells_of_the_subject_behind_a_place_too() -> None:
    text = "Launched on 3 October 2017, from Cape Canaveral, the probe flew past Mars in May 2019."
    assert titles(text)[0] == "The probe was launched"


def test_back_belongs_to_its_verb() -> None:
    assert titles("A match came back this past April.") == ["A match came back"]


def test_an_arabic_relative_takes_up_an_agreement_with_its_place() -> None:
    text = "أقر الوزراء اتفاق باريس الذي دخل حيز التنفيذ في مايو 2016."
    assert titles(text, "ar") == ["اتفاق باريس دخل حيز التنفيذ"]


def test_what_did_not_happen_until_then_keeps_its_date() -> None:
    assert titles("Omar Haddad did not return until 1995.") == [
        "Omar Haddad did not return until 1995"
    ]


def test_a_comma_keeps_what_opens_a_clause_apart_where_its_date_did() -> None:
    text = "After a fire in 2015 the house was closed for three years."
    assert titles(text) == ["After a fire, the house was closed for three years"]


def test_quotation_marks_stay_in_pairs_whatever_the_language() -> None:
    text = "She published her memoir, “Summer of 1962”, in 2006."
    assert titles(text) == ["She published her memoir, “Summer of 1962”"]
    text = "Die Sendung „Abendschau“ lief am 5. Mai 2022 zum letzten Mal."
    assert titles(text, "de") == ["Die Sendung „Abendschau“ lief zum letzten Mal"]
