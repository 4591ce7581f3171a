"""People, organisations and places: by form, by cue, by CLDR, by what editors entered."""

from typing import Any

import pytest

from tests.extraction.told import events
from timeline.extraction.findings import KnownName, Name
from timeline.extraction.naming.names import Names
from timeline.extraction.narrative.narratives import NARRATIVES, narrative_of

LANGUAGES = sorted(path.stem for path in NARRATIVES.glob("*.toml"))
EXAMPLES = [
    (language, example) for language in LANGUAGES for example in narrative_of(language).examples
]


def named(text: str, kind: str, language: str = "en") -> list[str]:
    found = Names(text, narrative_of(language)).mentions
    return [mention.name.text for mention in found if mention.name.kind == kind]


def test_every_language_has_an_example() -> None:
    assert {language for language, _ in EXAMPLES} == set(LANGUAGES)


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_the_names_of_an_example(language: str, example: dict[str, Any]) -> None:
    found = Names(example["sentence"], narrative_of(language)).mentions
    names = [mention.name for mention in found]
    assert [name.text for name in names if name.kind != "place"] == example["people"]
    assert [name.text for name in names if name.kind == "place"] == example["places"]


def test_a_title_before_a_name_is_no_part_of_it() -> None:
    assert named("Foreign Minister Omar Haddad spoke.", "person") == ["Omar Haddad"]


def test_a_short_form_takes_the_full_name_told_before() -> None:
    text = "Omar al-Haddad spoke first. Then al-Haddad left. Al-Haddad was tired."
    assert named(text, "person") == ["Omar al-Haddad"] * 3


def test_a_word_inside_an_organisation_makes_it_one() -> None:
    assert named("The Northern Water Authority wrote to it.", "organisation") == [
        "Northern Water Authority"
    ]


def test_and_joins_two_people_but_one_ministry() -> None:
    assert named("Omar Haddad and Lina Aziz met.", "person") == ["Omar Haddad", "Lina Aziz"]
    assert named("The Ministry of Trade and Industry closed.", "organisation") == [
        "Ministry of Trade and Industry"
    ]


def test_a_place_is_known_by_name_by_position_and_by_the_place_behind_it() -> None:
    assert named("He flew from Chile to Nairobi.", "place") == ["Chile", "Nairobi"]
    assert named("It was felt in Pelluhue.", "place") == ["Pelluhue"]
    assert named("They build it at Oldtown, Alabama, now.", "place") == ["Oldtown", "Alabama"]


@pytest.mark.parametrize(
    "text",
    [
        "The Iranian and Syrian officials met on Monday in May.",
        "Dozens came. There were dozens of them.",
        "She won the Nobel Peace Prize.",
        "I saw it. I did.",
    ],
)
def test_a_capital_alone_makes_no_name(text: str) -> None:
    assert Names(text, narrative_of("en")).mentions == []


def test_a_name_that_editors_entered_is_found_by_its_aliases() -> None:
    entered = KnownName("Water Board of Lyon", "organisation", ("the Board",))
    found = Names("Then the Board met.", narrative_of("en"), [entered]).mentions
    assert [mention.name for mention in found] == [Name("Water Board of Lyon", "organisation")]
    assert (found[0].start, found[0].end) == (5, 14)


def test_arabic_names_follow_a_title_or_begin_with_a_given_name() -> None:
    text = "التقى الرئيس عمر الحداد في دمشق مع وزير الخارجية سامر العزيز."
    assert named(text, "person", "ar") == ["عمر الحداد", "سامر العزيز"]
    assert named(text, "place", "ar") == ["دمشق"]


def test_an_arabic_particle_is_no_part_of_a_place() -> None:
    assert named("سافر إلى مصر وتركيا ولبنان", "place", "ar") == ["مصر", "تركيا", "لبنان"]


def test_a_role_with_its_portfolio_or_country_is_no_part_of_the_name() -> None:
    assert named("Secretary of State Lina Aziz spoke.", "person") == ["Lina Aziz"]
    assert named("The Minister of Trade spoke.", "person") == []
    assert named("Президент Сирии Омар Хаддад прибыл.", "person", "ru") == ["Омар Хаддад"]


def test_the_body_of_an_office_takes_no_part_beside_the_one_who_holds_it() -> None:
    (event,) = events(
        "Lina Haddad met Omar Aziz, the commander of the Red River Army, on 3 May 2021."
    )
    assert [name.text for name in event.participants] == ["Lina Haddad", "Omar Aziz"]


