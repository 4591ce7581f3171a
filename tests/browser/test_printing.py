"""PDF files as Chromium prints them, which is how many pages are kept."""

from timeline.fetching.document import Document
from timeline.fetching.documents import read_documents

ENGLISH = (
    "On May 20, a storm damaged two pillars of the Delta bridge, and the city closed it to all "
    "traffic. President Alma Torres visited the site on May 8, 2022, and promised repairs."
)
ARABIC = (
    "افتتحت الرئيسة ألما توريس جسر الدلتا يوم الخميس 30 مايو 2024. وقالت لقناة BBC News إن إعادة "
    "البناء كلفت 12.5 مليون دولار، وإن العاصفة ألحقت أضرارا بدعامتين من الجسر في 20 مايو."
)
PAGE = """<!doctype html><meta charset="utf-8"><style>body {{ font: 16px/1.5 serif }}</style>
<h1 dir="auto">{headline}</h1><p dir="auto">{story}</p>"""


def _printed(browser, headline, story):
    page = browser.new_page()
    page.set_content(PAGE.format(headline=headline, story=story))
    data = page.pdf(format="A5")
    page.close()
    (found,) = read_documents("page.pdf", data)
    assert isinstance(found, Document), found
    return found


def test_a_printed_page_is_read_in_paragraphs(browser):
    document = _printed(browser, "Delta bridge reopens", ENGLISH)
    assert document.title == "Delta bridge reopens"
    assert document.text == f"Delta bridge reopens\n\n{ENGLISH}"


def test_a_printed_arabic_page_is_read_from_the_right_in_letters_that_people_type(browser):
    document = _printed(browser, "إعادة افتتاح جسر الدلتا", ARABIC)
    assert document.text == f"إعادة افتتاح جسر الدلتا\n\n{ARABIC}"
