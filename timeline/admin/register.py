"""Categories, and the desk's own name."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from timeline.admin.plain_lines import PlainLines
from timeline.models import Category
from timeline.services import timelines
from timeline.services.saved_filters import rename_category

admin.site.site_header = _("Dateline desk")
admin.site.site_title = _("Dateline desk")
admin.site.index_title = _("Articles, events and timelines")
# Its rows are the worker's own, and told in English alone; what editors wait for are runs.
admin.site.unregister(DBTaskResult)


@admin.register(Category)
class CategoryAdmin(PlainLines, admin.ModelAdmin[Category]):
    list_display = ("name", "key", "colour", "shape", "position")

    def save_model(self, request: HttpRequest, obj: Category, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "key" in form.changed_data and change:
            rename_category(before=form.initial["key"], after=obj.key)
        if change:
            timelines.touch_category(category=obj)
