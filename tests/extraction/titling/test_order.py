"""The words of a title in order: its own subject, and that before its verb."""

import pytest

from tests.extraction.told import titles


def test_what_follows_a_sequel_without_a_comma_is_told_of_its_own_subject() -> None:
    text = "Ada Okoro was born in 1950. After a dispute with the ministry she resigned in 1984."
    assert titles(text)[-1] == "Ada Okoro resigned"
    assert titles("After he met her in 2011, she left.") == ["He met her"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Im August 2007 war in Lyon eine Brücke eingestürzt.",
            "In Lyon war eine Brücke eingestürzt",
        ),
        (
            "Am 3. Mai 2007 brach ein etwa 100 Meter langer Abschnitt ab.",
            "Ein etwa 100 Meter langer Abschnitt brach ab",
        ),
        ("Im April 2000 wurde sie Ministerin.", "Sie wurde Ministerin"),
        ("2005 wählte sie der Bundestag zur Kanzlerin.", "Der Bundestag wählte sie zur Kanzlerin"),
        ("In den Jahren 2019 bis 2021 wurde die Brücke saniert.", "Die Brücke wurde saniert"),
    ],
)
def test_german_subjects_and_places_stand_before_their_verb(text: str, title: str) -> None:
    assert titles(text, language="de") == [title]


def test_the_second_of_two_years_tells_the_same_as_the_first() -> None:
    text = "Lina Aziz ran for mayor in 1988 and 2008 before she won in 2020."
    assert titles(text)[:2] == ["Lina Aziz ran for mayor"] * 2


def test_what_is_held_somewhere_is_taken_up_with_its_place() -> None:
    text = "They choose a leader at their convention in Lyon, which begins on 19 August."
    assert titles(text) == ["Their convention in Lyon begins"]


def test_a_clause_goes_on_about_the_subject_of_its_own_half() -> None:
    text = "Engineers warned of cracks in 1998, and a firm began repairs in 2010 but left in 2011."
    assert titles(text)[-1] == "A firm left"
    text = (
        "Lina Aziz goes on trial in 2022; the hearing had been set for 2020 but was moved in 2021."
    )
    assert titles(text)[-1] == "The hearing was moved"


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        (
            "en",
            "Elections planned for 24 May 2021 were never held.",
            "Elections planned for 24 May 2021 were never held",
        ),
        (
            "fr",
            "Celle du 7 mars 2023 a réuni du monde.",
            "Celle du 7 mars 2023 a réuni du monde",
        ),
        (
            "fr",
            "L'accord signé en mai 2015 a été rompu.",
            "L'accord signé en mai 2015 a été rompu",
        ),
    ],
)
def test_the_date_of_a_participle_stays_with_it(language: str, text: str, title: str) -> None:
    assert titles(text, language=language) == [title]


def test_a_subject_behind_its_verb_is_not_told_twice() -> None:
    text = "Омар Хаддад уехал в 1981 году. Его осудили в 1985 году, вернулся он в 1990 году."
    assert titles(text, language="ru")[-1] == "Омар Хаддад вернулся"


def test_a_dependent_clause_without_subject_is_told_as_a_main_one() -> None:
    text = "Омар Хаддад ушёл в 2014 году, хотя признал это лишь в сентябре 2022 года."
    assert titles(text, language="ru")[-1] == "Омар Хаддад признал это"


def test_the_time_of_a_post_opens_no_subject() -> None:
    text = (
        "06:30 The prosecutor, Lina Aziz, opened an inquiry on Monday.\n\n"
        "06:00 Work on the tower began in 1163 and was finished in 1345."
    )
    assert titles(text)[-1] == "Work on the tower was finished"


def test_a_pronoun_that_may_mean_a_thing_means_nobody_told_of_long_before() -> None:
    text = (
        "Lina Aziz a parlé en mai 2020. Omar Haddad a déposé une motion en juin 2020. "
        "Elle sera examinée en juillet 2020."
    )
    assert titles(text, language="fr")[-1] == "Elle sera examinée"


