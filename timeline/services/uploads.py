"""Files of events that were looked at: kept for a day, and imported once."""

import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from timeline.models import Timeline, Upload
from timeline.selectors.incoming import read
from timeline.services.imports import Imported, import_as_new, import_events

# A night between looking and deciding; then it is in nobody's way.
KEPT = datetime.timedelta(days=1)


class GoneError(Exception):
    """The file was imported already, or its day is over."""


@transaction.atomic
def keep(
    *, content: bytes, name: str, user: User, timeline: Timeline | None, title: str, language: str
) -> Upload:
    """Keep a file in place of the last one of the same person, so that nobody fills the store."""
    Upload.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
    Upload.objects.filter(user=user).delete()
    return Upload.objects.create(
        content=content,
        name=name[:200],
        user=user,
        timeline=timeline,
        title=title,
        language=language,
    )


@transaction.atomic
def import_upload(*, upload: Upload, publish: bool, user: User) -> tuple[Timeline, Imported]:
    """Import it and let it go: whoever sends the same form again finds it gone.

    Raises GoneError, and what `import_events` raises; then the file stays.
    """
    if not Upload.objects.filter(pk=upload.pk, user=user).delete()[0]:
        raise GoneError
    incoming = read(bytes(upload.content), upload.language)
    if upload.timeline is None:
        return import_as_new(incoming=incoming, title=upload.title, publish=publish, user=user)
    imported = import_events(
        incoming=incoming, timeline=upload.timeline, publish=publish, user=user
    )
    return upload.timeline, imported