def test_a_model_with_its_number_is_nobody() -> None:
    (event,) = events("Lina Haddad bought a black Lorvan C3 on 3 May 2021.")
    assert [name.text for name in event.participants] == ["Lina Haddad"]


def test_no_name_reaches_into_a_date() -> None:
    (event,) = events("Lina Haddad opens Lyon Monday 22 May 2023.")
    assert [name.text for name in event.participants] == ["Lina Haddad"]


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("ar", "قالت مديرة الميناء هالة بن عمر إنه مفتوح", ["هالة بن عمر"]),
        ("ar", "التقى رئيس الوزراء السوري وليد العزيز", ["وليد العزيز"]),
        ("ar", "بلغ عن عمر ناهز 84 عاماً", []),
        ("ar", "كتب الأخوان يوسف وخليل معلوف", ["خليل معلوف"]),
        ("fa", "شهردار یزد، بهرام صالحی، آمد", ["بهرام صالحی"]),
        ("de", "Bankchef Ulrich Wenzel trat ab.", ["Ulrich Wenzel"]),
        ("ru", "Хоккеист Антон Мельник скончался.", ["Антон Мельник"]),
        ("fr", "Marcel Aubry est mort. M. Aubry avait 80 ans.", ["Marcel Aubry"] * 2),
    ],
)
def test_a_person_is_found_behind_what_he_is(language: str, text: str, people: list[str]) -> None:
    assert named(text, "person", language) == people


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("en", "He taught at the University of Cape Town.", "University of Cape Town"),
        (
            "en",
            "The Securities and Exchange Commission sued.",
            "Securities and Exchange Commission",
        ),
        ("en", "A delegation of the European Union came.", "European Union"),
        ("de", "Sie leitet das Institut für Werkstoffe.", "Institut für Werkstoffe"),
        ("de", "Der Gemeinderat stimmte zu.", "Gemeinderat"),
        ("fr", "Elle préside la fondation Mer Vive.", "Mer Vive"),
        ("ar", "صدر تقرير ديوان المحاسبة", "ديوان المحاسبة"),
        ("fa", "او به دانشگاه تهران رفت", "دانشگاه تهران"),
    ],
)
def test_an_organisation_is_known_by_its_form(language: str, text: str, body: str) -> None:
    assert named(text, "organisation", language) == [body]


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "Ganó la Copa del Rey."), ("fr", "Il a reçu le Prix Goncourt."), ("en", "It was AFP.")],
)
def test_a_cup_a_prize_and_an_agency_are_nobody(language: str, text: str) -> None:
    assert Names(text, narrative_of(language)).mentions == []


def test_a_court_acts_where_it_is() -> None:
    (event,) = events("Das Landgericht Leipzig hat ihn am 3. Mai 2021 verurteilt.", "de")
    assert [name.text for name in event.places] == ["Leipzig"]


def test_a_short_form_takes_the_full_name_that_editors_entered_if_that_was_told_first() -> None:
    text = "Lina Haddad spoke in the era of Omar Haddad. Haddad then left."
    entered = [KnownName("Lina Haddad", "person")]
    found = Names(text, narrative_of("en"), entered).mentions
    assert [mention.name.text for mention in found] == ["Lina Haddad", "Omar Haddad", "Lina Haddad"]


def _participants(text: str, language: str = "en") -> list[str]:
    (event,) = events(text, language)
    return [name.text for name in event.participants]


def test_what_is_bought_founded_or_joined_is_an_organisation() -> None:
    assert named("In 1986 he bought Pixar.", "organisation") == ["Pixar"]
    assert named("En 2004 elle rejoint puis fonde Brightwave.", "organisation", "fr") == [
        "Brightwave"
    ]
    assert named("In 1986 he painted Pixar.", "organisation") == []


def test_where_people_speak_takes_no_part_but_can_act_itself() -> None:
    assert _participants("On May 20, Lina Haddad resigned on Twitter.") == ["Lina Haddad"]
    assert "Twitter" in _participants("On May 20, Twitter suspended Lina Haddad.")
    assert "تويتر" not in _participants(
        "أعلن الرئيس بشار الأسد القرار عبر تويتر في 20 مايو 2023", "ar"
    )


def test_a_name_in_brackets_behind_another_only_explains_it() -> None:
    text = "On May 20 the Government Accountability Office (GAO) rejected the bid."
    assert _participants(text) == ["Government Accountability Office"]
    assert _participants("On May 20 Angela Merkel (CDU) resigned.") == ["Angela Merkel"]


