"""A quote is the clause with the event: from its start to its end, not the paragraph."""

import pytest

from tests.extraction.told import quotes, titles

QUOTES = [
    (
        "Omar Haddad left Lyon on 3 May 2019. Nobody knew why.",
        ["Omar Haddad left Lyon on 3 May 2019"],
    ),
    (
        "She founded the paper in 1976, and in 1984 the first office was opened to visitors.",
        ["She founded the paper in 1976", "in 1984 the first office was opened to visitors"],
    ),
    (
        "Lina sold the house in May 2019, and in July, the court fined the buyer.",
        ["Lina sold the house in May 2019", "in July, the court fined the buyer"],
    ),
    (
        "In 1998 Lina sold the house, in 2001 the boat.",
        ["In 1998 Lina sold the house", "in 2001 the boat"],
    ),
    (
        "After the war began, Omar Haddad moved to Tunis on 8 May 2022.",
        ["Omar Haddad moved to Tunis on 8 May 2022"],
    ),
    (
        "The court fined the bank on 2 March 2020, according to two people who were there.",
        ["The court fined the bank on 2 March 2020"],
    ),
    (
        "The bridge opened on 2 March 2020; the mayor was not there.",
        ["The bridge opened on 2 March 2020"],
    ),
    (
        "Lina bought the firm in 1986, which was acquired by a rival in 2005.",
        ["Lina bought the firm in 1986", "which was acquired by a rival in 2005"],
    ),
    (
        "The mayor resigned on 2 March 2020, which nobody had thought likely.",
        ["The mayor resigned on 2 March 2020"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_the_clause_is_quoted(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


def test_expressions_with_no_word_between_them_share_their_clause() -> None:
    text = "Omar Haddad met today, Wednesday, May 24, with the mayor of Lyon, during a visit."
    assert quotes(text) == [text[:-1]]


def test_an_endless_sentence_gives_a_quote_of_bounded_length() -> None:
    text = "word " * 500 + "on 3 May 2019 " + "word " * 500
    assert all(len(quote) < 900 for quote in quotes(text))


def test_an_arabic_and_written_onto_a_verb_opens_a_clause() -> None:
    text = "ولد عمر الحداد عام 1960 وتوفي في أبريل 2013."
    assert quotes(text, "ar") == ["ولد عمر الحداد عام 1960", "وتوفي في أبريل 2013"]


BEGINNINGS = [
    (
        "en",
        "Nobody had come to the island since the outbreak of the war in 1992.",
        ("outbreak of the war in 1992", "Outbreak of the war"),
    ),
    (
        "en",
        "Since the start of the protests in March 2019, 300 people have left the town.",
        ("start of the protests in March 2019", "Start of the protests"),
    ),
    (
        "en",
        "It was the third strike in the port since the war against Rome began in 1992.",
        ("the war against Rome began in 1992", "The war against Rome began"),
    ),
    (
        "ar",
        "لم يغادر العمدة المدينة منذ اندلاع الحرب عام 1992.",
        ("اندلاع الحرب عام 1992", "اندلاع الحرب"),
    ),
    (
        "de",
        "Sie verließ die Stadt nach dem Ausbruch des Krieges im Mai 1992.",
        ("Ausbruch des Krieges im Mai 1992", "Ausbruch des Krieges"),
    ),
    (
        "ru",
        "Она уехала из города после начала войны в мае 1992 года.",
        ("начала войны в мае 1992 года", "Начало войны"),
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), BEGINNINGS)
def test_a_date_in_the_name_of_a_beginning_is_that_of_the_beginning(
    language: str, text: str, expected: tuple[str, str]
) -> None:
    assert (*quotes(text, language), *titles(text, language)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose after the start of the war, in May 2019.",
        "The war that he had left before the start of the war was over on 3 May 2019.",
        "Lina Aziz opened the shop before the start of the season in May 2019.",
    ],
)
def test_a_date_beside_a_beginning_is_not_taken_for_its_own(text: str) -> None:
    assert quotes(text) == [text[:-1]]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "In response to an attack on the port of Lyon on 3 May 2019, the mayor closed it.",
            "an attack on the port of Lyon on 3 May 2019",
        ),
        (
            "en",
            "After she was elected in May 2019, the mayor moved the market.",
            "she was elected in May 2019",
        ),
        (
            "fr",
            "Après la mort du maire le 3 mai 2019, la ville a fermé le port.",
            "la mort du maire le 3 mai 2019",
        ),
        (
            "es",
            "Tras la muerte del alcalde el 3 de mayo de 2019, la ciudad cerró el puerto.",
            "la muerte del alcalde el 3 de mayo de 2019",
        ),
        (
            "ar",
            "بعد مقتل رئيس البلدية في 3 مايو 2019، أغلقت المدينة الميناء.",
            "مقتل رئيس البلدية في 3 مايو 2019",
        ),
    ],
)
def test_an_opening_phrase_with_a_date_is_what_happened_then(
    language: str, text: str, expected: str
) -> None:
    assert quotes(text, language) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "After the vote on 3 May 2019, the mayor resigned.",
        "After 3 May 2019, the mayor was never seen again.",
        "Before that the mayor had visited Lyon on 3 May 2019, as he told the court.",
        "After being elected in May 2019, she moved the market to the port.",
    ],
)
def test_an_opening_phrase_that_says_too_little_keeps_its_main_clause(text: str) -> None:
    assert quotes(text)[0].startswith(("After", "Before"))


