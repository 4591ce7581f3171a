"""A timeline as a file: what the filters in the address leave of it, streamed."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from timeline.formats import own, table, timelinejs, workbook
from timeline.formats.records import EventRecord, TimelineRecord
from timeline.models import Timeline
from timeline.selectors import readable, transfer
from timeline.selectors.filtering.filters import Filtered, filtered
from timeline.web.private_links import UNCACHED


class Format(NamedTuple):
    write: Callable[[TimelineRecord, Iterable[EventRecord]], Iterator[bytes]]
    content_type: str


# By the last part of their address.
FORMATS = {
    "events.csv": Format(table.write, "text/csv; charset=utf-8"),
    "events.xlsx": Format(
        workbook.write, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
    "events.json": Format(own.write, "application/json"),
    "timelinejs.json": Format(timelinejs.write, "application/json"),
}


@require_safe
def download(request: HttpRequest, slug: str, file: str) -> HttpResponseBase:
    """The file, or 400 with one sentence on each parameter that cannot be read: a file that says
    more than was asked for would go unnoticed. Of drafts there are none, for editors neither."""
    timeline = get_object_or_404(Timeline, readable.at(slug, AnonymousUser()))
    timeline.by_link = readable.is_private(slug)
    found = filtered(timeline, request.GET)
    if found.errors:
        return HttpResponse(misread(found), status=400, content_type="text/plain; charset=utf-8")
    chosen = FORMATS[file]
    events = transfer.records(timeline, found.queryset, request.build_absolute_uri)
    return StreamingHttpResponse(
        chosen.write(transfer.described(timeline, request.build_absolute_uri), events),
        content_type=chosen.content_type,
        headers={
            # RFC 6266, 4.1: names that are not ASCII.
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(timeline.slug)}-{file}",
            "Cache-Control": UNCACHED if timeline.by_link else "public, no-cache",
        },
    )


def misread(found: Filtered) -> str:
    """A line for each parameter that cannot be read."""
    wrong = [f"“{name}” cannot be used: {each[0]}" for name, each in found.errors.items()]
    return "\n".join(wrong)
