"""Who may do what on the desk; the services hold to the same, whatever leads to them."""

from django.http import HttpRequest

from timeline.models import Event
from timeline.services.people import PUBLISH


def may_change(request: HttpRequest, event: Event | None = None) -> bool:
    """Events at all, or this one: who may not publish changes what waits."""
    waits = event is None or event.status == Event.Status.SUGGESTED
    wanted = ["timeline.change_event"] if waits else ["timeline.change_event", PUBLISH]
    return request.user.has_perms(wanted)


def may_decide(request: HttpRequest) -> bool:
    """Accept, reject, merge and take apart."""
    return request.user.has_perms(["timeline.change_event", PUBLISH])


def may_publish(request: HttpRequest) -> bool:
    """Put events on a timeline for readers."""
    return may_decide(request) and request.user.has_perm("timeline.change_timeline")


def may_make_timeline(request: HttpRequest) -> bool:
    return request.user.has_perm("timeline.add_timeline")


def may_enter(request: HttpRequest) -> bool:
    """Make a passage of an article an event."""
    return request.user.has_perms(["timeline.add_event", "timeline.change_event"])
