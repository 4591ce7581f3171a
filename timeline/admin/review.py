"""The review page of an article: its text with the evidence marked, beside it the events found.

Everything is a plain form, so it works without JavaScript; each answer leads back to its place.
"""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext

from timeline.admin.highlights import stretches
from timeline.admin.review_actions import Answer, answer, may_publish
from timeline.admin.review_forms import EventForm, PublishForm
from timeline.models import Article, Event
from timeline.selectors.review import Found, found_in
from timeline.selectors.twins import twins


def review_view(request: HttpRequest, pk: int) -> HttpResponse:
    if not request.user.has_perm("timeline.view_article"):
        raise PermissionDenied
    article = get_object_or_404(Article, pk=pk)
    told = answer(request, article) if request.method == "POST" else Answer()
    if told.edit or told.publish or request.method != "POST":
        return _page(request, article, told)
    place = f"#event-{told.event}" if told.event else ""
    here = reverse("admin:timeline_article_review", args=[pk])
    return HttpResponseRedirect(told.address or here + place)


def _page(request: HttpRequest, article: Article, told: Answer) -> HttpResponse:
    found = _found(article, told.edit)
    context = {
        **admin.site.each_context(request),
        "title": gettext("Review"),
        "article": article,
        "stretches": stretches(article.text, [e for item in found for e in item.evidence]),
        "found": found,
        "waiting": sum(item.event.status == Event.Status.SUGGESTED for item in found),
        "accepted": sum(item.event.status == Event.Status.PUBLISHED for item in found),
        "publish": told.publish or PublishForm(initial={"language": article.language}),
        "may_change": request.user.has_perm("timeline.change_event"),
        "may_publish": may_publish(request),
        "opts": Article._meta,
    }
    status = 422 if told.edit or told.publish else 200
    return render(request, "admin/timeline/article/review.html", context, status=status)


def _found(article: Article, shown_again: EventForm | None) -> list[Found]:
    found = found_in(article)
    likely = twins(article, found)
    for item in found:
        again = shown_again if shown_again and shown_again.event == item.event else None
        item.form = again or EventForm(event=item.event)
        item.twins = likely.get(item.event.pk, [])
    return found
