"""The review page of an article: its text with the evidence marked, beside it the events found.

Everything is a plain form, so it works without JavaScript; each answer leads back to its place.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from timeline.admin.highlights import stretches
from timeline.admin.review_forms import EventForm, PublishForm
from timeline.models import Article, Event
from timeline.selectors.review import Found, events_of, found_in
from timeline.services import review
from timeline.services.events import update_event
from timeline.services.timelines import create_timeline, publish_events


@dataclass(frozen=True, slots=True)
class Answer:
    """What a form led to: the event to come back to, or the form that has to be shown again."""

    event: int | None = None
    address: str = ""
    edit: EventForm | None = None
    publish: PublishForm | None = None


def review_view(request: HttpRequest, pk: int) -> HttpResponse:
    if not request.user.has_perm("timeline.view_article"):
        raise PermissionDenied
    article = get_object_or_404(Article, pk=pk)
    answer = _answer(request, article) if request.method == "POST" else Answer()
    if answer.edit or answer.publish or request.method != "POST":
        return _page(request, article, answer)
    place = f"#event-{answer.event}" if answer.event else ""
    here = reverse("admin:timeline_article_review", args=[pk])
    return HttpResponseRedirect(answer.address or here + place)


def _page(request: HttpRequest, article: Article, answer: Answer) -> HttpResponse:
    found = found_in(article)
    for item in found:
        item.form = _form_for(item, answer.edit)
    context = {
        **admin.site.each_context(request),
        "title": gettext("Review"),
        "article": article,
        "stretches": stretches(article.text, [e for item in found for e in item.evidence]),
        "found": found,
        "waiting": sum(item.event.status == Event.Status.SUGGESTED for item in found),
        "accepted": sum(item.event.status == Event.Status.PUBLISHED for item in found),
        "publish": answer.publish or PublishForm(initial={"language": article.language}),
        "may_change": request.user.has_perm("timeline.change_event"),
        "may_publish": _may_publish(request),
        "opts": Article._meta,
    }
    status = 422 if answer.edit or answer.publish else 200
    return render(request, "admin/timeline/article/review.html", context, status=status)


def _form_for(item: Found, shown_again: EventForm | None) -> EventForm:
    if shown_again is not None and shown_again.event == item.event:
        return shown_again
    return EventForm(event=item.event)


def _may_publish(request: HttpRequest) -> bool:
    return request.user.has_perms(["timeline.change_event", "timeline.change_timeline"])


def _answer(request: HttpRequest, article: Article) -> Answer:
    """Carry out the button that was pressed: "verb" or "verb:event id"."""
    if not request.user.has_perm("timeline.change_event"):
        raise PermissionDenied
    verb, _colon, number = request.POST.get("action", "").partition(":")
    if verb in ALL_VERBS:
        return ALL_VERBS[verb](request, article)
    if verb in VERBS and number.isdecimal():
        event = get_object_or_404(events_of(article), pk=int(number))
        return VERBS[verb](request, event)
    messages.error(request, gettext("That button is not known here: nothing was changed."))
    return Answer()


def _accept(request: HttpRequest, event: Event) -> Answer:
    review.accept(events=[event], user=request.user)
    return Answer(event.pk)


def _reject(request: HttpRequest, event: Event) -> Answer:
    review.reject(events=[event], user=request.user)
    return Answer(event.pk)


def _restore(request: HttpRequest, event: Event) -> Answer:
    review.restore(events=[event], user=request.user)
    return Answer(event.pk)


def _edit(request: HttpRequest, event: Event) -> Answer:
    form = EventForm(request.POST, event=event)
    if not form.is_valid():
        return Answer(event.pk, edit=form)
    update_event(event=event, user=request.user, **form.cleaned_data)
    return Answer(event.pk)


def _accept_all(request: HttpRequest, article: Article) -> Answer:
    events = list(events_of(article).filter(status=Event.Status.SUGGESTED))
    review.accept(events=events, user=request.user)
    return Answer()


def _reject_all(request: HttpRequest, article: Article) -> Answer:
    events = list(events_of(article).filter(status=Event.Status.SUGGESTED))
    review.reject(events=events, user=request.user)
    return Answer()


def _publish(request: HttpRequest, article: Article) -> Answer:
    return _publish_those(request, article, [Event.Status.PUBLISHED])


def _publish_all(request: HttpRequest, article: Article) -> Answer:
    return _publish_those(request, article, [Event.Status.SUGGESTED, Event.Status.PUBLISHED])


def _publish_those(request: HttpRequest, article: Article, statuses: list[str]) -> Answer:
    if not _may_publish(request):
        raise PermissionDenied
    form = PublishForm(request.POST)
    if not form.is_valid():
        return Answer(publish=form)
    events = list(events_of(article).filter(status__in=statuses))
    if not events:
        messages.warning(request, gettext("Nothing was published: accept an event first."))
        return Answer()
    timeline = form.cleaned_data["timeline"] or create_timeline(
        title=form.cleaned_data["new_title"], language=article.language, user=request.user
    )
    publish_events(events=events, timeline=timeline, user=request.user)
    said = ngettext(
        "%(count)d event is on “%(timeline)s”.",
        "%(count)d events are on “%(timeline)s”.",
        len(events),
    )
    messages.success(request, said % {"count": len(events), "timeline": timeline})
    return Answer(address=reverse("timeline", args=[timeline.slug]))


VERBS: dict[str, Callable[[HttpRequest, Event], Answer]] = {
    "accept": _accept,
    "reject": _reject,
    "restore": _restore,
    "edit": _edit,
}
ALL_VERBS: dict[str, Callable[[HttpRequest, Article], Answer]] = {
    "accept-all": _accept_all,
    "reject-all": _reject_all,
    "publish": _publish,
    "publish-all": _publish_all,
}