def test_who_is_named_behind_a_semicolon_is_whom_the_next_sentence_tells_of() -> None:
    text = (
        "Anna Groß wurde 2005 gewählt. 2018 trat sie ab; im Dezember 2018 übernahm Maria Stein den "
        "Vorsitz. Im Februar 2020 trat sie zurück."
    )
    assert titles(text, language="de")[-1] == "Maria Stein trat zurück"


def test_whom_somebody_takes_in_remains_the_one_told_of() -> None:
    text = "Marie Roux chante à Paris en 1925. Grace Kent l'accueille. Elle meurt le 12 avril 1975."
    assert titles(text, language="fr")[-1] == "Marie Roux meurt"


def test_a_german_relative_clause_is_told_with_its_verb_second() -> None:
    text = "Anna Groß, die im April zur Kandidatin ernannt worden war, räumte Fehler ein."
    assert titles(text, language="de") == ["Anna Groß war zur Kandidatin ernannt worden"]


def test_a_list_of_names_is_not_cut() -> None:
    text = "2022 trafen sich Omar Stein, Maria Weiss und Karl Krebs und planten bis 2030."
    assert titles(text, language="de")[0].endswith("Maria Weiss und Karl Krebs")


def test_an_attribution_within_a_german_clause_ends_none() -> None:
    text = "Am Samstag demonstrierten nach Angaben der Polizei 15.000 Menschen in Köln."
    assert titles(text, language="de")[0].endswith("15.000 Menschen in Köln")


def test_a_french_participle_tells_of_its_subject_with_a_verb() -> None:
    text = "Née à Lyon le 3 juin 1906, Marie Roux quitte l'école à 13 ans."
    assert titles(text, language="fr")[0] == "Marie Roux est née à Lyon"


def test_a_verb_of_several_has_no_single_person_for_its_subject() -> None:
    text = "Omar Soto nació en 1968. En julio de 2018 estallaron protestas por los precios."
    assert titles(text, language="es")[-1] == "Estallaron protestas por los precios"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            (
                "ولدت لينا الحداد عام 1962. وفي عام 2000 عينها عمر السعيد وزيرة. "
                "وفي عام 2007 شاركت في إعداد التقرير."
            ),
            "لينا الحداد شاركت في إعداد التقرير",
        ),
        (
            "سجل عمر السعيد هدفا. واللقب هو الثالث للمدينة بعد 1978 و1986.",
            "اللقب هو الثالث للمدينة",
        ),
        (
            "قال عمر السعيد ذلك. وكان زلزال قوته 7 درجات قد ضرب المدينة عام 1999.",
            "ضرب زلزال قوته 7 درجات المدينة",
        ),
    ],
)
def test_whom_an_arabic_verb_or_pronoun_tells_of(text: str, title: str) -> None:
    assert titles(text, language="ar")[-1] == title


def test_a_name_in_another_case_is_no_subject() -> None:
    text = (
        "Михаил Громов родился в 1931 году. После смерти Константина Белова его избрали "
        "в 1985 году. В 1986 году он уехал."
    )
    assert titles(text, language="ru")[-1] == "Михаил Громов уехал"


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        (
            "de",
            "Karl Stein ist tot. Geboren 1938 in Linz, studierte er in Wien.",
            "Karl Stein, geboren in Linz",
        ),
        (
            "es",
            "Lucía Soto murió. Nacida en Lugo en 1943, debutó con 17 años.",
            "Lucía Soto, nacida en Lugo",
        ),
        (
            "en",
            "Maria Stone died. Born Maria Anna Hill in Leeds, she sang. She married in May 1947.",
            "Maria Stone married",
        ),
        (
            "ar",
            "ولد عمر الحداد عام 1923. وزار باريس، ما مهد لزيارة علي السعيد. وغادر منصبه عام 1977.",
            "عمر الحداد غادر منصبه",
        ),
    ],
)
def test_a_life_is_told_of_one_person(language: str, text: str, title: str) -> None:
    assert title in titles(text, language=language)


def test_a_long_title_goes_without_what_the_event_followed() -> None:
    after = "Two days after the fire that ruined the cathedral of Notre-Dame in Paris, "
    assert titles(f"{after}investigators questioned thirty people on Wednesday.") == [
        "Investigators questioned thirty people"
    ]


