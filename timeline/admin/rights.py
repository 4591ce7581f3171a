"""Who may do what on the desk; the services hold to the same, whatever leads to them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from simple_history.admin import SimpleHistoryAdmin

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


class HistoryAdmin(SimpleHistoryAdmin):
    """With the versions of each record. To go back to one is to change the record as it is now,
    which simple_history itself lets everybody do who may see it."""

    def history_form_view(
        self,
        request: HttpRequest,
        object_id: str,
        version_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if request.method == "POST":
            current = get_object_or_404(self.model, pk=object_id)
            if not self.has_change_permission(request, current):
                raise PermissionDenied
        answer: HttpResponse = super().history_form_view(
            request, object_id, version_id, extra_context
        )
        return answer
