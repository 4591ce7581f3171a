"""What an event rests on, as a JSON object of one piece."""

from timeline.dates.messages import Sentence
from timeline.formats.incoming.cells import LONGEST, MOST_QUOTED, NO_OBJECT, Cells
from timeline.formats.records import Source, Support

KINDS = ("quote", "citation", "editors")


def read(cells: Cells) -> Support:
    kind = cells.one_of("kind", KINDS)
    if kind == "quote":
        return _quote(cells)
    if kind == "citation":
        words, url = cells.text("citation", needed=True, whole=True), cells.url("citation_url")
        return Support(kind, citation=words, citation_url=url)
    return Support("editors")


def _quote(cells: Cells) -> Support:
    words = cells.text("quote", most=MOST_QUOTED, needed=True, whole=True)
    source = cells.inside("source")
    if source is None:
        cells.wrong("source", Sentence(NO_OBJECT))
        return Support("editors")
    return Support("quote", words, cells.text("expression", whole=True), _source(source))


def _source(cells: Cells) -> Source:
    return Source(
        title=cells.text("title", most=LONGEST["source"], needed=True),
        url=cells.url("url"),
        publisher=cells.text("publisher", most=LONGEST["publisher"]),
        author=cells.text("author", most=LONGEST["author"]),
        language=cells.text("language", most=LONGEST["language"]),
        published_on=cells.day("published_on", needed=True),
    )
