from datetime import date

import pytest

from timeline.fetching.errors import ReadError
from timeline.fetching.page import read_page

STORY = """
<nav><a href="/">Front page</a> <a href="/sport">Sport</a></nav>
<article><h1>Bridge reopens after the flood</h1>
<p>The old bridge over the river reopened on Monday, the town council said, two weeks after the
flood that had carried away its railing.</p>
<p>Engineers examined the piers last week and found them sound, according to the council, which
paid for the work out of its reserve.</p></article>
<footer>© 2019 Valley Herald. All rights reserved.</footer>
"""


def _published(head: str, url: str = "https://herald.example/bridge") -> tuple[date | None, str]:
    html = f"<!doctype html><html><head>{head}</head><body>{STORY}</body></html>"
    document = read_page(html, url)
    return document.published_on, document.published


def _json_ld(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def test_the_article_is_read_without_what_stands_around_it() -> None:
    document = read_page(f"<!doctype html><html><body>{STORY}</body></html>")
    assert document.title == "Bridge reopens after the flood"
    assert "two weeks after the flood" in document.text
    assert "\n\nEngineers examined" in document.text
    assert "Sport" not in document.text
    assert "rights reserved" not in document.text


def test_author_publisher_and_language_are_read() -> None:
    head = """<meta property="og:site_name" content="Valley Herald">
        <meta name="author" content="Nour Haddad">"""
    html = f'<html lang="en-GB"><head>{head}</head><body>{STORY}</body></html>'
    document = read_page(html)
    assert (document.author, document.publisher) == ("Nour Haddad", "Valley Herald")
    assert document.language == "en"


def test_the_language_may_stand_in_open_graph_alone() -> None:
    head = '<meta property="og:locale" content="ar_SY">'
    assert read_page(f"<html><head>{head}</head><body>{STORY}</body></html>").language == "ar"


def test_the_offset_of_the_publication_is_kept_and_its_day_never_moves() -> None:
    for offset in ("+14:00", "+03:00", "-11:00"):
        head = f'<meta property="article:published_time" content="2024-05-21T00:30:00{offset}">'
        assert _published(head) == (date(2024, 5, 21), f"2024-05-21T00:30:00{offset}")


def test_json_ld_comes_first_and_may_be_a_graph() -> None:
    head = _json_ld(
        '{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, {"@type":'
        ' ["NewsArticle"], "datePublished": "2024-05-21T08:00:00+03:00",'
        ' "dateModified": "2024-06-01"}]}'
    )
    head += '<meta name="date" content="2024-06-01">'
    assert _published(head) == (date(2024, 5, 21), "2024-05-21T08:00:00+03:00")


def test_local_json_ld_corrects_a_meta_element_in_utc_and_the_other_way_round() -> None:
    meta = '<meta property="article:published_time" content="{}">'
    local, utc = "2024-05-21T00:30:00+03:00", "2024-05-20T21:30:00Z"
    article = '{{"@type": "NewsArticle", "datePublished": "{}"}}'
    assert _published(_json_ld(article.format(local)) + meta.format(utc))[0] == date(2024, 5, 21)
    assert _published(_json_ld(article.format(utc)) + meta.format(local))[0] == date(2024, 5, 21)


def test_related_articles_do_not_date_this_one() -> None:
    head = _json_ld(
        '{"@type": "NewsArticle", "headline": "Bridge", "mentions": {"@type": "NewsArticle",'
        ' "datePublished": "2011-03-15"}}'
    )
    assert _published(head) == (None, "")


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="citation_publication_date" content="2024/05/21">',
        '<meta itemprop="datePublished" content="2024-05-21">',
        '<meta name="DC.date.issued" content="2024-05-21">',
        '<meta name="pubdate" content="Tue, 21 May 2024 09:00:00 +0300">',
    ],
)
def test_meta_elements_of_several_schemes_are_read(head: str) -> None:
    assert _published(head)[0] == date(2024, 5, 21)


def test_a_time_element_counts_only_when_marked_as_publication() -> None:
    marked = '<time class="entry-date" datetime="2024-05-21T09:00:00+03:00">today</time>'
    plain = '<time datetime="2011-03-15">15 March</time>'
    for time, day in (
        (marked, date(2024, 5, 21)),
        (plain, None),
        (plain + marked, date(2024, 5, 21)),
    ):
        html = f"<html><body>{time}{STORY}</body></html>"
        assert read_page(html).published_on == day


@pytest.mark.parametrize(
    "element",
    [
        '<span itemprop="datePublished" content="2024-05-21T00:30:00+03:00">yesterday</span>',
        '<span itemprop="dateCreated datePublished" datetime="2024-05-21">yesterday</span>',
        '<div itemprop="datePublished">2024-05-21</div>',
        '<abbr class="published" title="2024-05-21T00:30:00+03:00">yesterday</abbr>',
    ],
)
def test_microdata_and_microformats_tell_the_day_on_any_element(element: str) -> None:
    other = '<span itemprop="dateModified" content="2024-06-01">1 June</span>'
    html = f"<html><body>{other}{element}{STORY}</body></html>"
    assert read_page(html).published_on == date(2024, 5, 21)


