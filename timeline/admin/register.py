"""The smaller records of the desk: categories, people and places, runs; and the desk's own name."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from timeline.admin.rights import HistoryAdmin
from timeline.models import Category, Entity, EntityName, Run
from timeline.services import search_index
from timeline.text import fold

admin.site.site_header = _("Dateline desk")
admin.site.site_title = _("Dateline desk")
admin.site.index_title = _("Articles, events and timelines")
# Its rows are the worker's own, and told in English alone; what editors wait for are runs.
admin.site.unregister(DBTaskResult)


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin[Category]):
    list_display = ("name", "key", "colour", "shape", "position")


class EntityNameInline(admin.TabularInline[EntityName, Entity]):
    model = EntityName
    extra = 1


@admin.register(Entity)
class EntityAdmin(HistoryAdmin):
    list_display = ("name", "kind", "wikidata")
    list_filter = ("kind",)
    search_fields = ("name", "names__folded")
    inlines = (EntityNameInline,)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for name in formset.save(commit=False):
            name.folded = fold(name.name)[:300]
            name.save()
        for gone in formset.deleted_objects:
            gone.delete()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        search_index.retell_entities(ids=[form.instance.pk])

    def delete_model(self, request: HttpRequest, obj: Entity) -> None:
        search_index.delete_entities(entities=Entity.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Entity]) -> None:
        search_index.delete_entities(entities=queryset)


@admin.register(Run)
class RunAdmin(admin.ModelAdmin[Run]):
    """Runs are watched here, never written."""

    list_display = ("kind", "status", "done", "failed", "total", "created_at", "heartbeat_at")
    list_filter = ("kind", "status")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Run | None = None) -> bool:
        return False
