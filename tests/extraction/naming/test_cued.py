"""Names in scripts without capitals."""

import pytest

from tests.extraction.test_expressions import values
from tests.extraction.told import titles
from timeline.extraction.naming.names import Names
from timeline.extraction.narrative.narratives import narrative_of


def named(text: str) -> dict[str, str]:
    found = Names(text, narrative_of("ar")).mentions
    return {mention.name.text: mention.name.kind for mention in found}


def test_behind_a_title_one_word_is_a_name() -> None:
    assert named("زارت الأميرة ديانا القاهرة") == {"الأميرة ديانا": "person", "القاهرة": "place"}
    assert named("قدمت الشيخة حسينة استقالتها") == {"الشيخة حسينة": "person"}
    assert named("زار الشيخ محمد بن زايد المدينة") == {"محمد بن زايد": "person"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("خفضت المحكمة العليا الحصص", "المحكمة العليا"),
        ("أعلنت الحكومة السورية القرار", "الحكومة السورية"),
        ("سلم الرسالة للحكومة العراقية", "الحكومة العراقية"),
        ("أعلن الجيش السوري سيطرته", "الجيش السوري"),
    ],
)
def test_a_body_with_an_article_ends_with_the_adjectives_that_agree(text: str, body: str) -> None:
    assert named(text) == {body: "organisation"}


def test_what_a_court_cuts_is_no_part_of_its_name() -> None:
    assert named("خفضت المحكمة الحصص") == {}


def test_a_further_term_is_no_province() -> None:
    assert named("فاز بولاية رابعة") == {}


def test_a_masculine_relative_takes_up_no_feminine_noun() -> None:
    text = "انهار سد النهر في المنطقة الغربية الذي بني عام 1968."
    assert titles(text, "ar") == ["سد النهر بني"]


def test_the_bloodiest_day_is_not_today() -> None:
    assert values("وهو اليوم الأكثر دموية", language="ar") == []


def test_a_storm_is_nobody() -> None:
    assert named("ضرب الإعصار دانيال الساحل") == {}


def test_of_several_words_with_an_article_behind_an_office_none_is_taken_for_a_name() -> None:
    assert named("أمر النائب العام الصديق الصور بفتح تحقيق") == {}
