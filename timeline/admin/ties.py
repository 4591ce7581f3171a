"""The order of events of one day on a timeline, moved in its list by a step at a time."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from timeline.admin.tellings import PLACE, events_of
from timeline.models import TimelineEvent
from timeline.selectors.ordering import ON_TIMELINE, after, before, key
from timeline.services import ties


def with_neighbours(places: Any) -> Any:
    """Each with `may_earlier` and `may_later`: whether one of its day stands before or after it."""
    day = TimelineEvent.objects.filter(
        timeline=OuterRef("timeline"), visible=True, sort_day=OuterRef("sort_day")
    )
    same = Q(tie=OuterRef("tie"))
    earlier = Q(tie__lt=OuterRef("tie")) | same & Q(event__lt=OuterRef("event"))
    later = Q(tie__gt=OuterRef("tie")) | same & Q(event__gt=OuterRef("event"))
    return places.annotate(
        may_earlier=Exists(day.filter(earlier)), may_later=Exists(day.filter(later))
    )


def buttons(place: Any) -> SafeString:
    """They send the form of the list to `move_view`."""
    ways = (
        ("earlier", "↑", gettext("Before the one above: %(title)s"), place.may_earlier),
        ("later", "↓", gettext("After the one below: %(title)s"), place.may_later),
    )
    address = reverse("admin:timeline_timelineevent_move", args=[place.pk])
    values = {"title": place.event.title}
    shown = ((address, way, label % values, sign) for way, sign, label, may in ways if may)
    one = '<button class="button tie" formaction="{}?to={}" aria-label="{}" title="{}">{}</button>'
    rows = ((at, way, label, label, sign) for at, way, label, sign in shown)
    return format_html('<span class="ties">{}</span>', format_html_join(" ", one, rows))


@require_POST
def move_view(request: HttpRequest, pk: int) -> HttpResponse:
    """`?to=` is "earlier" or "later": one step among the events of the day."""
    if not request.user.has_perms(PLACE):
        raise PermissionDenied
    place = get_object_or_404(TimelineEvent.objects.select_related("event", "timeline"), pk=pk)
    try:
        _step(place, request.GET.get("to") == "earlier", request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(_back(request, place))


def _step(place: TimelineEvent, is_earlier: bool, user: Any) -> None:
    day = TimelineEvent.objects.filter(
        timeline=place.timeline, visible=True, sort_day=place.sort_day
    ).select_related("event")
    past = before if is_earlier else after
    beside = day.filter(past(ON_TIMELINE, key(place))).order_by(*ON_TIMELINE)
    # Before the last that is earlier; or before the second that is later, or after all.
    found = [one.event for one in (beside.reverse()[:1] if is_earlier else beside[:2])]
    if found:
        target = found[0] if is_earlier else next(iter(found[1:]), None)
        ties.move(event=place.event, timeline=place.timeline, before=target, user=user)


def _back(request: HttpRequest, place: TimelineEvent) -> str:
    came = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(came, {request.get_host()}, request.is_secure())
    return came if is_ours else events_of(place.timeline_id)
