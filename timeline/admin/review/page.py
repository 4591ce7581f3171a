"""The review page of an article: its text with the evidence marked, beside it the events found.

Everything is a plain form, so it works without JavaScript; each answer leads back to its place.
"""

import json
from collections.abc import Collection
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext

from timeline.admin.access.rights import (
    may_change,
    may_decide,
    may_enter,
    may_make_timeline,
    may_publish,
)
from timeline.admin.queue import in_queue, next_address, review_address, tell_done, tell_published
from timeline.admin.review.actions import carry_out, requested
from timeline.admin.review.answers import Answer, keep_undo, kept_undo
from timeline.admin.review.forms import EventFields, PassageForm, PublishForm, as_it_is
from timeline.admin.review.glances import shown
from timeline.admin.review.highlights import stretches
from timeline.admin.seen import packed
from timeline.models import Article, Event
from timeline.models.ids import is_id
from timeline.selectors.desk.review import Found, decided, found_in, name, undated_in
from timeline.selectors.desk.twins import twins
from timeline.selectors.desk.versions import versions_of

# Cards that are whole from the beginning: several windows full, and a small part of the hundreds
# that a long article has.
_WHOLE = 40


def review_view(request: HttpRequest, pk: int) -> HttpResponse:
    """The page, with the form of the event that `?edit=` names; a form of it leads back to it.
    Where the header `X-Part` asks for that, the answer is the pieces that have changed."""
    if not request.user.has_perm("timeline.view_article"):
        raise PermissionDenied
    article = get_object_or_404(Article, pk=pk)
    waited = article.waiting
    try:
        respond = carry_out if request.method == "POST" else requested
        answer = respond(request, article)
    except PermissionDenied:
        if "X-Part" not in request.headers:
            raise
        return _refused(request, article)
    except Http404:
        if request.method != "POST":
            raise
        message = gettext("What this was about is not here any more: nothing was changed.")
        return _as_it_is(request, article, message, 404)
    coming = _coming(request, article, waited)
    if "X-Part" in request.headers and not answer.address:
        return _part(request, article, answer, coming)
    if answer.status != 200 or request.method != "POST":
        return _page(request, article, answer)
    return _onward(request, article, answer, coming)


def _refused(request: HttpRequest, article: Article) -> HttpResponse:
    """The page as it is, for the script that showed at once what may not be done."""
    message = gettext("You have no right to do that: nothing was changed.")
    page = _as_it_is(request, article, message, 403)
    page["X-Refused"] = "right"
    return page


def _as_it_is(request: HttpRequest, article: Article, message: str, status: int) -> HttpResponse:
    messages.error(request, message)
    page = _page(request, article, Answer())
    page.status_code = status
    return page


def _coming(request: HttpRequest, article: Article, waited: int) -> str:
    """The address of the next article, where the last that waited of one in the queue is decided;
    else ""."""
    order = in_queue(request)
    if not (order and waited) or request.method != "POST":
        return ""
    article.refresh_from_db(fields=["waiting", "certainty", "status"])
    if article.waiting:
        return ""
    tell_done(request, article)
    return next_address(article, order)


def _onward(request: HttpRequest, article: Article, answer: Answer, coming: str) -> HttpResponse:
    """Back to the place on the page, or on to another one."""
    order = in_queue(request)
    if answer.address and not order:
        return HttpResponseRedirect(answer.address)
    if answer.address:
        tell_published(request, answer.address)
    if coming:
        return HttpResponseRedirect(coming)
    keep_undo(request, answer.undo)
    place = f"#event-{answer.event}" if answer.event else ""
    return HttpResponseRedirect(review_address(article, order) + place)


def _page(request: HttpRequest, article: Article, answer: Answer) -> HttpResponse:
    found = _found(request, article, answer)
    context = _context(request, article, answer, found)
    context["stretches"] = stretches(article.text, [e for item in found for e in item.evidence])
    context["vague"] = [item for item in found if item.vague]
    context["undated"] = undated_in(article)
    context["glance"] = shown(found)
    if any(item.may_change for item in found):
        context["blank"] = EventFields(pk="__event__")
    context["versions"] = versions_of(article)
    context["shown"] = packed(item.event for item in found)
    return _rendered(request, "review", context, answer)


