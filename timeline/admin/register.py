"""The smaller records of the desk: categories and runs; and the desk's own name."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from timeline.models import Category, Run

admin.site.site_header = _("Dateline desk")
admin.site.site_title = _("Dateline desk")
admin.site.index_title = _("Articles, events and timelines")
# Its rows are the worker's own, and told in English alone; what editors wait for are runs.
admin.site.unregister(DBTaskResult)


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin[Category]):
    list_display = ("name", "key", "colour", "shape", "position")


@admin.register(Run)
class RunAdmin(admin.ModelAdmin[Run]):
    """Runs are watched here, never written."""

    list_display = ("kind", "status", "done", "failed", "total", "created_at", "heartbeat_at")
    list_filter = ("kind", "status")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Run | None = None) -> bool:
        return False
