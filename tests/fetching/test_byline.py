"""The day that stands beside a headline, and what it changes of what markup declares."""

from datetime import date

import pytest
import trafilatura

from timeline.fetching.byline import (
    Printed,
    as_printed,
    named_elsewhere,
    notes,
    opening_day,
    printed,
    printed_in,
)
from timeline.fetching.publication import Publication

DAY = date(2024, 5, 21)


def _tree(*below: str, above: str = "", headline: str = "<h1>Bridge reopens</h1>"):
    blocks = "".join(f"<p>{words}</p>" for words in below)
    return trafilatura.load_html(f"<html><body>{above}{headline}{blocks}</body></html>")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Published 21 May 2024", "en"),
        ("Posted by Nour Haddad on May 21st, 2024", "en"),
        ("Published: 05/21/2024", "en"),
        ("Published 2024-05-21, updated 2 June 2024", "en"),
        ("Updated 2 June 2024, first published 21 May 2024", "en"),
        ("Veröffentlicht am 21. Mai 2024, 8 Uhr", "de"),
        ("Publié le 21 mai 2024 à 8h", "fr"),
        ("Publicado el 21 de mayo de 2024", "es"),
        ("Опубликовано: 21.05.2024 08:00", "ru"),
        ("تاريخ النشر: ٢١ أيار ٢٠٢٤", "ar"),
        ("تاریخ انتشار: ۱ خرداد ۱۴۰۳", "fa"),
        ("تاریخ انتشار: ۱۴۰۳/۰۳/۰۱", "fa"),
        ("Pubblicato martedì 21 maggio 2024", "it"),
        ("公開日 2024年5月21日 10時30分", "ja"),
        ("등록 2024년 5월 21일", "ko"),
    ],
)
def test_a_day_named_as_that_of_publication_is_read(words, language):
    assert printed(_tree(words), language) == Printed(DAY, is_named=True)
    assert notes(_tree(words), language) == {words}


def test_a_day_without_a_name_is_read_as_such_and_stays_in_the_text():
    tree = _tree("By Nour Haddad, 21 May 2024")
    assert printed(tree, "en") == Printed(DAY, is_named=False)
    assert notes(tree, "en") == set()
    assert printed(_tree("By Ada Standing, 21 May 2024"), "en") == printed(tree, "en")
    assert printed(_tree(above="<div>Local news | 21 May 2024</div>"), "en") == printed(tree, "en")
    assert printed(_tree("21 May 2024", headline="<h2>Bridge</h2>"), "en") == printed(tree, "en")


@pytest.mark.parametrize(
    "words",
    [
        "Updated 21 May 2024",
        "Printed on 21 May 2024",
        "Stand: 21.05.2024",
        "Published 05/06/2024",
        "Published 31 June 2024",
        "Published 21 May",
        "Published ۳۱/۱۲/۱۴۰۳",
        "The report, published on 3 May 2024, blames rust.",
        "It was published on 3 May 2024 and says that the old bridge is not to be used by lorries",
        "Published 3 May 2024" + " and so on" * 60,
    ],
)
def test_other_days_and_sentences_are_no_day_of_publication(words):
    assert printed(_tree(words), "en") is None


def test_days_around_the_article_are_not_looked_at():
    around = ("aside", "nav", "footer", "form")
    above = "".join(f"<{tag}><p>Published 3 May 2024</p></{tag}>" for tag in around)
    assert printed(_tree("word " * 50, "Published 3 May 2024", above=above), "en") is None
    assert printed(_tree("Published 3 May 2024", headline=""), "en") is None


def test_what_readers_see_goes_before_a_later_day_and_that_of_greenwich():
    named, unnamed = Printed(DAY, is_named=True), Printed(DAY, is_named=False)
    later, earlier = Publication(date(2024, 6, 3)), Publication(date(2024, 5, 2))
    utc = Publication(date(2024, 5, 20), "2024-05-20T21:30:00+00:00")
    local = Publication(date(2024, 5, 20), "2024-05-20T21:30:00+02:00")
    assert as_printed(None, named) == as_printed(later, named) == Publication(DAY)
    assert as_printed(utc, unnamed) == Publication(DAY)
    assert as_printed(earlier, named) == earlier
    assert as_printed(later, unnamed) == later
    assert as_printed(local, unnamed) == local
    assert as_printed(later, None) == later
    assert as_printed(None, unnamed) is None


