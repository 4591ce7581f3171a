"""Merging on the desk: the editor reads what the service did, or why it refused."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext

from timeline.models import Event
from timeline.services import merging


def merge_with_message(request: HttpRequest, events: list[Event], reason: str = "") -> Event | None:
    """Merge events into the one that readers know, or the oldest; None where that is refused."""
    heir = merging.best_heir(events)
    try:
        merging.merge(events=events, heir=heir, user=request.user, reason=reason)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return None
    message = gettext("“%(title)s” has the evidence of them all now.")
    messages.success(request, message % {"title": heir.title})
    return heir


def take_apart_with_message(request: HttpRequest, event: Event, reason: str = "") -> None:
    """Undo a merge."""
    try:
        merging.undo(event=event, user=request.user, reason=reason)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
