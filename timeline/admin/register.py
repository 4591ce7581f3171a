"""Categories, and the desk's own name."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from timeline.models import Category

admin.site.site_header = _("Dateline desk")
admin.site.site_title = _("Dateline desk")
admin.site.index_title = _("Articles, events and timelines")
# Its rows are the worker's own, and told in English alone; what editors wait for are runs.
admin.site.unregister(DBTaskResult)


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin[Category]):
    list_display = ("name", "key", "colour", "shape", "position")