def test_an_opening_date_alone_is_no_clause() -> None:
    text = "Il y a dix jours, il espérait encore une reprise en mars 2025."
    assert set(quotes(text, "fr")) == {text.rstrip(".")}


def test_a_remark_ends_at_its_comma_also_where_it_opens_what_is_told() -> None:
    text = "Ada Lund, who left in 2016, says the show, which opened in 2020, was her last."
    assert quotes(text) == ["who left in 2016", "which opened in 2020"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Lina Aziz laughed at first; on Saturday evening she apologised.",
            ["Lina Aziz apologised"],
        ),
        (
            "fr",
            "Omar Haddad est parti en 2001 ; quatre ans plus tard, il est revenu au Caire.",
            ["Omar Haddad est parti", "Omar Haddad est revenu au Caire"],
        ),
        (
            "ru",
            "Омар Хаддад уехал в 2001 году; спустя два года в Рим уехала Лина Азиз.",
            ["Омар Хаддад уехал", "В Рим уехала Лина Азиз"],
        ),
    ],
)
def test_a_semicolon_ends_a_clause_and_not_whom_it_tells_of(
    language: str, text: str, expected: list[str]
) -> None:
    assert titles(text, language) == expected


def test_a_semicolon_in_brackets_ends_none() -> None:
    text = "The mill (a ruin since; closed in May 1950) is a museum."
    (quote,) = quotes(text)
    assert quote.startswith("The mill")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The band played in Rome in May 2012 and in Paris a month later.",
            ["The band played in Rome", "The band played in Paris"],
        ),
        (
            "Police recommended charges in two cases in May 2018 and in a third that December.",
            ["Police recommended charges in two cases", "Police recommended charges in a third"],
        ),
        (
            "He got the first chance after the May 17 election but returned the mandate on May 19.",
            ["The May 17 election", "He returned the mandate"],
        ),
        (
            "The party won 29 seats in December's election.",
            ["The party won 29 seats in December's election"],
        ),
        (
            "The chairman spent Thursday afternoon in a bar.",
            ["The chairman spent Thursday afternoon in a bar"],
        ),
    ],
)
def test_what_a_clause_leaves_out_or_needs_stays_in_its_title(
    text: str, expected: list[str]
) -> None:
    assert titles(text) == expected


