"""The bin on the desk: what was deleted, by whom and why, and the way back."""

from typing import Any

from django.apps import apps
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.admin.looked_at import LookedAt
from timeline.models import Deleted
from timeline.services.bin.keeping import kinds_of
from timeline.services.bin.restoring import restore


@admin.register(Deleted)
class BinAdmin(LookedAt[Deleted]):
    """Who may delete a kind of record sees those that were deleted, and brings them back; nobody
    writes here otherwise."""

    template = "admin/timeline/bin/record.html"
    list_display = ("title", "kind", "deleted_at", "deleted_by", "reason", "until")
    list_filter = ("kind",)
    list_select_related = ("deleted_by",)
    search_fields = ("title",)
    actions = None

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(kinds_of(request.user))

    def has_view_permission(self, request: HttpRequest, obj: Deleted | None = None) -> bool:
        kinds = kinds_of(request.user)
        return obj.kind in kinds if obj else bool(kinds)

    def has_delete_permission(self, request: HttpRequest, obj: Deleted | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Deleted]:
        found = super().get_queryset(request).filter(kind__in=kinds_of(request.user))
        return found.defer("content")

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Nothing is to be selected there."""
        context = {"title": capfirst(self.opts.verbose_name_plural), **(extra_context or {})}
        answer: HttpResponse = super().changelist_view(request, context)
        return answer

    @admin.display(description=_("kept until"), ordering="deleted_at")
    def until(self, deleted: Deleted) -> Any:
        return deleted.goes_on

    def about(self, request: HttpRequest, deleted: Deleted) -> dict[str, Any]:
        return {"deleted": deleted, "with_it": list(_with_it(deleted))}

    def press(self, request: HttpRequest, deleted: Deleted) -> HttpResponse:
        return _brought_back(request, deleted)


def _with_it(deleted: Deleted) -> Any:
    """What went with the record: the names of the models, and how many of each."""
    for table in deleted.content["tables"]:
        model = apps.get_model(table["model"])
        number = len(table["rows"]) - (model._meta.model_name == deleted.kind)
        if number and not model._meta.auto_created:
            yield capfirst(str(model._meta.verbose_name_plural)), number


def _brought_back(request: HttpRequest, deleted: Deleted) -> HttpResponse:
    try:
        record, losses = restore(deleted=deleted, user=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return HttpResponseRedirect(request.path)
    message = gettext("“%(title)s” is back.") % {"title": record}
    messages.success(request, message)
    for sentence in losses:
        messages.warning(request, sentence)
    return redirect(reverse(f"admin:timeline_{deleted.kind}_change", args=[record.pk]))