def test_behind_a_sequel_the_main_clause_begins_with_its_pronoun() -> None:
    text = "Omar Haddad was a painter. Hours before his death he had urged all to march on Sunday."
    assert titles(text) == ["Omar Haddad had urged all to march"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The quake of September 1, 1923, killed thousands.", ["The quake killed thousands"]),
        ("en", "As of Sunday the police counted ten dead.", ["The police counted ten dead"]),
        ("es", "La mina, abierta en 1889, fue cerrada en 2007.",
         ["La mina, abierta en 1889", "La mina fue cerrada"]),
        ("en", "Omar Haddad left the navy in 1971 and taught at a school until 1979.",
         ["Omar Haddad left the navy", "Omar Haddad taught at a school"]),
        ("en", "He commanded Gemini 8, which docked on March 16, 1966.", ["Gemini 8 docked"]),
    ],
)  # fmt: skip
def test_a_title_has_its_subject_and_nothing_left_of_its_date(
    language: str, text: str, expected: list[str]
) -> None:
    assert titles(text, language) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "2012 trafen Lina Stein und Omar Krebs in Bern ein.",
            "Lina Stein und Omar Krebs trafen in Bern ein",
        ),
        (
            "Am 5. Mai 2021 wurden die Ministerin und ihr Mann verhaftet.",
            "Die Ministerin und ihr Mann wurden verhaftet",
        ),
    ],
)
def test_a_verb_with_two_subjects_stands_behind_both(text: str, title: str) -> None:
    assert titles(text, "de") == [title]


def test_a_main_clause_that_ends_in_a_participle_is_no_relative_one() -> None:
    text = "Die Nordbank öffnet heute. Die Bank war 1856 von Lina Stein gegründet worden."
    assert titles(text, "de")[-1].endswith("war von Lina Stein gegründet worden")


def test_a_date_before_a_participle_is_told_of_its_noun_alone() -> None:
    text = "Die am 5. Mai 2019 in Bern eröffnete Ausstellung schloss im Juli 2020."
    assert titles(text, "de") == [
        "Die am 5. Mai 2019 in Bern eröffnete Ausstellung",
        "Die am 5. Mai 2019 in Bern eröffnete Ausstellung schloss",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Im März 2011 waren nach einem Beben der Stärke 9,0 rund 18.500 Menschen gestorben.",
            "Nach einem Beben der Stärke 9,0 waren rund 18.500 Menschen gestorben",
        ),
        ("1995 starben in Kobe mehr als 6.400.", "In Kobe starben mehr als 6.400"),
    ],
)
def test_a_german_phrase_before_a_count_goes_first(text: str, title: str) -> None:
    assert titles(text, "de") == [title]


def test_where_opens_a_clause_with_a_subject_of_its_own_in_french() -> None:
    text = "Le procès s'ouvre à Lyon, où sept personnes étaient mortes en 2021."
    assert titles(text, "fr") == ["Sept personnes étaient mortes"]


def test_what_a_german_subject_does_is_no_part_of_it() -> None:
    text = (
        "Im Herbst 2019 erhob die Behörde Anklage. Im Mai 2020 nahm die Polizei Ermittlungen auf."
    )
    told = ["Die Behörde erhob Anklage", "Die Polizei nahm Ermittlungen auf"]
    assert titles(text, "de") == told


def test_a_german_participle_beside_a_noun_makes_a_sentence_of_both() -> None:
    text = "Das alte Werk, 1968 in Ulm eröffnet, war im Oktober 2022 geschlossen worden."
    assert titles(text, "de")[0] == "Das alte Werk wurde in Ulm eröffnet"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Seit Mai 2020 pendelt nun wieder ein Boot über den See.",
            "Ein Boot pendelt nun wieder über den See",
        ),
        ("Im Mai 2019 hatte eine Prüfung Mängel ergeben.", "Eine Prüfung hatte Mängel ergeben"),
        ("2020 erschien ein Roman Handkes.", "Ein Roman Handkes erschien"),
        ("2021 kam ein Mann aus Ulm ums Leben.", "Ein Mann aus Ulm kam ums Leben"),
    ],
)
def test_a_german_subject_is_whole_and_ends_before_its_object(text: str, title: str) -> None:
    assert titles(text, "de") == [title]
