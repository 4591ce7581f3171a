"""The queue of the desk: the articles that wait for review, and which comes after which."""

from enum import StrEnum

from django.db.models import F, Q, QuerySet

from timeline.models import Article


class Order(StrEnum):
    """How the queue runs: what came in first, or what extraction is surest of."""

    OLDEST = "oldest"
    CERTAIN = "certain"


def waiting(order: Order) -> QuerySet[Article]:
    """The articles with events that wait, in the order asked for, without their texts."""
    articles = Article.objects.filter(status=Article.Status.EXTRACTED).defer("text", "undated")
    if order is Order.CERTAIN:
        return articles.order_by(F("certainty").desc(nulls_last=True), "id")
    return articles.order_by("created_at", "id")


def following(article: Article, order: Order) -> Article | None:
    """The article that comes after this one, which may be done by now; after the last one the first
    again; None where no other waits."""
    others = waiting(order).exclude(pk=article.pk)
    return others.filter(_after(article, order)).first() or others.first()


def _after(article: Article, order: Order) -> Q:
    if order is Order.OLDEST:
        same = Q(created_at=article.created_at, pk__gt=article.pk)
        return same | Q(created_at__gt=article.created_at)
    if article.certainty is None:
        return Q(certainty=None, pk__gt=article.pk)
    same = Q(certainty=article.certainty, pk__gt=article.pk)
    return same | Q(certainty__lt=article.certainty) | Q(certainty=None)
