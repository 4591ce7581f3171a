"""A small story to read: articles in two languages, and a timeline of what they tell."""

import datetime
from dataclasses import dataclass

from timeline.dates.resolution import Resolution
from timeline.extraction.findings import Name
from timeline.models import Article, Category, Event, Timeline
from timeline.services.articles import store_article
from timeline.services.events import create_event
from timeline.services.sources import Quote
from timeline.services.timelines import create_timeline, publish_events
from timeline.text import Span

PUBLISHED_ON = datetime.date(2024, 5, 30)
ENGLISH = (
    "The harbour opened again on May 20. Its keeper, Mara Lind, had asked for it in October 2019.\n"
    "Nothing that stands only in this second paragraph is ever shown to readers.\n"
)
ARABIC = "أُعيد فتح المرفأ في 20 مايو بحضور مديرته مارا ليند.\n"
EXPLICIT = Resolution("explicit")


@dataclass(frozen=True)
class Passage:
    """Words of an article, and the time expression in the article that dates them."""

    article: Article
    quote: str
    expression: str
    resolution: Resolution = EXPLICIT

    def source(self) -> Quote:
        quote, expression = self._span(self.quote), self._span(self.expression)
        return Quote(self.article, quote, expression, self.resolution)

    def _span(self, words: str) -> Span:
        start = self.article.text.index(words)
        return Span(start, start + len(words))


def article(text: str, language: str, *, title: str, url: str = "", publisher: str = "") -> Article:
    return store_article(
        text=text,
        title=title,
        published_on=PUBLISHED_ON,
        language=language,
        publisher=publisher,
        url=url,
        origin="pasted",
    ).article


def event(
    title: str, date: str, *passages: Passage, category: str = "", summary: str = ""
) -> Event:
    return create_event(
        title=title,
        date=date,
        summary=summary,
        category=Category.objects.filter(key=category).first(),
        evidence=[passage.source() for passage in passages],
        participants=[Name("Mara Lind", "person")],
        language="en",
    )


def the_harbour() -> Timeline:
    """Four events: one open at its start, one of a month, one told in two languages, one of a year
    to come; the title of the second carries what a browser must not run."""
    english = article(
        ENGLISH,
        "en",
        title="The harbour opens",
        url="https://example.org/harbour",
        publisher="The Evening Courier",
    )
    arabic = article(ARABIC, "ar", title="المرفأ يُفتح", publisher="صحيفة المساء")
    nearest = Resolution("nearest", "publication:2024-05-30", "nearest", "XXXX-05-20")
    opening = Passage(english, "The harbour opened again on May 20", "on May 20", nearest)
    retold = Passage(arabic, "أُعيد فتح المرفأ في 20 مايو", "في 20 مايو", nearest)
    asked = Passage(english, "Its keeper, Mara Lind, had asked for it", "in October 2019")
    timeline = create_timeline(title="The harbour & its keepers", introduction="A port told.")
    events = [
        event("The harbour stands closed", "../2018-08", category="economy"),
        event("<script>alert(1)</script> is asked for", "2019-10", asked),
        event("The harbour opens", "2024-05-20", opening, retold, category="economy"),
        event("A second basin is dug", "2031", category="society", summary="So it is planned."),
    ]
    publish_events(events=events, timeline=timeline, user=None)
    return timeline
