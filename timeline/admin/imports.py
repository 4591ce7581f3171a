"""Events of a file: brought, looked at, and imported in one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from timeline import tasks
from timeline.admin.fields.plain_lines import in_its_own_order
from timeline.admin.fields.searched import Searched
from timeline.admin.runs import parts, steer
from timeline.formats.incoming.contents import Entry, Incoming
from timeline.formats.incoming.errors import Fault, FileError
from timeline.models import Event, Run, RunItem, Timeline, Upload
from timeline.models.timeline import TITLE_LENGTH
from timeline.selectors import incoming as reading
from timeline.selectors.filtering.fields import precision_labels
from timeline.services.importing import categories
from timeline.services.importing.uploads import KEPT, keep
from timeline.services.people import PUBLISH
from timeline.templatetags.numbers import grouped

# Events that are shown of a file: a page's worth.
FIRST = 25
# Numbers of repeated rows that are shown: a line of them.
_REPEATED = 10


class ImportForm(forms.Form):
    """A file and where its events go; cleans to what it says, `incoming`."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV, XLSX or JSON of Dateline, or a sheet or JSON of TimelineJS."),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.json"}),
    )
    timeline = Searched(
        Timeline.objects.order_by("-updated_at", "-pk"),
        by="title",
        label=_("Timeline"),
        required=False,
        empty_label=_("a new one"),
    )
    title = forms.CharField(
        label=_("Title of the new timeline"),
        required=False,
        max_length=TITLE_LENGTH,
        validators=[in_its_own_order],
        help_text=_("Left empty, the title in the file."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    incoming: Incoming
    content: bytes

    def __init__(self, *args: Any, may_make: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_make:
            del self.fields["title"]
            self.fields["timeline"].required = True

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if "file" in data:
            # One byte more than is accepted is enough to say so.
            self.content = data["file"].read(reading.MAX_BYTES + 1)
            try:
                self.incoming = reading.read(self.content, self.language)
            except FileError as error:
                self.add_error("file", error.in_words(gettext))
        if not self.errors and not data["timeline"] and not (data["title"] or self._told_title):
            self.add_error("title", _("The file tells no title: give the timeline one."))
        return data

    @property
    def language(self) -> str:
        timeline = self.cleaned_data.get("timeline")
        return timeline.language if timeline else get_language() or ""

    @property
    def _told_title(self) -> str:
        return self.incoming.timeline.title if self.incoming.timeline else ""


def import_view(request: HttpRequest) -> HttpResponse:
    """GET the form, with `?timeline=` chosen; POST a file, and its preview opens."""
    user = _importer(request)
    may_make = user.has_perm("timeline.add_timeline")
    if request.method == "POST":
        form = ImportForm(request.POST, request.FILES, may_make=may_make)
        if form.is_valid():
            data = form.cleaned_data
            upload = keep(
                content=form.content,
                name=data["file"].name,
                user=user,
                timeline=data["timeline"],
                events=len(form.incoming.entries),
                title=data.get("title", ""),
                language=form.language,
            )
            return redirect("admin:timeline_event_import_preview", upload.pk)
    else:
        form = ImportForm(initial={"timeline": request.GET.get("timeline")}, may_make=may_make)
    context = {**_context(request, gettext("Import events")), "form": form}
    status = 422 if form.errors else 200
    return render(request, "admin/timeline/event/import.html", context, status=status)


@dataclass(frozen=True, slots=True)
class Row:
    """An event of the preview, its category as it is called here, and whether its timeline has it
    already."""

    entry: Entry
    category: str
    is_known: bool


def preview_view(request: HttpRequest, pk: int) -> HttpResponse:
    """What a file says, and the button that imports it; then what became of it."""
    user = _importer(request)
    recent = Q(created_at__gte=timezone.now() - KEPT) | Q(run__isnull=False)
    uploads = Upload.objects.filter(recent, pk=pk, user=user)
    upload = uploads.select_related("timeline", "run").first()
    if upload is None:
        return _gone(request)
    if upload.run:
        return _result(request, upload, upload.run)
    if request.method == "POST":
        return _imported(request, upload, user)
    incoming = reading.read(bytes(upload.content), upload.language)
    context = _context(request, gettext("Preview of “%(name)s”") % {"name": upload.name})
    return render(
        request,
        "admin/timeline/event/import_preview.html",
        {**context, "upload": upload, **_preview(incoming, upload.timeline)},
    )


def _preview(incoming: Incoming, timeline: Timeline | None) -> dict[str, Any]:
    entries = incoming.entries
    known = {entry.row for entry in reading.known(entries, timeline)} if timeline else set()
    labels = precision_labels()
    return {
        "incoming": incoming,
        "faults": [_marked(fault) for fault in incoming.faults],
        "rows": _rows(entries[:FIRST], known),
        "count": len(entries),
        "more": max(0, len(entries) - FIRST),
        "known": len(known),
        "new": len(entries) - len(known),
        "new_eras": reading.new_eras(incoming, timeline),
        "repeated": len(incoming.repeated),
        "repeated_first": [grouped(row) for row in incoming.repeated[:_REPEATED]],
        "span": reading.span(entries),
        "kinds": [(labels[kind], number) for kind, number in reading.precisions(entries)],
        "unused": incoming.unused,
    }


def _rows(entries: Sequence[Entry], known: set[int]) -> list[Row]:
    by_name = categories.known()
    rows = []
    for entry in entries:
        wanted = entry.event.category, entry.event.category_name
        category = categories.find(wanted, by_name)
        called = category.label if category else wanted[1] or wanted[0]
        rows.append(Row(entry, called, entry.row in known))
    return rows


def _marked(fault: Fault) -> dict[str, Any]:
    return {
        "row": fault.row,
        "column": fault.column,
        "value": fault.shown,
        "reason": fault.reason.in_words(gettext),
    }


def _imported(request: HttpRequest, upload: Upload, user: User) -> HttpResponse:
    publish = "publish" in request.POST and user.has_perm(PUBLISH)
    run = tasks.import_upload(upload=upload, publish=publish, user=user)
    (item,) = parts(run)
    if item.status != RunItem.Status.DONE or item.timeline is None:
        return redirect("admin:timeline_event_import_preview", upload.pk)
    _tell(request, item, item.timeline)
    return redirect("admin:timeline_timeline_change", item.timeline.pk)


def _tell(request: HttpRequest, item: RunItem, timeline: Timeline) -> None:
    number = item.events or 0
    message = gettext("The file was imported.")
    if number:
        message = ngettext(
            "%(number)s event was imported.", "%(number)s events were imported.", number
        ) % {"number": grouped(number)}
    address = reverse("timeline", args=[timeline.slug])
    messages.success(
        request,
        format_html('{} <a href="{}">{}</a>', message, address, gettext("See the timeline")),
    )
    if item.message:
        messages.warning(request, str(item.message))


def _result(request: HttpRequest, upload: Upload, run: Run) -> HttpResponse:
    """What became of a file; who brought it may also cancel and retry."""
    if request.method == "POST":
        steer(request, run)
        return redirect("admin:timeline_event_import_preview", upload.pk)
    context = {**_context(request, upload.name), "run": run, "items": parts(run)}
    return render(request, "admin/timeline/event/imported.html", context)


def _gone(request: HttpRequest) -> HttpResponseRedirect:
    messages.warning(
        request, gettext("This file was imported already, or is kept no longer: bring it again.")
    )
    return redirect("admin:timeline_event_import")


def _importer(request: HttpRequest) -> User:
    user = request.user
    wanted: Sequence[str] = ("timeline.add_event", "timeline.change_timeline")
    if not isinstance(user, User) or not user.has_perms(wanted):
        raise PermissionDenied
    return user


def _context(request: HttpRequest, title: str) -> dict[str, Any]:
    return {
        **admin.site.each_context(request),
        "title": title,
        "opts": Event._meta,
        "may_publish": request.user.has_perm(PUBLISH),
    }
