"""What a query finds: the same on SQLite and on PostgreSQL, since the suite runs on both."""

import pytest

from tests.services import make
from timeline import search
from timeline.models import Event, EventIndex

pytestmark = pytest.mark.django_db

# What an event says, and queries that find it.
FINDS = [
    ("A storm at foo.com", ["foo.com", "foo", "com foo", "FOO.COM", '"at foo.com"']),
    ("The U.S. Navy leaves", ["U.S.", "US", "us navy", "U.S", '"U.S. Navy"']),
    ("Cold of -19 degrees", ["-19", "19", "−19", "١٩", "۱۹", "19 cold"]),
    ("اجتماع في ٢٠ أيار", ["20", "٢٠", "أيار", "ايار", "اجتماع 20"]),
    ("عاد الجَيشُ إلى المدينة", ["الجيش", "الجَيشُ", "الجيـــش", "المدينه", "الى"]),
    ("Élection à São Tomé", ["election", "ELECTION", "sao tome", "são"]),
    ("Covid-19 in Sidra", ["covid19", "Covid-19", "covid", "covid-1"]),
    ("The harbour of Sidra", ["harb", "the harb", "sidra the"]),
    ("The harbour of Sidra", ['"harbour of"', '"the harb', "«of Sidra»"]),
    ("Straße gesperrt", ["strasse", "STRASSE", "stra"]),
    ("東京で会議", ["東京", "会議", "東"]),
    ("दिल्ली में बैठक", ["दिल्ली", "बैठक", "दिल"]),
    ("נאום צה\"ל", ["צה\"ל", "נאום"]),
    ("Mara's pier", ["Mara's", "Mara’s", "mara"]),
    ("Line one\nand two", ["one and", '"one and two"']),
    ("AND OR NOT NEAR", ["and", "not", "NEAR", "near or", "OR"]),
]  # fmt: skip
# What an event says, and queries that do not find it.
MISSES = [
    ("A storm at foo.com", ["foo.org", '"com foo"', "com.foo", "oo", '"fo"', "fo at"]),
    ("The U.S. Navy leaves", ["use", '"navy U.S."', "usn"]),
    ("Cold of -19 degrees", ["190", "9", '"1"']),
    ("عاد الجَيشُ إلى المدينة", ["جيش", "الجيوش"]),
    ("The harbour of Sidra", ['"the sidra"', '"harb"', "harb sidra", "harbours", '"harb" '],),
    ("दिल्ली में बैठक", ["दल"]),
    ("Anything", ["", "   ", "!!!", "*", '""', "¶", "\x00", "'", "%", "_"]),
]  # fmt: skip


def _found(query: str) -> set[str]:
    return set(Event.objects.filter(search.matching(query, "pk")).values_list("title", flat=True))


@pytest.mark.parametrize(("title", "queries"), FINDS)
def test_an_event_is_found_by(title: str, queries: list[str]) -> None:
    make.event(title=title)
    make.event(title="Something else")
    assert {query: _found(query) for query in queries} == {query: {title} for query in queries}


@pytest.mark.parametrize(("title", "queries"), MISSES)
def test_an_event_is_not_found_by(title: str, queries: list[str]) -> None:
    make.event(title=title)
    assert {query: _found(query) for query in queries} == {query: set() for query in queries}


def test_every_letter_that_is_stored_is_found() -> None:
    """No engine may part words where we do not, whatever its locale calls a letter."""
    letters = "ʿ ˈ ꙮ ፩ Ⅻ ㊿ ⅷ ﬁ ß ı İ Å ə ʻ ꞌ ᴥ 𝟘 𐤀 𞤀 ﷺ क़ ാ ๆ ែ ྗ"
    for letter in letters.split():
        title = f"a{letter}b x"
        make.event(title=title)
        assert title in _found(title), letter


def test_no_phrase_reaches_from_one_text_into_the_next() -> None:
    make.event(title="The pier", summary="burned down")
    assert _found("pier burned") == {"The pier"}
    assert _found('"pier burned"') == set()


@pytest.mark.parametrize(
    "hostile",
    [
        '"' * 500,
        "a" * 100_000,
        "a " * 50_000,
        "ﷺ" * 10_000,
        "(((a) AND b* NEAR(c, 5)) -d ^e {f}:g",
        "tokens:storm",
        "storm' OR '1'='1",
        "a & !b | (c <-> d):*",
        "\\'\\\\ storm",
        "storm\ud800",
    ],
)
def test_a_hostile_query_is_only_words(hostile: str) -> None:
    make.event(title="A storm")
    assert _found(hostile) <= {"A storm"}


def test_a_query_is_bounded() -> None:
    asked = search.phrases(" ".join("abcdefgh" * 9))
    assert sum(len(phrase.words) for phrase in asked) == search.MAX_WORDS
    (phrase,) = search.phrases("字" * 300)
    assert len(phrase.words) == search.MAX_WORDS


def test_a_word_that_repeats_is_found_in_phrases_alike_on_both_databases() -> None:
    make.event(title="Often", summary="word " * 400 + "last")
    assert _found("word word") == {"Often"}
    assert _found('"word last"') == set()
    assert _found("last") == {"Often"}


def test_a_word_longer_than_an_engine_holds_is_found() -> None:
    make.event(title="Long", summary="ж" * 3000)
    assert _found("ж" * 120) == {"Long"}


def test_the_index_follows_what_is_written_past_the_services() -> None:
    event = make.event(title="A storm")
    EventIndex.objects.filter(pk=event.pk).update(tokens="fire")
    assert _found("storm") == set()
    assert _found("fire") == {"A storm"}
    EventIndex.objects.all().delete()
    assert _found("fire") == set()
    assert search.is_sound()
