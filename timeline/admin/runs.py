"""Bulk work on the desk: its progress, each part with what went wrong, retry and cancel."""

from typing import Any

from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext
from django_tasks_db.models import DBTaskResult

from timeline import tasks
from timeline.admin.looked_at import LookedAt
from timeline.models import Article, Run, RunItem
from timeline.services import runs

# Parts of one page, those that failed first.
_PARTS = 200

# The rows of the queue are the worker's own, and in English alone; editors wait for runs.
admin.site.unregister(DBTaskResult)


@admin.register(Run)
class RunAdmin(LookedAt[Run]):
    """Runs are watched here, never written."""

    template = "admin/timeline/run/change_form.html"
    list_display = ("__str__", "status", "done", "failed", "total", "created_at", "heartbeat_at")
    list_filter = ("kind", "status")

    def about(self, request: HttpRequest, run: Run) -> dict[str, Any]:
        page = Paginator(parts(run), _PARTS).get_page(request.GET.get("page"))
        may_delete = self.has_delete_permission(request, run)
        return {"run": run, "items": page, "page": page, "may_delete": may_delete}

    def press(self, request: HttpRequest, run: Run) -> HttpResponse:
        steer(request, run)
        return HttpResponseRedirect(request.path)


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