def test_those_of_several_years_are_told_of_together() -> None:
    text = "Las mociones de censura son raras; las de 1980, 1987 y 2017 fracasaron."
    assert titles(text, "es") == ["Las de 1980, 1987 y 2017 fracasaron"] * 3


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Born in Rome, she studied at Lyon and went up to Bonn in 1938.",
            "she studied at Lyon and went up to Bonn in 1938",
        ),
        (
            "In May 1956, while travelling in Spain, she noticed that she could not walk.",
            "In May 1956, while travelling in Spain, she noticed that she could not walk",
        ),
        (
            "A rover named after her is to be launched in 2028.",
            "A rover named after her is to be launched in 2028",
        ),
        (
            "Nobody left so late since Omar Haddad announced on 31 March 1968 that he would go.",
            "Omar Haddad announced on 31 March 1968 that he would go",
        ),
    ],
)
def test_a_date_belongs_to_the_clause_that_has_its_verb(text: str, quote: str) -> None:
    assert quotes(text) == [quote]


def test_a_date_at_the_end_is_that_of_the_last_clause_with_its_own_subject() -> None:
    text = "The fund created a prize, and Lina Aziz won it in 1957."
    assert quotes(text) == ["Lina Aziz won it in 1957"]


def test_what_follows_a_second_date_without_a_verb_goes_on_with_the_first() -> None:
    text = "Noises were picked up on Tuesday and early on Wednesday by two aircraft."
    assert set(quotes(text)) == {text.rstrip(".")}


def test_a_dependent_clause_with_its_own_pronoun_has_its_date_alone() -> None:
    text = "The bank grew for years, although it lost money in 2014."
    assert quotes(text) == ["although it lost money in 2014"]
    assert titles(text) == ["The bank lost money"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "en",
            "The probe fell silent in 2018 after a storm and was declared dead in 2019.",
            ["The probe fell silent in 2018 after a storm", "was declared dead in 2019"],
        ),
        (
            "en",
            "She founded the party in 1980 and lost three votes before winning in 2002.",
            ["She founded the party in 1980", "lost three votes before winning in 2002"],
        ),
        (
            "es",
            "Fundó el partido en 1980 y perdió tres elecciones antes de vencer en 2002.",
            ["Fundó el partido en 1980", "perdió tres elecciones antes de vencer en 2002"],
        ),
    ],
)
def test_a_verb_behind_and_parts_clauses_more_surely_than_what_depends_on_one(
    language: str, text: str, told: list[str]
) -> None:
    assert quotes(text, language) == told


def test_a_verb_at_the_end_has_its_date_alone() -> None:
    text = "Talks broke down hours before their contract expired at midnight on 1 May 2023."
    assert quotes(text) == ["their contract expired at midnight on 1 May 2023"]


def test_a_german_als_opens_a_clause_behind_a_comma_only() -> None:
    text = "Am 5. Mai 2021 ging als letzte Fabrik die Mühle um 23.52 Uhr in Konkurs."
    assert quotes(text, "de") == [text.rstrip(".")]
    text = "Am 5. Mai 2021 ging die Mühle in Konkurs, als der Fluss am 6. Mai 2021 fiel."
    assert len(quotes(text, "de")) == 2


def test_an_arabic_perfect_ends_the_relative_before_it() -> None:
    text = "وكانت السفينة التي ترفع علم بنما قد جنحت في 23 مارس 2021 بسبب رياح قوية."
    assert titles(text, "ar") == ["جنحت السفينة التي ترفع علم بنما بسبب رياح قوية"]


def test_a_german_verb_with_its_particle_is_not_who_says_so() -> None:
    text = "Am 8. Mai 2012, Wochen vor dem Termin, sagte Omar Stein den Start ab."
    assert quotes(text, "de") == [text.rstrip(".")]


def test_a_russian_clause_behind_a_and_its_date_is_told_alone() -> None:
    text = "Рабочие построили мост, а в 2001 году по нему пустили трамваи."
    assert titles(text, "ru") == ["По нему пустили трамваи"]
    text = "Летом 2008 года театр закрыли, а спустя восемь лет на его месте построили рынок."
    assert titles(text, "ru") == ["Театр закрыли", "На его месте построили рынок"]
    text = "Иван Петров уехал в Уфу, а в мае 2001 года стал мэром города."
    assert titles(text, "ru") == ["Иван Петров стал мэром города"]