def test_the_country_of_an_office_in_a_fact_box_is_no_participant() -> None:
    text = (
        "Lina Haddad\n- Office2: Ambassador of Iran to Chile\n- Term Start2: 21 August 2007\n"
        "Lina Haddad was born in Lyon."
    )
    (event, *_) = events(text, title="Lina Haddad")
    assert [name.text for name in event.participants] == ["Lina Haddad"]


def test_a_surname_and_the_place_behind_it_are_two_names() -> None:
    text = "وكان الرئيس رجب طيب أردوغان قد زار القاهرة. وزار أردوغان بغداد في 22 أبريل 2024."
    (event,) = events(text, "ar")
    assert [name.text for name in event.participants] == ["رجب طيب أردوغان"]
    assert [name.text for name in event.places] == ["بغداد"]


def test_a_country_behind_a_preposition_does_not_act() -> None:
    (event,) = events("The firm expanded to Spain in 2004.")
    assert (event.participants, [name.text for name in event.places]) == ((), ["Spain"])


def test_an_arabic_noun_behind_a_definite_body_is_its_object() -> None:
    (event,) = events("أطلقت الحكومة برنامجا لإعادة البناء في مايو 2008.", "ar")
    assert [name.text for name in event.participants] == ["الحكومة"]


def test_the_number_of_a_war_is_nobody() -> None:
    (event,) = events("During World War II, they occupied the building in April 1940.")
    assert event.participants == ()


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        (
            "en",
            "House Speaker Lina Aziz and Police Chief Omar Said met.",
            ["Lina Aziz", "Omar Said"],
        ),
        ("en", "They asked him to look into David Stone and his son.", ["David Stone"]),
        ("en", "John J. Stone III took over.", ["John J. Stone III"]),
        ("en", "In Paris Maria Stone met Omar Said.", ["Maria Stone", "Omar Said"]),
        ("en", "Storm Daniel hit Greece.", []),
        ("ar", "قال المتحدث باسم الأمم المتحدة ستيفان مور إن المنظمة جاهزة", ["ستيفان مور"]),
        ("ar", "يزور أنطونيو مور المنطقة", ["أنطونيو مور"]),
        ("ar", "فاز المنتخب بلقب كأس العالم لكرة القدم", []),
        ("ru", "Умер президент СССР Михаил Громов", ["Михаил Громов"]),
        ("en", "It came under the Economic Growth Act in Westminster Abbey.", []),
        ("es", "Ganó en el Teatro Español la Medalla de Oro.", []),
        ("fa", "نرگس محمدی نخستین بار بازداشت شد", ["نرگس محمدی"]),
        ("en", "The footballer Haddad and his widow Lina left.", ["Haddad", "Lina"]),
        ("ru", "Умер футболист Громов, сообщил глава Роскосмоса.", ["Громов"]),
        ("fr", "Face à Marine Le Gall, il a perdu.", ["Marine Le Gall"]),
        ("es", "Luiz Inácio Mora da Silva ganó.", ["Luiz Inácio Mora da Silva"]),
        ("ru", "Приехал Карлос ду Насименту.", ["Карлос ду Насименту"]),
        ("ar", "افتتح الرئيس عبد الفتاح الحداد القناة", ["عبد الفتاح الحداد"]),
        ("ar", "وصل رئيس الوزراء عبد الله حداد إلى القاهرة", ["عبد الله حداد"]),
        (
            "ru",
            "Он встретился с Владимиром Громовым и Анной Громовой",
            ["Владимир Громов", "Анна Громова"],
        ),
    ],
)
def test_the_people_of_a_sentence(language: str, text: str, people: list[str]) -> None:
    assert named(text, "person", language) == people


def test_a_declined_surname_stands_for_the_full_name() -> None:
    text = "Владимир Громов приехал. Громова встретили, и с Громовым говорили."
    assert named(text, "person", "ru") == ["Владимир Громов"] * 3


def test_a_surname_that_is_a_place_too_is_the_person_unless_it_stands_as_a_place() -> None:
    text = "Denzel Washington spoke. Washington left, and he flew to Washington."
    assert named(text, "person") == ["Denzel Washington"] * 2
    assert named(text, "place") == ["Washington"]


def test_a_middle_name_alone_is_who_bears_it() -> None:
    text = "Luiz Inácio Mora da Silva ganó. Mora volverá, y con Silva su partido."
    assert named(text, "person", "es") == ["Luiz Inácio Mora da Silva"] * 3


