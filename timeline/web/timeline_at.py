"""The timeline that an address names, for those who may read it."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from timeline.models import Timeline
from timeline.selectors import listing, readable


def timeline_at(request: HttpRequest, address: str, among: QuerySet[Timeline] | None = None) -> Any:
    """`among` are the timelines as they are to be read: as `listing.described` has them unless said
    otherwise. Raises Http404 where there is none, or none for whoever asks."""
    described = listing.described() if among is None else among
    timeline = get_object_or_404(described, readable.at(address, request.user))
    timeline.by_link = readable.is_private(address)
    return timeline
