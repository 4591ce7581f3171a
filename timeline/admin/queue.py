"""The queue across articles: the page of what waits, and the way from one article to the next."""

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from timeline.models import Article
from timeline.selectors.desk.queue import Order, following, waiting

# Rows of a page: enough for a morning, few enough to be there at once.
_PAGE = 50


def queue_view(request: HttpRequest) -> HttpResponse:
    """What waits, in the order that `?order=` names."""
    if not request.user.has_perm("timeline.view_article"):
        raise PermissionDenied
    order = _order(request.GET.get("order", "")) or Order.OLDEST
    page = Paginator(waiting(order), _PAGE).get_page(request.GET.get("page"))
    context = {
        **admin.site.each_context(request),
        "title": gettext("What waits for review"),
        "order": order,
        "orders": [
            (Order.OLDEST, gettext("Oldest first")),
            (Order.CERTAIN, gettext("Surest first")),
        ],
        "page": page,
        "opts": Article._meta,
    }
    return render(request, "admin/timeline/article/queue.html", context)


def in_queue(request: HttpRequest) -> Order | None:
    """The order of the queue in which an article is reviewed, if it is."""
    return _order(request.GET.get("queue", ""))


def _order(name: str) -> Order | None:
    return Order(name) if name in list(Order) else None


def review_address(article: Article, order: Order | None = None) -> str:
    """Where an article is reviewed, by itself or in a queue."""
    address = reverse("admin:timeline_article_review", args=[article.pk])
    return f"{address}?{urlencode({'queue': order})}" if order else address


def next_address(article: Article, order: Order) -> str:
    """Where the next article is reviewed; the queue itself where no other waits."""
    coming = following(article, order)
    if coming:
        return review_address(coming, order)
    return f"{reverse('admin:timeline_article_queue')}?{urlencode({'order': order})}"


def tell_done(request: HttpRequest, article: Article) -> None:
    """On the next page: which article is done, and the way back to it."""
    message = gettext("“%(title)s” is done.") % {"title": article.title}
    back = gettext("Back to it")
    messages.success(
        request, format_html('{} <a href="{}">{}</a>', message, review_address(article), back)
    )


def tell_published(request: HttpRequest, address: str) -> None:
    """Where readers see what was published, for who goes on in the queue."""
    message, see = gettext("The events are on the timeline."), gettext("See it")
    messages.success(request, format_html('{} <a href="{}">{}</a>', message, address, see))
