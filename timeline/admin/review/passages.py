"""On the review page: a passage chosen in the text becomes an event, and what is told without a
date is set aside."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from timeline.admin.access.rights import may_enter
from timeline.admin.review.answers import Answer, Undo
from timeline.admin.review.forms import PassageForm
from timeline.admin.sent import made_before, remember_made, tell_twice
from timeline.models import Article, Event
from timeline.selectors.desk.review import events_of
from timeline.services import passages
from timeline.text import Span


def asked_passage(request: HttpRequest, article: Article) -> Answer:
    """The form for the passage that `?passage=` gives as "start:end", with what it says."""
    start, _colon, end = request.GET.get("passage", "").partition(":")
    if not (_is_place(start) and _is_place(end) and may_enter(request)):
        return Answer()
    passage = _trimmed(article.text, Span(int(start), min(int(end), len(article.text))))
    return Answer(passage=PassageForm.about(article, passage)) if passage else Answer()


def _is_place(number: str) -> bool:
    return number.isascii() and number.isdecimal() and len(number) < 10


def _trimmed(text: str, passage: Span) -> Span | None:
    """The passage without the space around it."""
    words = text[slice(*passage)]
    start = passage.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip() else None


def enter(request: HttpRequest, article: Article) -> Answer:
    if not may_enter(request):
        raise PermissionDenied
    form = PassageForm(request.POST, article=article)
    if not form.is_valid():
        return Answer(passage=form)
    if made := made_before(request, Event):
        tell_twice(request)
        return Answer(made.pk, alone=False)
    event = passages.enter(article=article, user=request.user, **form.entered())
    remember_made(request, event)
    messages.success(request, gettext("“%(title)s” is an event now.") % {"title": event.title})
    return Answer(event.pk, alone=False, undo=Undo(f"forget:{event.pk}"))


def forget(request: HttpRequest, article: Article, pk: int) -> Answer:
    event = get_object_or_404(events_of(article), pk=pk)
    if not passages.take_back(article=article, event=event, user=request.user):
        messages.error(request, gettext("This event has more to it by now: reject it instead."))
        return Answer(pk)
    return Answer(alone=False)


def set_aside(request: HttpRequest, article: Article, at: int) -> Answer:
    """The passage without a date whose expression begins there is no event."""
    known = passages.set_aside(article=article, at=at, aside=True)
    return Answer(alone=False, undo=Undo(f"bring-back:{at}") if known else None)


def bring_back(request: HttpRequest, article: Article, at: int) -> Answer:
    passages.set_aside(article=article, at=at, aside=False)
    return Answer(alone=False)
