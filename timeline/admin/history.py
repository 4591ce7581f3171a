"""The versions of a record: what each changed, any two of them side by side, and back to one."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import PermissionDenied
from django.db import router, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import localize
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext
from simple_history.admin import SimpleHistoryAdmin
from simple_history.models import DeletedObject
from simple_history.template_utils import HistoricalRecordContextHelper, ObjDiffDisplay

from timeline.admin.beside import NOTHING, Beside, Change, bring_back_with_message
from timeline.admin.discarding import discard_with_message
from timeline.admin.fields.plain_lines import PlainLines
from timeline.admin.reasons import REASON, wrong_reason
from timeline.admin.sent import digest, made_before, tell_twice
from timeline.dates.edtf import DateError, parse
from timeline.dates.words import in_words
from timeline.models.ids import is_id
from timeline.services import pictures, versions
from timeline.templatetags.numbers import grouped

# What follows from other fields or from the saving itself is no news to an editor; `part` is shown
# with its date.
_FOLLOWS = frozenset(("first_day", "last_day", "sort_day", "part", "reasons", "version"))
_FOLLOWS |= {"created_at", "updated_at"}
# Characters of a field that a comparison shows: the longest summary whole, a text of megabytes not.
_COMPARED = 10_000
# Records that are about to be deleted and of each of which all that goes with it is listed.
_TOLD_WHOLE = 20


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions, the earlier first, and the fields that differ: label, earlier and later."""

    old: Any
    new: Any
    changes: list[Change]

    @property
    def sides(self) -> tuple[Any, Any]:
        return self.old, self.new


class _Display(ObjDiffDisplay):
    def shortened_str(self, prefix: str, num_skipped_chars: int, suffix: str) -> str:
        return f"{prefix}…{suffix}"


class InWords(HistoricalRecordContextHelper):
    """Tells changes as people read them: dates in words, names, labels of choices; and `beside`
    what differs in what is no field of the record."""

    def __init__(self, model: Any, record: Any, beside: Beside, **more: Any) -> None:
        super().__init__(model, record, **more)
        self._beside = beside

    def context_for_delta_changes(self, delta: Any) -> list[Change]:
        changes = [change for change in delta.changes if change.field not in _FOLLOWS]
        beside = map(self._shortened, self._beside(delta.old_record, delta.new_record))
        delta = _with_changes(delta, changes)
        return [*self._dates(delta), *self._others(delta), *beside]

    def _shortened(self, change: Change) -> Change:
        display = self.get_obj_diff_display()
        old, new = display.common_shorten_repr(change["old"], change["new"])
        return {**change, "old": old, "new": new}

    def _others(self, delta: Any) -> list[Change]:
        kept = [change for change in delta.changes if change.field != "date"]
        changes: list[Change] = super().context_for_delta_changes(_with_changes(delta, kept))
        return changes

    def _dates(self, delta: Any) -> list[Change]:
        if not hasattr(delta.new_record, "part"):
            return []
        old, new = _date(delta.old_record), _date(delta.new_record)
        label = capfirst(self.model._meta.get_field("date").verbose_name)
        return [{"field": label, "old": old, "new": new}] if old != new else []

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        choices = dict(self.model._meta.get_field(change.field).flatchoices)
        if value in (None, "") or (isinstance(value, DeletedObject) and value.pk is None):
            return NOTHING
        if isinstance(value, str):
            return choices.get(value, value)
        return localize(value) if isinstance(value, (bool, int, float)) else value

    def get_obj_diff_display(self) -> ObjDiffDisplay:
        return _Display(max_length=self.max_displayed_delta_change_chars)


def _with_changes(delta: Any, changes: list[Any]) -> Any:
    fields = [change.field for change in changes]
    return type(delta)(changes, fields, delta.old_record, delta.new_record)


def _date(record: Any) -> str:
    """Of a version of an event, in words; as it is written where it is none."""
    try:
        date = parse(record.date)
    except DateError:
        return str(record.date)
    return in_words(date, get_language() or "en", part=record.part, translate=gettext)


def _chosen(request: HttpRequest, queryset: QuerySet[Any]) -> int:
    """How many records of a list an action is about."""
    if request.POST.get("select_across") == "1":
        return queryset.count()
    return len(request.POST.getlist(ACTION_CHECKBOX_NAME))


