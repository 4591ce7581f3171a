"""The desk's own name."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

admin.site.site_header = _("Dateline desk")
admin.site.site_title = _("Dateline desk")
admin.site.index_title = _("Articles, events and timelines")
# Its rows are the worker's own, and told in English alone; what editors wait for are runs.
admin.site.unregister(DBTaskResult)
