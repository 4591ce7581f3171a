"""People, organisations and places on the desk: their names in all languages, merged where two are
one."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.admin.fields.labelled_rows import LabelledRows
from timeline.admin.fields.plain_lines import PlainLines
from timeline.admin.history import HistoryAdmin
from timeline.admin.reasons import Reasoned, asked_reason
from timeline.models import Entity, EntityName
from timeline.models.ids import is_id
from timeline.services import search_index, versions
from timeline.services.entities import add_names, compared
from timeline.services.entity_merging import merge_entities
from timeline.services.people import PUBLISH

# Who looks at more names than these at once does not see that they are one.
MOST_MERGED = 100


class EntityForm(Reasoned, forms.ModelForm[Entity]):
    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if (data.get("latitude") is None) != (data.get("longitude") is None):
            missing = "latitude" if data.get("latitude") is None else "longitude"
            if missing not in self.errors:
                self.add_error(missing, _("A place has both coordinates or none."))
        return data


class EntityNameFormSet(LabelledRows):
    def clean(self) -> None:
        """What the database would refuse: one name twice, written in two ways perhaps."""
        super().clean()
        given = set[tuple[str, str]]()
        for form in self.forms:
            data = getattr(form, "cleaned_data", {})
            if not data.get("name") or data.get("DELETE"):
                continue
            known = (data.get("language", ""), compared(data["name"]))
            if known in given:
                form.add_error("name", _("This name is there already, in the same language."))
            given.add(known)


class EntityNameInline(PlainLines, admin.TabularInline[EntityName, Entity]):
    model = EntityName
    formset = EntityNameFormSet
    extra = 1


@admin.register(Entity)
class EntityAdmin(HistoryAdmin):
    form = EntityForm
    list_display = ("name", "kind", "wikidata")
    list_filter = ("kind",)
    search_fields = ("name", "names__folded")
    inlines = (EntityNameInline,)
    actions = ("merge",)
    most_at_once = HistoryAdmin.most_at_once | {"merge": MOST_MERGED}

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perms(["timeline.change_entity", PUBLISH])

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        given = formset.save(commit=False)
        # First, for one that is given again in its place.
        for gone in formset.deleted_objects:
            gone.delete()
        for name in given:
            name.folded = compared(name.name)
            name.save()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        entity: Entity = form.instance
        if not entity.names.filter(folded=compared(entity.name)).exists():
            add_names(entities=[entity])
            versions.renew(model=Entity, ids=[entity.pk])
        search_index.retell_entities(ids=[entity.pk])

    @admin.action(description=_("Merge the chosen into one"), permissions=["merge"])
    def merge(self, request: HttpRequest, queryset: QuerySet[Entity]) -> HttpResponse | None:
        """First asks which one stays."""
        chosen = list(queryset)
        if len(chosen) < 2:
            messages.warning(request, gettext("Nothing was merged: choose two or more."))
            return None
        stays = request.POST.get("heir", "")
        heir = {entity.pk: entity for entity in chosen}.get(int(stays)) if is_id(stays) else None
        if heir is None:
            return _ask(request, chosen)
        try:
            merge_entities(
                entities=chosen, heir=heir, user=request.user, reason=asked_reason(request)
            )
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return None
        message = gettext("“%(name)s” has the names and events of them all now.")
        messages.success(request, message % {"name": heir.name})
        return None


def _ask(request: HttpRequest, chosen: list[Entity]) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": gettext("Merge into one"),
        "chosen": [(each, len(search_index.naming([each.pk]))) for each in chosen],
        "opts": Entity._meta,
        "action": EntityAdmin.merge.__name__,
        "go_on": gettext("Merge into one"),
    }
    return render(request, "admin/timeline/entity/merge.html", context)
