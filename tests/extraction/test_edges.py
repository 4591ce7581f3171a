"""The edges of the calendar, and input made to break the reading of time expressions."""

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.extraction.expressions import find
from timeline.extraction.grammars.languages import available

from .test_expressions import PUBLISHED, values

LANGUAGES = (*available(), "tr", "it", "uk", "zh", "he", "xx", "")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("29 February 2024", ["2024-02-29"]),
        ("29 February 2023", []),
        ("February 29", ["2024-02-29"]),
        ("31 April 2024", []),
        ("1 January 1", ["2024-01-01"]),  # a year below 100 must be called one
        ("1 January 843", ["0843-01-01"]),
        ("31 December 9999", ["9999-12-31"]),
        ("9999", []),  # a number, not a year, where nothing says so
        ("the year 1", ["0001"]),
        ("1 BC", ["BC0001"]),
        ("the year 0", []),
        ("13/13/2024", []),
        ("25/12/2024", ["2024-12-25"]),
        ("5/20/24", ["2024-05-20"]),
        ("5/20/84", ["1984-05-20"]),
    ],
)
def test_the_edges_of_the_calendar_are_decided(words: str, expected: list[str]) -> None:
    assert values(words) == expected


@given(year=st.integers(1, 9998))
def test_every_year_before_and_of_our_era_is_found_where_it_is_called_one(year: int) -> None:
    assert values(f"{year} BC") == [f"BC{year:04}"]
    assert values(f"the year {year}") == [f"{year:04}"]
    assert values(f"im Jahr {year} v. Chr.", "de") == [f"BC{year:04}"]


@given(day=st.dates(min_value=datetime.date(100, 1, 1)))
def test_every_day_of_the_calendar_is_found(day: datetime.date) -> None:
    assert values(f"{day.day} {day:%B} {day.year}") == [day.isoformat()]
    assert values(f"{day:%B} {day.day}, {day.year}") == [day.isoformat()]


@pytest.mark.parametrize(
    ("language", "never", "hour"),
    [
        ("ar", ["30 فبراير 2024", "32 مايو 2024"], "20 مايو 2024 الساعة 24:00"),
        ("de", ["30. Februar 2024", "32. Mai 2024"], "20. Mai 2024, 24:00 Uhr"),
        ("en", ["30 February 2024", "32 May 2024"], "20 May 2024 at 24:00"),
        ("es", ["30 de febrero de 2024", "32 de mayo de 2024"], "20 de mayo de 2024 a las 24:00"),
        ("fa", ["۳۰ فوریه ۲۰۲۴", "۳۲ مه ۲۰۲۴"], "۲۰ مه ۲۰۲۴ ساعت ۲۴:۰۰"),
        ("fr", ["30 février 2024", "32 mai 2024"], "20 mai 2024 à 24h00"),
        ("ru", ["30 февраля 2024 года", "32 мая 2024 года"], "20 мая 2024 года в 24:00"),
    ],
)
def test_days_that_never_come_and_the_hour_after_the_last_are_decided(
    language: str, never: list[str], hour: str
) -> None:
    assert [values(words, language) for words in never] == [[], []]
    (midnight,) = find(hour, published=PUBLISHED, language=language)
    assert (midnight.value, midnight.date and midnight.date.text) == (
        "2024-05-20T24:00",
        "2024-05-21T00:00",
    )


_PIECES = st.sampled_from(
    [
        "May", "20", "2024", "the", " ", "-", "–", ",", ".", "/", "\n", "\n\n", "last",
        "week", "ago", "two", "from", "to", "between", "and", "early", "century", "BC", "'", "99",
        "10:30", "p.m.", "Friday",
        "مايو",
        "٢٠", "منذ", "عام", "\u200f", "\ud800", "\u064b", "Mai", "am", "21.", "بهمن", "1357",
        "0", "00", "999999",
        "Easter", "quarter", "year", "earlier", "by", "the end of", "(", ")", "$",
    ]
)  # fmt: skip


