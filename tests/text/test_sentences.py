"""Where paragraphs and sentences begin and end."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text import fold, normalise, paragraphs, sentences, tokens

# Each text as the list of its sentences, which are one space apart.
SENTENCES: list[tuple[str, list[str]]] = [
    ("en", ["Lina left.", "Omar stayed!", "Did he?", "Yes."]),
    ("en", ["Dr. Omar Haddad met Gen. J. K. Rahman.", "They talked."]),
    ("en", ["It fell by 3.5 percent.", "Then it rose."]),
    ("en", ["He lives in the U.S. with his sister.", "She works."]),
    ("en", ["He lives in the U.S.", "The city is small."]),
    ("en", ["The U.S. President spoke on Sept. 5 at noon.", "He left at 5 p.m.", "It rained."]),
    ("en", ["It was over at 7 a.m.", "Leave had won.", "At 9 p.m. Moscow time it rained."]),
    ("en", ["It began at 3 a.m. ET.", "At 5 p.m. Monday it ended, at 7 p.m. (GMT) all left."]),
    ("en", ["See No. 5 of the list.", "No.", "Then 20 people came."]),
    ("en", ["It began in 2011.", "In 2012 it went on."]),
    ("en", ["Visit foo.com now.", "Or not."]),
    ("en", ["“Will he go?” asked Lina.", "“He will.”", "She (Lina) left.", "(It was late.)"]),
    ("en", ["The end... really?", "The end...", "It came."]),
    ("en", ["1. The first item.", "2. The second."]),
    ("en", ["Haddad & Co. sold it.", "They paid Rahman Inc. in May."]),
    ("en", ["He came on Monday.", "“Why?”"]),
    ("ar", ["التقى د. سمير الوزير في دمشق.", "ثم غادر."]),
    ("ar", ["هل غادر؟", "نعم؛", "غادر أمس!"]),
    ("ar", ["بلغت 3.5 بالمئة.", "وقال «انتهى الأمر.»", "ثم صمت."]),
    ("ar", ["سقطت عام 44 ق.م في الربيع.", "وانتهت."]),
    ("ar", ["وصل إلى طهران في 20 مايو/أيار 2024.", "والتقى م. خ. حداد."]),
    ("de", ["Am 20. Mai kam Dr. Haddad.", "Es war 2024.", "Dann ging er."]),
    ("de", ["Sie brauchten 74.", "Im Mai war er 47.", "Er siegte am 3. August und am 1. Mai."]),
    ("fr", ["M. Haddad est venu.", "Il est parti."]),
    ("hi", ["वह आया।", "वह गया।"]),
    ("ur", ["وہ آیا۔", "وہ گیا۔"]),
    ("ja", ["五月に来た。", "帰った。"]),
    ("", ["Mr. Haddad came.", "He left."]),
    ("xx", ["Mr. Haddad came.", "He left."]),
]


@pytest.mark.parametrize(("language", "expected"), SENTENCES)
def test_a_text_is_cut_where_its_sentences_end(language: str, expected: list[str]) -> None:
    text = " ".join(expected)
    assert [text[start:end] for start, end in sentences(text, language)] == expected


def test_full_width_stops_need_no_space() -> None:
    text = "五月に来た。帰った。"
    assert [text[s:e] for s, e in sentences(text, "ja")] == ["五月に来た。", "帰った。"]


def test_a_heading_is_no_part_of_the_sentence_below_it() -> None:
    text = "Third visit\n\nOmar came in May. He left.\n"
    found = [text[start:end] for start, end in sentences(text, "en")]
    assert found == ["Third visit", "Omar came in May.", "He left."]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    wrapped = (
        "Omar Haddad came to the capital in the middle of May and he\n"
        "stayed there for ten days, which surprised everybody who had\n"
        "known him."
    )
    text = f"A short heading\n\n{wrapped}\n  \n{wrapped}"
    assert [text[start:end] for start, end in paragraphs(text)] == [
        "A short heading",
        wrapped,
        wrapped,
    ]


def test_lines_that_had_room_for_more_are_paragraphs_of_their_own() -> None:
    text = "By Lina Haddad\nDamascus\n" + "Omar came. " * 30 + "\nHe left.\r\nShe stayed."
    found = [text[start:end] for start, end in paragraphs(text)]
    assert found == [
        "By Lina Haddad",
        "Damascus",
        ("Omar came. " * 30).strip(),
        "He left.",
        "She stayed.",
    ]


def test_the_longest_line_of_a_list_does_not_swallow_the_next_one() -> None:
    longest = "The river rose above six metres shortly after noon, the highest level on record."
    text = f"13:10\n{longest}\n11:20\nHe left."
    assert [text[start:end] for start, end in paragraphs(text)] == text.split("\n")


PIECES = ["Omar", "came", "U.S.", "Dr.", "3.5", ".", "?!", "؟", "۔", "”", "(", "\n", "\n\n", "\t"]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map(" ".join)


@given(TEXTS, st.sampled_from(["en", "ar", "de", ""]))
def test_spans_are_in_order_never_empty_and_lose_nothing_but_space(
    text: str, language: str
) -> None:
    for spans in (paragraphs(text), sentences(text, language)):
        position = 0
        for start, end in spans:
            assert position <= start < end <= len(text)
            assert not text[position:start].strip()
            assert text[start:end] == text[start:end].strip()
            position = end
        assert not text[position:].strip()


@given(TEXTS)
def test_no_sentence_reaches_over_the_end_of_its_paragraph(text: str) -> None:
    around = paragraphs(text)
    for start, end in sentences(text, "en"):
        assert any(block.start <= start and end <= block.end for block in around)


TRAPS = {
    "dots": ".",
    "dots and spaces": ". ",
    "carriage returns": "\r",
    "line feeds": "\n",
    "spaces": " ",
    "letters and dots": "a.",
    "one long word": "a",
    "short lines": "A\n",
    "closing quotes": "”",
    "sentences": "Omar came. He left! ",
    "marks": "\u064e",
    "Arabic": "الجَيشُ ",
}
FUNCTIONS: list[Callable[[str], object]] = [
    normalise,
    fold,
    tokens,
    paragraphs,
    lambda text: sentences(text, "en"),
]


@pytest.mark.parametrize("trap", TRAPS)
def test_time_grows_with_the_length_of_the_text_and_no_faster(trap: str) -> None:
    """Eight times the text takes about eight times as long: in square time it would be 64."""
    small, large = (TRAPS[trap] * (size // len(TRAPS[trap])) + "x" for size in (5_000, 40_000))
    for function in FUNCTIONS:
        assert _seconds(function, large) < 25 * _seconds(function, small) + 0.02


def _seconds(function: Callable[[str], object], text: str) -> float:
    """CPU time, which neighbours on the machine do not change; the best of three."""
    times = []
    for _ in range(3):
        before = time.process_time()
        function(text)
        times.append(time.process_time() - before)
    return min(times)
