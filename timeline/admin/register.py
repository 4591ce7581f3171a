"""What a package registers and the desk leaves out."""

from django.contrib import admin
from django_tasks_db.models import DBTaskResult

# Its rows are the worker's own, and told in English alone; what editors wait for are runs.
admin.site.unregister(DBTaskResult)
