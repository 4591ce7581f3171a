"""The sentence that says how a date was worked out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.arabic import arabic
from timeline.dates.resolution import Anchor, Direction, Resolution, Rule, explain

PUBLISHED = "publication:2024-05-30"


@pytest.mark.parametrize(
    ("resolution", "english", "in_arabic"),
    [
        (
            Resolution("nearest", PUBLISHED, "past", "2024-05-20"),
            "the nearest 20 May before publication on 30 May 2024",
            "أقرب 20 مايو قبل النشر في 30 مايو 2024",
        ),
        (
            Resolution("nearest", PUBLISHED, "future", "XXXX-10"),
            "the nearest October after publication on 30 May 2024",
            "أقرب أكتوبر بعد النشر في 30 مايو 2024",
        ),
        (
            Resolution("nearest", PUBLISHED, "past", "2024-05-30"),
            "the day of publication on 30 May 2024",
            "يوم النشر في 30 مايو 2024",
        ),
        (
            Resolution("nearest", "narrative:1985", "nearest", "1985-SP"),
            "the nearest such date to the date told just before, 1985",
            "أقرب تاريخ كهذا إلى التاريخ المذكور قبله (1985)",
        ),
        (
            Resolution("weekday", PUBLISHED, "past", "2024-05-27"),
            "the nearest Monday before publication on 30 May 2024",
            "أقرب الاثنين قبل النشر في 30 مايو 2024",
        ),
        (
            Resolution("weekday", PUBLISHED, "future", "XXXX-WXX-4"),
            "the nearest Thursday after publication on 30 May 2024",
            "أقرب الخميس بعد النشر في 30 مايو 2024",
        ),
        (
            Resolution("relative", PUBLISHED, "", "-1 month"),
            "1 month before publication on 30 May 2024",
            "شهر قبل النشر في 30 مايو 2024",
        ),
        (
            Resolution("event", "event:2024-05-20", "", "+10 day"),
            "10 days after the event of 20 May 2024",
            "10 أيام بعد حدث 20 مايو 2024",
        ),
        (
            Resolution("relative", PUBLISHED, "", "-2 centuries"),
            "2 centuries before publication on 30 May 2024",
            "قرنان قبل النشر في 30 مايو 2024",
        ),
        (
            Resolution("deictic", PUBLISHED, "", "+0 day"),
            "the day of publication on 30 May 2024",
            "يوم النشر في 30 مايو 2024",
        ),
        (
            Resolution("relative", PUBLISHED, "", "0 week"),
            "the week of publication on 30 May 2024",
            "أسبوع النشر في 30 مايو 2024",
        ),
        (
            Resolution("carried", "heading:2019", "", "2019-05"),
            "the year is that of the date in the heading, 2019",
            "السنة هي سنة التاريخ في العنوان (2019)",
        ),
        (
            Resolution("explicit", "", "", "2024-05-20"),
            "the words give the date in full",
            "العبارة تذكر التاريخ كاملًا",
        ),
        (
            Resolution("open", PUBLISHED, "", "-1 month"),
            "the words give one end, the other is open, counted from publication on 30 May 2024",
            "العبارة تذكر طرفًا واحدًا، والآخر مفتوح، محسوبًا من النشر في 30 مايو 2024",
        ),
    ],
)
def test_each_rule_tells_how_it_worked(
    resolution: Resolution, english: str, in_arabic: str
) -> None:
    assert explain(resolution, "10/5", "en") == f"‘10/5’: {english}"
    assert explain(resolution, "10/5", "ar", translate=arabic) == f"«10/5»: {in_arabic}"


def test_words_of_the_other_direction_are_isolated() -> None:
    resolution = Resolution("explicit")
    assert explain(resolution, "On May 20", "en").startswith("‘On May 20’")
    assert explain(resolution, "في 20 مايو", "en").startswith("‘\u2068في 20 مايو\u2069’")
    assert explain(resolution, "May 20", "ar", translate=arabic).startswith("«\u2068May 20\u2069»")
    assert explain(resolution, "20 مايو", "ar", translate=arabic).startswith("«20 مايو»")


@pytest.mark.parametrize("rule", [*Rule])
@pytest.mark.parametrize("direction", [*Direction])
@pytest.mark.parametrize("kind", [*Anchor])
def test_every_rule_has_its_sentence_in_english_and_arabic(
    rule: Rule, direction: Direction, kind: Anchor
) -> None:
    resolution = Resolution(rule, f"{kind}:2024-05-30", direction, "2024-05-20")
    english, in_arabic = explain(resolution, "x", "en"), explain(resolution, "x", "ar", arabic)
    assert english.startswith("‘x’: ")
    assert in_arabic.startswith("«\u2068x\u2069»: ")
    assert "{" not in english + in_arabic


@given(st.text(), st.text(), st.text(), st.text(), st.text(), st.text())
def test_a_stored_resolution_never_fails_whatever_it_holds(
    rule: str, anchor: str, direction: str, value: str, expression: str, language: str
) -> None:
    for known in (rule, *Rule):
        told = explain(Resolution(known, anchor, direction, value), expression, language)
        assert expression in told
