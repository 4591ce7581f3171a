"""On the review page: an event's date is moved or taken from one of its sources, its evidence
divided."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from timeline.admin.fields.dates import as_written
from timeline.admin.meanwhile import SEEN
from timeline.admin.review.answers import Answer, Undo
from timeline.dates.extending import extended
from timeline.dates.resolved import resolved_date
from timeline.models import Article, Event
from timeline.models.ids import is_id
from timeline.selectors.desk.review import events_of
from timeline.services.events import update_event
from timeline.services.splitting import split


def longer(request: HttpRequest, article: Article, pk: int) -> Answer:
    """The event ends a day later (a month, a year, as precise as it is)."""
    return _extend(request, article, pk, 1)


def shorter(request: HttpRequest, article: Article, pk: int) -> Answer:
    return _extend(request, article, pk, -1)


def _extend(request: HttpRequest, article: Article, pk: int, by: int) -> Answer:
    event = get_object_or_404(events_of(article), pk=pk)
    date = extended(event.parsed_date, by)
    if date is None:
        messages.warning(request, gettext("This date has no end that could be moved so."))
        return Answer(pk)
    update_event(event=event, user=request.user, date=date.text, part="")
    return Answer(pk)


def take_date(request: HttpRequest, article: Article, pk: int, evidence: int) -> Answer:
    """Of several sources the one whose date is taken."""
    event = get_object_or_404(events_of(article), pk=pk)
    date = resolved_date(get_object_or_404(event.evidence, pk=evidence).resolution)
    if date is None:
        messages.warning(request, gettext("The words of this source give no date."))
        return Answer(pk)
    before = as_written(event.date, event.part)
    changed = update_event(event=event, user=request.user, date=date.text, part="")
    return Answer(pk, alone=False, undo=_redated(changed, before))


def _redated(event: Event, date: str) -> Undo:
    """The correction that gives the event, as it is now, another date."""
    fields = (
        ("title", event.title),
        ("date", date),
        ("category", str(event.category_id or "")),
        (SEEN, event.updated_at.isoformat()),
    )
    return Undo(f"edit:{event.pk}", fields)


def split_off(request: HttpRequest, article: Article, pk: int) -> Answer:
    """The evidence that was chosen becomes an event of its own."""
    event = get_object_or_404(events_of(article), pk=pk)
    pieces = [int(number) for number in request.POST.getlist("piece") if is_id(number)]
    try:
        second = split(event=event, evidence=pieces, user=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return Answer(pk)
    return Answer(second.pk, alone=False, undo=Undo(f"join:{second.pk}:{pk}"))