class HistoryAdmin(PlainLines, SimpleHistoryAdmin):
    """With the versions of each record. To go back to one is to change the record as it is now,
    which simple_history itself lets everybody do who may see it. What the same form would add again
    is shown instead, and what is deleted goes into the bin."""

    delete_confirmation_template = "admin/timeline/bin/confirm.html"
    delete_selected_confirmation_template = "admin/timeline/bin/confirm_selected.html"
    # So many records an action of the list takes in some seconds, or asks about on one page.
    most_at_once: ClassVar[dict[str, int]] = {"delete_selected": 1000}
    object_history_template = "admin/timeline/history.html"
    object_history_list_template = "admin/timeline/history_list.html"
    object_history_form_template = "admin/timeline/history_form.html"

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> list[dict[str, Any]]:
        message: list[dict[str, Any]] = super().construct_change_message(
            request, form, formsets, add
        )
        return [{**message[0], "form": digest(request)}, *message[1:]] if add else message

    def changeform_view(self, *args: Any, **kwargs: Any) -> Any:
        with pictures.gone_with_rollback():
            return super().changeform_view(*args, **kwargs)

    @transaction.atomic
    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        made = made_before(request, self.model) if request.method == "POST" else None
        if made is None:
            answer: HttpResponse = super().add_view(request, form_url, extra_context)
            return answer
        tell_twice(request)
        return redirect(self.page_of(made))

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and (wrong := wrong_reason(request)):
            messages.error(request, wrong)
            return redirect(request.get_full_path())
        answer: HttpResponse = super().delete_view(request, *args, **kwargs)
        return answer

    def response_action(self, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
        if wrong := wrong_reason(request):
            messages.error(request, wrong)
            return redirect(request.get_full_path())
        asked = set(request.POST.getlist("action")) & self.most_at_once.keys()
        most = min((self.most_at_once[name] for name in asked), default=None)
        if most is None or (number := _chosen(request, queryset)) <= most:
            return super().response_action(request, queryset)
        message = gettext(
            "At most %(most)s at once, and these are %(number)s: choose fewer, or narrow the list."
        )
        messages.error(request, message % {"most": grouped(most), "number": grouped(number)})
        return redirect(request.get_full_path())

    def page_of(self, record: Any) -> str:
        """Where who has added a record goes on with it."""
        return reverse(f"admin:timeline_{self.opts.model_name}_change", args=[record.pk])

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What belongs to a record goes with it: the right to delete that is enough. All of that is
        listed for a few records; for many, and once it is decided, it is only counted."""
        if len(objs) > _TOLD_WHOLE or request.POST.get("post"):
            return self._counted(objs, request)
        going, counts, missing, protected = super().get_deleted_objects(objs, request)
        return going, counts, missing & {self.opts.verbose_name}, protected

    def _counted(self, objs: Any, request: HttpRequest) -> Any:
        collector: Any = NestedObjects(using=router.db_for_write(self.model))
        collector.collect(objs)
        counts = {
            model._meta.verbose_name_plural: len(going)
            for model, going in collector.model_objs.items()
        }
        may = all(self.has_delete_permission(request, each) for each in objs)
        missing = set() if may else {self.opts.verbose_name}
        return [str(each) for each in objs], counts, missing, list(map(str, collector.protected))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        discard_with_message(request, self.model, [obj])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        discard_with_message(request, self.model, queryset)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who changes a record says why."""
        fields = super().get_fields(request, obj)
        may = obj is not None and self.has_change_permission(request, obj)
        return fields if may else [name for name in fields if name != REASON]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        vars(obj)["_change_reason"] = form.cleaned_data.get(REASON) or None
        if change:
            versions.complete(model=self.model, ids=[obj.pk])
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        versions.renew(model=self.model, ids=[form.instance.pk])

    def get_historical_record_context_helper(
        self, request: HttpRequest, historical_record: Any
    ) -> HistoricalRecordContextHelper:
        return InWords(self.model, historical_record, self._beside_once(request, historical_record))

    def _beside_once(self, request: HttpRequest, version: Any) -> Beside:
        """A page is about the versions of one record."""
        known: Beside | None = vars(request).get("_beside")
        if known is None:
            known = vars(request)["_beside"] = Beside(self.model, version.id)
        return known

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """With `?old=` and `?new=`, ids of two versions, what differs between them."""
        asked = [request.GET.get(name, "") for name in ("old", "new")]
        context: dict[str, Any] = {"asked": asked, "has_asked": any(asked)}
        if all(map(is_id, asked)):
            context["comparison"] = self._compared(request, object_id, {int(pk) for pk in asked})
        answer: HttpResponse = super().history_view(
            request, object_id, {**context, **(extra_context or {})}
        )
        return answer

    def render_history_view(
        self, request: HttpRequest, template: str, context: Any, **kwargs: Any
    ) -> HttpResponse:
        """The versions of a list are counted, the first one first: two of one minute look alike
        otherwise."""
        if page := context.get("page_obj"):
            last = page.paginator.count - page.start_index() + 1
            for back, version in enumerate(page.object_list):
                version.number = last - back
        answer: HttpResponse = super().render_history_view(request, template, context, **kwargs)
        return answer

    def _compared(self, request: HttpRequest, object_id: str, ids: set[int]) -> Comparison | None:
        manager = self.model.history
        pk = self.model._meta.pk
        kept: QuerySet[Any] = self.get_history_queryset(
            request, manager, pk.attname if pk else "id", object_id
        )
        # The latest comes first, as everywhere in the history.
        versions = list(kept.filter(history_id__in=ids))
        if len(versions) != 2:
            return None
        new, old = versions
        since = list(kept.values_list("history_id", flat=True))
        for version in versions:
            version.number = len(since) - since.index(version.history_id)
        delta = new.diff_against(old, foreign_keys_are_objs=True)
        beside = self._beside_once(request, new)
        words = InWords(self.model, new, beside, max_displayed_delta_change_chars=_COMPARED)
        return Comparison(old, new, words.context_for_delta_changes(delta))

    @transaction.atomic
    def history_form_view(
        self,
        request: HttpRequest,
        object_id: str,
        version_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """What belongs to the record comes back with its fields."""
        if not (is_id(object_id) and is_id(version_id)):
            raise Http404
        if request.method == "POST":
            return self._back_to(request, object_id, version_id)
        coming = Beside(self.model, int(object_id)).coming_back(int(version_id))
        context = {"coming_back": coming, **(extra_context or {})}
        answer: HttpResponse = super().history_form_view(request, object_id, version_id, context)
        return answer

    def _back_to(self, request: HttpRequest, object_id: str, version_id: str) -> HttpResponse:
        current = get_object_or_404(self.model, pk=object_id)
        if not self.has_change_permission(request, current):
            raise PermissionDenied
        answer: HttpResponse = super().history_form_view(request, object_id, version_id)
        if answer.status_code == HTTPStatus.FOUND:
            current.refresh_from_db()
            bring_back_with_message(request, current, int(version_id))
        return answer
