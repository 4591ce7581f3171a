"""Deciding on what was seen: forms carry the version of each event that they show, and whoever
decides on one that has changed since is told so first."""

from collections.abc import Iterable
from datetime import datetime

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ActionForm
from django.contrib.admin.utils import label_for_field
from django.http import HttpRequest
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from timeline.admin.meanwhile import Difference, Meanwhile, in_words_of, instant, last_by
from timeline.admin.reasons import MAX_REASON
from timeline.models import Event
from timeline.models.ids import is_id
from timeline.services.meanwhile import Changed, tell_apart

# The field of forms that holds `packed` versions.
FIELD = "shown"
# Titles that a message names.
_NAMED = 5


class WhyForm(ActionForm):
    """The bar of actions on a list: what to do, and why."""

    reason = forms.CharField(
        label=_("Why, for the history"),
        required=False,
        max_length=MAX_REASON,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    shown = forms.CharField(label="", required=False, widget=forms.HiddenInput)


def packed(events: Iterable[Event]) -> str:
    """Events and when they last changed, "12@2024-05-30T10:00:00+00:00", with commas between."""
    return ",".join(f"{event.pk}@{event.updated_at.isoformat()}" for event in events)


def seen_in(request: HttpRequest) -> dict[int, datetime] | None:
    """The versions that a form was sent with; None where it was sent without any."""
    if FIELD not in request.POST:
        return None
    pairs = (pair.partition("@") for pair in ",".join(request.POST.getlist(FIELD)).split(","))
    read = {int(pk): instant(when) for pk, _at, when in pairs if is_id(pk)}
    return {pk: when for pk, when in read.items() if when}


def unchanged(request: HttpRequest, events: Iterable[Event], *statuses: str) -> list[Event]:
    """Of events those that are as the page showed them; the others are named to the editor. Where
    `statuses` are given: those that have one of them, or had one on the page."""
    same, left = apart(request, events, *statuses)
    tell_left(request, left)
    return same


def apart(
    request: HttpRequest, events: Iterable[Event], *statuses: str
) -> tuple[list[Event], list[Event]]:
    """What is as the page showed it, and what is not, as `unchanged` tells them."""
    given, left, seen = list(events), [], seen_in(request)
    if seen is not None:
        given, changed = tell_apart(ids=[event.pk for event in given], seen=seen)
        left = [one.event for one in changed if not statuses or _had(one, statuses)]
    return [event for event in given if not statuses or event.status in statuses], left


def _had(one: Changed, statuses: Iterable[str]) -> bool:
    known = {one.event.status, one.was.status if one.was else one.event.status}
    return not known.isdisjoint(statuses)


def unchanged_of_list(request: HttpRequest, events: Iterable[Event]) -> list[Event]:
    """The same of a list that goes over several pages, all of which may be chosen: what no page
    showed was decided on unseen, and is taken as it is."""
    given, shown = list(events), seen_in(request) or {}
    looked_at = [event for event in given if event.pk in shown]
    return [*unchanged(request, looked_at), *(e for e in given if e.pk not in shown)]


def tell_left(request: HttpRequest, events: list[Event]) -> None:
    """Name events that were left as they are."""
    if not events:
        return
    message = ngettext(
        "%(count)d event was left as it is, because it was changed since this page was loaded: "
        "%(titles)s",
        "%(count)d events were left as they are, because they were changed since this page was "
        "loaded: %(titles)s",
        len(events),
    )
    titles = gettext(", ").join(f"“{event.title}”" for event in events[:_NAMED])
    more = "…" if len(events) > _NAMED else ""
    messages.warning(request, message % {"count": len(events), "titles": titles + more})


def what_changed(one: Changed) -> Meanwhile:
    """Who changed an event since it was seen, and what in it."""
    names = ("title", "date", "category", "status") if one.was else ()
    pairs = ((name, in_words_of(one.event, name), in_words_of(one.was, name)) for name in names)
    differences = [
        Difference(str(label_for_field(name, Event)), now, then)
        for name, now, then in pairs
        if now != then
    ]
    return Meanwhile(last_by(one.event), one.event.updated_at, differences)