def _part(request: HttpRequest, article: Article, answer: Answer, coming: str) -> HttpResponse:
    """The event that has changed, or the form for a passage; the whole page where others may have
    changed with it; the way onward where the article is done."""
    if coming:
        return render(request, "admin/timeline/article/review_next.html", {"coming": coming})
    if cards := _cards(request):
        context = _context(request, article, answer, _found(request, article, answer, only=cards))
        return _rendered(request, "review_cards", context, answer)
    if answer.passage:
        return _rendered(request, "review_passage", _passage(request, article, answer), answer)
    if answer.event is None or not answer.alone:
        return _page(request, article, answer)
    context = _context(
        request, article, answer, _found(request, article, answer, only=[answer.event])
    )
    return _rendered(request, "review_part", context, answer)


def _cards(request: HttpRequest) -> list[int]:
    """The ids in `?cards=`, of short cards that are to be filled."""
    numbers = request.GET.get("cards", "").split(",") if request.method == "GET" else []
    return [int(number) for number in numbers if is_id(number)][:_WHOLE]


def _rendered(
    request: HttpRequest, template: str, context: dict[str, Any], answer: Answer
) -> HttpResponse:
    name = f"admin/timeline/article/{template}.html"
    return render(request, name, context, status=answer.status)


def _context(
    request: HttpRequest, article: Article, answer: Answer, found: list[Found]
) -> dict[str, Any]:
    state = decided(article)
    return {
        **admin.site.each_context(request),
        "title": gettext("Review"),
        "article": article,
        "found": found,
        "state": state,
        **_queue(request, article),
        "current": answer.event,
        "undo": answer.undo or kept_undo(request),
        **_passage(request, article, answer),
        "publish": answer.publish or PublishForm(may_make=may_make_timeline(request)),
        "may_decide": may_decide(request),
        "may_publish": may_publish(request),
        "texts": _texts(),
        "opts": Article._meta,
    }


def _queue(request: HttpRequest, article: Article) -> dict[str, Any]:
    """Where the review is one of the queue: what its links carry on, and where to skip to."""
    order = in_queue(request)
    if not order:
        return {"order": "", "carried": ""}
    return {"order": order, "carried": f"queue={order}&", "skip": next_address(article, order)}


def _passage(request: HttpRequest, article: Article, answer: Answer) -> dict[str, Any]:
    """The form for a passage; `fresh` where it takes the place of the one that is shown."""
    entered = bool(answer.undo and answer.undo.action.startswith("forget:"))
    return {
        "article": article,
        "may_enter": may_enter(request),
        "passage": answer.passage or PassageForm(article=article),
        "opened": answer.passage is not None,
        "fresh": answer.passage is not None or entered,
    }


def _texts() -> dict[str, str]:
    """What the scripts of the page say."""
    return {
        **{status.value: str(status.label) for status in Event.Status},
        "offline": gettext("No connection: what you decided is kept here and sent later."),
        "signed_out": gettext("You are signed out: sign in again, and what you decided is sent."),
        "nothing_to_undo": gettext("There is nothing to take back."),
        "nothing_to_merge": gettext("Choose two events or more (key x) to merge them."),
    }


def _found(
    request: HttpRequest, article: Article, answer: Answer, only: Collection[int] | None = None
) -> list[Found]:
    """Of a long list the first cards are whole, and the one asked for; the others are short, and
    filled when the editor comes near them."""
    found = found_in(article, only=only)
    for item in found[_WHOLE:] if only is None else []:
        item.short = item.event.pk != answer.event
    whole = [item for item in found if not item.short]
    name(whole)
    likely = twins(article, whole)
    for item in found:
        item.form = answer.edit if answer.edit and answer.edit.event == item.event else None
        item.meanwhile = answer.meanwhile if item.event.pk == answer.event else None
        if may_change(request, item.event):
            item.may_change = True
            item.before = json.dumps(as_it_is(item.event), ensure_ascii=False)
        item.twins = likely.get(item.event.pk, [])
    return found
