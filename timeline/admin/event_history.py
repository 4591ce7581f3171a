"""The names and media of an event in its history: told, compared and brought back."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import label_for_field
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from timeline.admin.history import NOTHING, Change
from timeline.models import Event, EventMedia
from timeline.selectors.event_versions import NAMED, Told, ToldVersions
from timeline.services import versions


class NamesAndMedia:
    """What differs between two versions of one event beside its own fields."""

    def __init__(self, event_id: int) -> None:
        self._told = ToldVersions(event_id)

    def __call__(self, old: Any, new: Any) -> list[Change]:
        told = ((label, self._said(old, name), self._said(new, name)) for name, label in _labels())
        return [
            {"field": label, "old": then or NOTHING, "new": now or NOTHING}
            for label, then, now in told
            if then != now
        ]

    def _said(self, version: Any, name: str) -> str:
        pk = version.history_id
        if name == "media":
            return gettext(", ").join(self._told.media(pk))
        return gettext(", ").join(sorted(self._told.named(pk, name).values()))


def _labels() -> list[tuple[str, str]]:
    named = [(name, str(label_for_field(name, Event))) for name in NAMED]
    labels = [*named, ("media", str(EventMedia._meta.verbose_name_plural))]
    return [(name, capfirst(label)) for name, label in labels]


def media_back(request: HttpRequest, event: Event, told: Told) -> None:
    """The media of an earlier version, as far as they are kept."""
    lost = versions.bring_media_back(event=event, told=told)
    versions.renew(ids=[event.pk])
    if lost:
        said = ngettext(
            "%(count)d picture is kept no longer and did not come back.",
            "%(count)d pictures are kept no longer and did not come back.",
            lost,
        )
        messages.warning(request, said % {"count": lost})