def test_an_abbreviation_or_property_of_something_else_tells_no_day() -> None:
    other = '<abbr title="2011-03-15">Ides</abbr><b itemprop="startDate" content="2011-03-15">x</b>'
    assert read_page(f"<html><body>{other}{STORY}</body></html>").published_on is None


def test_the_address_may_tell_the_day() -> None:
    assert _published("", "https://herald.example/2024/05/21/bridge") == (date(2024, 5, 21), "")
    assert _published("", "https://herald.example/2024/13/21/bridge") == (None, "")


def test_no_date_is_guessed_from_the_footer_or_the_text() -> None:
    assert _published('<meta itemprop="copyrightYear" content="2019">') == (None, "")
    assert _published('<meta property="article:modified_time" content="2024-06-01">') == (None, "")


@pytest.mark.parametrize(
    "broken", ['{"datePublished": ', "[" * 5000, '{"@graph": 5}', '{"datePublished": 7}', "null"]
)
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    meta = '<meta name="date" content="2024-05-21">'
    assert _published(_json_ld(broken) + meta)[0] == date(2024, 5, 21)


@pytest.mark.parametrize(
    ("canonical", "url", "address"),
    [
        ("/bridge", "https://herald.example/bridge?from=feed", "https://herald.example/bridge"),
        (
            "https://www.herald.example/b",
            "https://herald.example/b",
            "https://www.herald.example/b",
        ),
        ("https://other.example/b", "https://herald.example/b", "https://herald.example/b"),
        ("https://herald.example/b", "", "https://herald.example/b"),
        ("javascript:alert(1)", "", ""),
        ("/bridge", "", ""),
        ("http://[::1", "https://herald.example/b", "https://herald.example/b"),
    ],
)
def test_the_canonical_address_counts_on_its_own_host_only(
    canonical: str, url: str, address: str
) -> None:
    html = (
        f'<html><head><link rel="canonical" href="{canonical}"></head><body>{STORY}</body></html>'
    )
    assert read_page(html, url).url == address


def test_a_page_in_an_older_encoding_is_read_by_its_meta_element() -> None:
    text = (
        "<p>افتتح الجسر القديم يوم الاثنين بعد أسبوعين من الفيضان الذي جرف حاجزه، وفق البلدية.</p>"
        * 5
    )
    html = f'<html lang="ar"><head><meta charset="windows-1256"></head><body>{text}</body></html>'
    document = read_page(html.encode("cp1256"))
    assert document.text.startswith("افتتح الجسر القديم")
    assert document.language == "ar"


def test_a_fragment_is_read_like_a_page() -> None:
    assert (
        read_page("<p>The bridge reopened on Monday.</p>").text == "The bridge reopened on Monday."
    )


@pytest.mark.parametrize(
    "html", ["", "<html></html>", "<html><body><script>1</script></body></html>", "<div>" * 50_000]
)
def test_a_page_without_an_article_is_said_so(html: str) -> None:
    with pytest.raises(ReadError, match=r"no article text was found|could not be parsed"):
        read_page(html)


def test_joiners_stay_in_the_words_of_a_page() -> None:
    words = "اتوبوس‌ها از پنجشنبه دوباره حرکت می‌کنند و رانندگان آن را خبر خوبی می‌دانند"
    page = f"<html lang='fa'><head><title>خانه‌ها</title></head><body><p>{words}</p></body></html>"
    document = read_page(page)
    assert document.text == words
    assert document.title == "خانه‌ها"
    assert read_page(page.replace("\u200c", "&zwnj;")).text == words


def test_a_table_that_lays_the_page_out_is_read_as_paragraphs_and_one_of_data_as_rows() -> None:
    first, second = STORY.split("<p>")[1:]
    story = (
        f"<p>{first}<p>{second.partition('</p>')[0]}</p><p>It is the last one of the valley.</p>"
    )
    laid_out = f"<table><tr><td>Home</td><td>{story}</td></tr></table>"
    data = "<table><tr><th>Year</th><th>Cars</th></tr><tr><td>2023</td><td>9,000</td></tr></table>"
    text = read_page(f"<html><body>{laid_out}{data}</body></html>").text
    assert "its railing.\n\nEngineers" in text
    assert "| 2023 | 9,000 |" in text


def test_the_headline_is_the_title_and_no_part_of_the_text() -> None:
    document = read_page(f"<!doctype html><html><body>{STORY}</body></html>")
    assert document.title not in document.text
    assert document.text.startswith("The old bridge")


def test_whose_the_page_is_and_when_it_was_reviewed_is_no_part_of_the_text() -> None:
    below = "<p>Page last reviewed: 4 January 2025</p><p>Copyright 2026 Valley Herald</p></article>"
    text = read_page(f"<html><body>{STORY.replace('</article>', below)}</body></html>").text
    assert text.endswith("out of its reserve.")


def test_what_is_meant_for_programs_may_be_written_for_people() -> None:
    article = '{"@type": "NewsArticle", "datePublished": "May 21, 2024"}'
    assert _published(_json_ld(article)) == (date(2024, 5, 21), "")
    unclear = '{"@type": "NewsArticle", "datePublished": "05/06/2024"}'
    assert _published(f"<meta property='og:locale' content='en'>{_json_ld(unclear)}")[0] is None
