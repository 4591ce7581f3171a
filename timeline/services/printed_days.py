"""The day of publication as a document prints it, where its file does not give one."""

from dataclasses import replace

from timeline.extraction.grammars.detection import detect
from timeline.fetching.byline import printed_in
from timeline.fetching.document import Document


def with_printed_day(document: Document) -> Document:
    """For a person to confirm: below a headline may stand another day, too. It comes before the day
    on which a file was made."""
    if document.published_on:
        return document
    language = document.language or detect(document.text)
    day = printed_in(document.text, document.title, language)
    return replace(document, doubtful_on=day or document.doubtful_on)