HOSTILE = {
    "no spaces": "OnMay20,2024theyleft" * 500,
    "a million digits": "1234567890" * 100_000,
    "nested brackets": "([{" * 2_000 + " May 2024 " + "}])" * 2_000,
    "mixed directions": "\u202e20 مايو\u202c May 2024 \u2067٢٠\u2069 " * 300,
    "zero-width characters": "2\u200b0 M\u200bay\u200d 20\u200c24 " * 500,
    "lone surrogates": "20\ud800 May\udfff 2024\udc00 " * 500,
    "20,000 dates": "20 May 2024, " * 20_000,
    "marks alone": "\u064b\u0301\u0640" * 3_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_was_made_to_break_it_is_read(text: str, language: str) -> None:
    end = 0
    for one in find(text, published=PUBLISHED, language=language):
        assert end <= one.start < one.end <= len(text)
        end = one.end


@settings(max_examples=150)
@given(
    text=st.one_of(
        st.text(max_size=80),
        st.lists(_PIECES, max_size=25).map("".join),
        st.lists(_PIECES, max_size=25).map(" ".join),
    ),
    language=st.sampled_from(LANGUAGES),
    published=st.one_of(st.none(), st.dates()),
)
def test_any_text_is_read_and_every_offset_lies_inside_it(
    text: str, language: str, published: datetime.date | None
) -> None:
    end = 0
    for one in find(text, published=published, language=language):
        assert end <= one.start < one.end <= len(text)
        end = one.end
        assert one.kind in {"DATE", "TIME", "DURATION", "SET"}
        assert one.value
        assert one.resolution is not None or one.date is None
        assert all(one.start <= part.start < part.end <= one.end for part in one.ends)


@pytest.mark.parametrize(
    "piece",
    [
        "1", "a", "([", "\u200b", "\ud800", "On May 20, 2024, ", "in May ", "the ", "early ",
        "by the end of the ",
        "20-", "1.", "\n", "May/", "twenty ", "In May 2020\n\n", "\u064b", "a\u200fمايو 20 ",
    ],
)  # fmt: skip
def test_time_grows_in_step_with_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece)))[:length]
        started = time.process_time()
        find(text, published=PUBLISHED, language="en")
        return time.process_time() - started

    seconds(500)
    short = min(seconds(2_000) for _ in range(3))
    # Ten times the text in ten times the time, trebled for a busy machine; a square is a hundred.
    # `make bench` measures larger texts.
    assert min(seconds(20_000) for _ in range(2)) < 30 * max(short, 0.001)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A bridge collapsed on 3 May. Two days after the collapse he left.", "2024-05-05"),
        ("en", "Omar died on 3 May. Lina came on 9 May. The day after his death, he", "2024-05-04"),
        ("fr", "Omar est mort le 3 mars 1999. Le lendemain de sa mort, Lina vint.", "1999-03-04"),
        ("es", "Omar murió el 3 de marzo de 1999. Dos días después de su muerte", "1999-03-05"),
        ("de", "Omar starb am 3. März 1999. Zwei Tage nach seinem Tod kam Lina.", "1999-03-05"),
        ("ar", "توفي عمر في 3 مارس 1999. وبعد يومين من وفاته جاءت لينا.", "1999-03-05"),
        ("ru", "Омар умер 3 марта 1999 года. Через два дня после его смерти пришла.", "1999-03-05"),
        ("fa", "عمر در 3 مارس 1999 درگذشت. دو روز پس از درگذشت او لینا آمد.", "1999-03-05"),
    ],
)  # fmt: skip
def test_what_follows_another_event_is_counted_from_its_day(
    language: str, text: str, expected: str
) -> None:
    last = find(text, published=PUBLISHED, language=language)[-1]
    assert last.value == expected
    assert last.resolution is not None
    assert last.resolution.rule == "event"


def test_the_day_after_an_event_that_the_text_does_not_date_is_no_date() -> None:
    assert values("The ship sank on 8 March 1999. The day before the speech he wrote.") == [
        "1999-03-08"
    ]


def test_a_date_told_in_other_words_is_that_date() -> None:
    assert values("On 8 March 1999, the day before the speech, he wrote.") == ["1999-03-08"] * 2