def test_a_declined_name_keeps_its_particles() -> None:
    text = "Он встретился с Владимиром фон дер Громовым."
    assert named(text, "person", "ru") == ["Владимир фон дер Громов"]


def test_the_second_of_two_places_stands_like_the_first() -> None:
    assert named("Hubo muertos en Oaxaca y Chiapas.", "place", "es") == ["Oaxaca", "Chiapas"]


def test_a_declined_place_is_known_in_the_nominative() -> None:
    assert named("Он жил в Вашингтоне и в Рейкьявике.", "place", "ru") == ["Вашингтон", "Рейкьявик"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le général Morel assista à un Te Deum le 26 août 1944."),
        ("en", "The Great Kanto earthquake killed thousands on 1 September 1923."),
        ("en", "The mayor bought a Silver Ghost in May 1923."),
        ("fa", "رضا کریمی در سال ۱۹۵۰ جان باخت."),
    ],
)
def test_what_there_are_several_of_is_nobody(language: str, text: str) -> None:
    (event,) = events(text, language)
    names = {name.text for name in event.participants}
    assert not names & {"Te Deum", "Great Kanto", "Silver Ghost", "جان باخت"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She joined King's College London in May.", ["King's College London"]),
        ("She was at St Paul's Girls' School until May.", ["St Paul's Girls' School"]),
        ("King Charles's Council met.", []),
        ("Imprisoned Iranian activists wrote in May.", []),
    ],
)
def test_a_house_may_be_named_after_its_patron(text: str, names: list[str]) -> None:
    assert [n for n in named(text, "organisation") if n != "Council"] == names


def test_a_name_that_could_be_a_womans_is_a_mans_where_the_article_has_him() -> None:
    alone = "Самолёт Евгения Белова разбился. Белов погиб."
    assert named(alone, "person", "ru") == ["Евгений Белов"] * 2
    assert named("Евгения Белова погибла.", "person", "ru") == ["Евгения Белова"]


def test_whose_age_follows_is_a_person() -> None:
    assert named("Nahel, 17 ans, a été tué à Nanterre.", "person", "fr") == ["Nahel"]


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("es", "Hubo una erupción en La Palma y otra en El Hierro.", ["La Palma", "El Hierro"]),
        ("es", "Vive en Los Llanos de Aridane.", ["Los Llanos de Aridane"]),
        ("fr", "Elle est née à La Tronche.", ["La Tronche"]),
    ],
)
def test_an_article_with_a_capital_in_the_middle_of_a_sentence_is_part_of_the_name(
    language: str, text: str, places: list[str]
) -> None:
    assert named(text, "place", language) == places


def test_an_elided_article_and_its_noun_begin_no_name() -> None:
    text = "L'incendie de La Teste a commencé. L'Oréal a été vendu."
    assert named(text, "person", "fr") == []
    assert "L'Oréal" in named(text, "organisation", "fr")


def test_a_german_noun_behind_a_name_is_no_part_of_it() -> None:
    text = "Nachdem Jens Brandauer Anzeige erstattet hatte, begann im Mai 2017 der Prozess."
    assert [name.text for name in events(text, "de")[0].participants] == ["Jens Brandauer"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La biscuiterie Haddad a fermé.", ["Haddad"]),
        ("fr", "Le groupe « Alpha et fils » a fermé.", ["Alpha et fils"]),
        ("es", "La bodega Haddad cerró.", ["Haddad"]),
        ("ru", "Пакет купила компания «Станкопром».", ["Станкопром"]),
        ("ru", "Завод «Красный молот» закрылся.", ["Красный молот"]),
    ],
)
def test_what_a_common_noun_says_is_called_so_is_an_organisation(
    language: str, text: str, expected: list[str]
) -> None:
    assert named(text, "organisation", language) == expected


def test_between_a_known_place_and_a_name_both_are_places() -> None:
    text = "La course relie deux ports, entre Ploumanac'h et les Açores."
    assert named(text, "place", "fr") == ["Ploumanac'h", "Açores"]
    assert named("The talks between Lyon and Omar Haddad failed.", "place") == ["Lyon"]


def test_for_somebody_behind_a_german_noun_names_them() -> None:
    assert named("Silber für Lina Vogt!", "person", "de") == ["Lina Vogt"]


def test_a_region_behind_an_office_is_a_place() -> None:
    found = named("Губернатор Самарской области Олег Мельников ушёл.", "place", "ru")
    assert found == ["Самарской"]