def test_a_label_may_stand_in_a_line_of_its_own_above_the_day():
    tree = _tree("Last updated", "2 June 2024", "Published:", "21 May 2024")
    assert printed(tree, "en") == Printed(DAY, is_named=True)
    assert printed(_tree("Updated 2 June 2024", "21 May 2024"), "en") == Printed(
        DAY, is_named=False
    )


def test_the_headline_is_the_heading_with_which_the_title_of_the_page_begins():
    head = "<html><head><title>Bridge reopens | Herald</title></head><body>"
    logo = "<h1>Herald</h1><p>Friday, 3 May 2024</p><p>Home</p><p>Sport</p><p>Log in</p>"
    for headline in ("<h2>Bridge reopens</h2>", "<p><b>Bridge reopens</b></p>"):
        mark = logo if "h2" in headline else logo.replace("h1", "p")
        page = f"{head}{mark}{headline}<p>21 May 2024</p></body></html>"
        assert printed(trafilatura.load_html(page), "en") == Printed(DAY, is_named=False)


def test_days_of_other_articles_below_a_short_story_are_not_beside_the_headline():
    story = "The bridge is open again, and buses cross it from Thursday on."
    tree = _tree(story, story, "Mayor resigns, 3 May 2024", above="<p>21 May 2024</p>")
    assert printed(tree, "en") == Printed(DAY, is_named=False)


def test_a_day_named_below_the_story_is_found_where_no_other_is_named():
    story = "The bridge is open again. " * 20
    foot, other = "Published 21 May 2024 by the newsroom", "Published 3 May 2024"
    assert named_elsewhere(_tree(story, foot), "en") == DAY
    assert named_elsewhere(_tree(story, foot, other), "en") is None
    assert named_elsewhere(_tree(story, "21 May 2024"), "en") is None


def test_lines_away_from_the_headline_are_notes_where_the_day_follows_its_name():
    story = "The bridge is open again. " * 20
    told = "Page last reviewed: 4 January 2025"
    others = ("Updated plan of the bridge adopted, 4 May 2024", "It was published on 4 May 2024.")
    assert notes(_tree(story, told, *others), "en") == {told}


@pytest.mark.parametrize(
    "words",
    [
        "LEEDS, England, May 21, 2024 /Wire/ -- Ormond said that it had bought Keel.",
        "Vren (21 May 2024) - The bridge is open again.",
        "VREN, 21 May 2024 — The bridge is open again.",
    ],
)
def test_the_dateline_of_a_story_tells_a_day(words):
    assert opening_day(f"Bridge reopens\n{words}\nBuses cross it.", "en") == DAY
    sentence = "On 21 May 2024 the bridge was opened - at last."
    assert opening_day(f"Bridge reopens\n\n{sentence}", "en") is None
    assert opening_day("", "en") is None


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Bridge reopens at last\n\nBy Nour Haddad\n\n21 May 2024\n\nBuses cross it.", "en"),
        ("Bridge reopens at last\nUpdated 23 May 2024, published 21 May 2024\nBuses.", "en"),
        ("21 May 2024\n\nBridge reopens at last\n\nBuses cross it.", "en"),
        ("Bridge reopens at last\n\nPublished:\n\n21 May 2024\n\n3 May 2024", "en"),
        ("Bridge reopens at last\n\n21. Mai 2024\n\nBusse fahren.", "de"),
        ("Bridge reopens at last\n\nVREN, 21 May 2024 - Buses cross it.", "en"),
    ],
)
def test_a_text_without_markup_prints_its_day_beside_its_headline(words, language):
    assert printed_in(words, "Bridge reopens at last", language) == DAY


@pytest.mark.parametrize(
    "words",
    [
        "Bridge reopens at last\n\nOn 21 May 2024 the bridge was opened by the mayor of the town.",
        "Bridge reopens at last\n\n05/06/2024\n\nBuses cross it.",
        "21 May 2024\n\nBuses cross it.",
        "",
    ],
)
def test_a_day_in_a_sentence_or_one_that_can_be_two_is_not_printed_beside_a_headline(words):
    assert printed_in(words, "Bridge reopens at last", "en") is None


def test_of_a_page_of_lines_without_end_only_the_first_are_looked_at():
    lines = ["An entry of a list"] * 4000
    assert named_elsewhere(_tree(*lines[:2000], "Published 21 May 2024"), "en") == DAY
    assert named_elsewhere(_tree(*lines, "Published 21 May 2024"), "en") is None
