"""Bulk work on the desk: its progress, each part with what went wrong, retry and cancel."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext

from timeline import tasks
from timeline.models import Article, Run, RunItem
from timeline.services import runs

# Parts of one page, those that failed first.
_PARTS = 200


@admin.register(Run)
class RunAdmin(admin.ModelAdmin[Run]):
    """Runs are watched here, never written."""

    list_display = ("__str__", "status", "done", "failed", "total", "created_at", "heartbeat_at")
    list_filter = ("kind", "status")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Run | None = None) -> bool:
        return False

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        run = get_object_or_404(Run, pk=object_id)
        if not self.has_view_permission(request, run):
            raise PermissionDenied
        if request.method == "POST":
            steer(request, run)
            return HttpResponseRedirect(request.path)
        page = Paginator(parts(run), _PARTS).get_page(request.GET.get("page"))
        context = {
            **self.admin_site.each_context(request),
            "run": run,
            "title": str(run),
            "items": page,
            "page": page,
            "opts": Run._meta,
            "may_delete": self.has_delete_permission(request, run),
        }
        return render(request, "admin/timeline/run/change_form.html", context)


def parts(run: Run) -> list[RunItem]:
    """The parts of a run with what came of them, those that failed first."""
    articles = Article.objects.only("title")
    items = run.items.select_related("timeline").prefetch_related(Prefetch("article", articles))
    failed = items.filter(status=RunItem.Status.FAILED)
    return [*failed, *items.exclude(status=RunItem.Status.FAILED)]


def steer(request: HttpRequest, run: Run) -> None:
    """What the buttons of a run ask for."""
    action = request.POST.get("action")
    if action == "retry" and tasks.retry(run=run):
        messages.success(request, gettext("What failed is tried again."))
    elif action == "cancel" and runs.cancel(run=run):
        messages.success(request, gettext("Cancelled: what is stored stays, the rest is left."))
