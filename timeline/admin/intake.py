"""Files on the desk: several at once, looked at before any of them is stored."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext

from timeline import tasks
from timeline.admin.intake_forms import FilesForm, ItemForm
from timeline.admin.runs import parts, steer
from timeline.dates.messages import message
from timeline.fetching.document import Document, Unreadable
from timeline.fetching.documents import read_documents
from timeline.fetching.errors import ReadError
from timeline.models import Article, Category, Intake, IntakeItem, Run
from timeline.services import intake
from timeline.services.people import Account

# Seconds of a request for reading files, and for reading the events in them: what an editor waits.
_READING, _LOOKING = 60, 15


def files_view(request: HttpRequest) -> HttpResponse:
    """The form for several files; what they hold is shown on the next page."""
    _demand(request)
    form = FilesForm(request.POST, request.FILES) if request.method == "POST" else FilesForm()
    if form.is_bound and form.is_valid():
        contents = _contents(form.cleaned_data["brought"])
        brought = intake.receive(contents=contents, user=cast("Account", request.user))
        intake.look(brought=brought, seconds=_LOOKING)
        return HttpResponseRedirect(_address(brought))
    context = {**_context(request, gettext("Files")), "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "admin/timeline/article/files.html", context, status=status)


def look_view(request: HttpRequest, pk: int) -> HttpResponse:
    """What an upload holds, to be chosen from; once it is chosen from, what became of it."""
    _demand(request)
    brought = get_object_or_404(Intake, pk=pk, user=request.user)
    if brought.run:
        return _result(request, brought)
    action = request.POST.get("action") if request.method == "POST" else ""
    if action == "discard":
        brought.delete()
        return HttpResponseRedirect(reverse("admin:timeline_article_files"))
    if action == "look":
        intake.look(brought=brought, seconds=_LOOKING)
    rows = _rows(request, brought)
    if action == "store" and _is_valid(rows):
        chosen = [row.form.chosen(row.item.pk) for row in rows if row.form.is_chosen]
        tasks.store_intake(brought=brought, chosen=chosen, user=request.user)
        return HttpResponseRedirect(_address(brought))
    return _page(request, brought, rows, missing=action == "store")


@dataclass(slots=True)
class Row:
    """An article of the upload with its form, and how many events of each category it tells."""

    item: IntakeItem
    form: ItemForm
    kinds: list[tuple[str, int]]


def _demand(request: HttpRequest) -> None:
    if not request.user.has_perm("timeline.add_article"):
        raise PermissionDenied


def _address(brought: Intake) -> str:
    return reverse("admin:timeline_article_look", args=[brought.pk])


def _context(request: HttpRequest, title: str) -> dict[str, Any]:
    return {**admin.site.each_context(request), "title": title, "opts": Article._meta}


def _contents(files: list[UploadedFile[bytes]]) -> Iterator[tuple[str, Document | Unreadable]]:
    """Everything in the files, within the limits of time and size; what is left out is reported."""
    end, number = time.monotonic() + _READING, 0
    for file in files:
        name = file.name or ""
        if time.monotonic() > end:
            late = ReadError(message("there was no time left to read it; bring it in by itself."))
            yield name, Unreadable(name, late)
            continue
        for content in read_documents(name, file.read(), max_bytes=settings.MAX_ARTICLE_BYTES):
            number += 1
            if number > intake.MAX_ITEMS:
                full = ReadError(
                    message("only the first %(limit)d articles are taken at once."),
                    limit=intake.MAX_ITEMS,
                )
                yield name, Unreadable(name, full)
                return
            yield name, content


def _rows(request: HttpRequest, brought: Intake) -> list[Row]:
    data = request.POST if request.POST.get("action") == "store" else None
    labels = {category.key: category.label for category in Category.objects.all()}
    seen: set[str] = set()
    rows = []
    for item in brought.items.filter(error="").select_related("known"):
        again = item.sha256 in seen
        seen.add(item.sha256)
        kinds = [(labels[key], number) for key, number in item.kinds.items() if key in labels]
        rows.append(Row(item, ItemForm(data, item=item, again=again), kinds))
    return rows


def _is_valid(rows: list[Row]) -> bool:
    chosen = [row.form for row in rows if row.form.is_chosen]
    # Each of them, so that all that is wrong is shown at once.
    wrong = [form for form in chosen if not form.is_valid()]
    return bool(chosen) and not wrong


def _page(request: HttpRequest, brought: Intake, rows: list[Row], missing: bool) -> HttpResponse:
    errors = sum(bool(row.form.is_chosen and row.form.errors) for row in rows) if missing else 0
    context = {
        **_context(request, gettext("Look before you store")),
        "rows": rows,
        "unreadable": brought.items.exclude(error=""),
        "unread": any(row.item.events is None for row in rows),
        "errors": errors,
        "none_chosen": missing and not errors,
    }
    status = 422 if missing else 200
    return render(request, "admin/timeline/article/look.html", context, status=status)


def _result(request: HttpRequest, brought: Intake) -> HttpResponse:
    """What became of the chosen; who brought them may also cancel and retry."""
    run = cast("Run", brought.run)
    if request.method == "POST":
        steer(request, run)
        return HttpResponseRedirect(_address(brought))
    context = {
        **_context(request, gettext("What was stored")),
        "run": run,
        "items": parts(run),
    }
    return render(request, "admin/timeline/article/stored.html", context)
