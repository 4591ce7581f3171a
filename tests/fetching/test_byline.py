"""The day that stands beside a headline, and what it changes of what markup declares."""

from datetime import date

import pytest
import trafilatura

from timeline.fetching.byline import Printed, as_printed, notes, printed
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
