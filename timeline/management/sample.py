"""The sample that ships with Dateline: articles on one story, and the timeline they make."""

from pathlib import Path

from django.conf import settings
from django.db import transaction

from timeline.fetching.document import Document
from timeline.fetching.documents import read_documents
from timeline.models import Article, Timeline
from timeline.services.ingest import Defaults, Result, ingest_document
from timeline.services.timelines import create_timeline

FOLDER = Path(settings.BASE_DIR) / "timeline" / "sample"
SLUG = "three-visits-to-tehran"
TITLE = "Syria and Iran: three visits to Tehran"
INTRODUCTION = (
    "Bashar al-Assad travelled to Tehran in 2019, 2022 and 2024; between the last two visits Iran "
    "lost its president in a helicopter crash. Made from the sample articles that come with "
    "Dateline: open an event to read the words that it stands on."
)


class SampleError(RuntimeError):
    """A sample article that cannot be read, told in one sentence."""


def is_wanted() -> bool:
    """Only an empty database takes the sample: what somebody deleted does not come back."""
    return not (Article.objects.exists() or Timeline.objects.exists())


def slug() -> str:
    """The address of the sample, or "" where it is gone."""
    return SLUG if Timeline.objects.filter(slug=SLUG).exists() else ""


@transaction.atomic
def publish() -> Timeline:
    """Read all the articles and publish what they tell, or raise `SampleError` and do nothing."""
    timeline = create_timeline(
        title=TITLE,
        slug=SLUG,
        introduction=INTRODUCTION,
        language="en",
        visibility=Timeline.Visibility.PUBLIC,
    )
    for document in documents():
        outcome = ingest_document(
            document=document, defaults=Defaults(), timeline=timeline, publish=True
        )
        if outcome.result is Result.FAILED:
            raise SampleError(f"The sample article “{document.title}”: {outcome.error}")
    return timeline


def documents() -> list[Document]:
    """The sample articles, in the order of their file names."""
    read = [
        found
        for path in sorted(FOLDER.glob("*.json"))
        for found in read_documents(path.name, path.read_bytes())
    ]
    for found in read:
        if not isinstance(found, Document):
            raise SampleError(found.sentence)
    return [found for found in read if isinstance(found, Document)]
