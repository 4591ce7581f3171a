"""One page of figures: what waits, and the share of suggestions accepted by their confidence."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from timeline.admin.access.rights import may_decide
from timeline.models import Event
from timeline.selectors.desk.figures import bands, waiting_now


def figures_view(request: HttpRequest) -> HttpResponse:
    """For those who decide on suggestions."""
    if not may_decide(request):
        raise PermissionDenied
    context = {
        **admin.site.each_context(request),
        "title": gettext("Figures"),
        "waiting": waiting_now(),
        "bands": bands(),
        "opts": Event._meta,
    }
    return render(request, "admin/timeline/event/figures.html", context)
