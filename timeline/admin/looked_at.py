"""Records that the desk shows, each on a page of its own, and does not edit."""

from typing import Any, TypeVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from timeline.models.ids import is_id

M = TypeVar("M", bound=Model)


class LookedAt(admin.ModelAdmin[M]):
    """`template` is the page of one record, to which `about` gives what it tells; `press` answers
    its buttons."""

    template: str

    def about(self, request: HttpRequest, record: M) -> dict[str, Any]:
        raise NotImplementedError

    def press(self, request: HttpRequest, record: M) -> HttpResponse:
        raise NotImplementedError

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: M | None = None) -> bool:
        return False

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if not is_id(object_id):
            raise Http404
        record: M = get_object_or_404(self.model, pk=object_id)
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        if request.method == "POST":
            return self.press(request, record)
        context = {**self.admin_site.each_context(request), "title": str(record)}
        context |= {"opts": self.opts, **self.about(request, record)}
        return render(request, self.template, context)
