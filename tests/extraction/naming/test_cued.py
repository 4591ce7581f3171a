"""Names in scripts without capitals."""

import pytest

from tests.extraction.test_expressions import values
from tests.extraction.told import events, titles
from timeline.extraction.naming.names import Names
from timeline.extraction.narrative.narratives import narrative_of


def named(text: str, language: str = "ar") -> dict[str, str]:
    found = Names(text, narrative_of(language)).mentions
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


def test_a_persian_noun_that_makes_a_verb_with_the_next_word_is_no_name() -> None:
    assert named("خانه او تابستان ۱۴۰۱ به موزه تبدیل شد.", "fa") == {}
    assert named("دو کارگر در تابستان ۱۳۹۶ جان باختند.", "fa") == {}
    assert named("او در بهار ۱۳۷۷ فرمانده نیروی قدس شد.", "fa") == {"نیروی قدس": "organisation"}


def test_a_feast_and_an_order_are_nobody() -> None:
    assert named("تعود الدراسة يوم الثلاثاء بعد عطلة عيد الفصح.") == {}
    assert named("نالت وسام فارس عام 1977.") == {}


def test_of_a_woman_a_feminine_verb_tells_on() -> None:
    text = "ولدت سميحة أيوب عام 1932، وتتلمذت على يد زكي طليمات. وانضمت إلى المسرح القومي عام 1952."
    assert "سميحة أيوب" in [name.text for name in events(text, "ar")[-1].participants]


def test_a_title_that_ends_with_a_question_mark_ends_no_persian_sentence() -> None:
    text = "او در سال ۱۳۶۵ «خانه دوست کجاست؟» را کارگردانی کرد."
    assert titles(text, "fa") == ["او «خانه دوست کجاست؟» را کارگردانی کرد"]
