"""Versions of an article: what stood at the same address before and after, and which events rest on
words that are gone since."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.models import Article, Event, Evidence

# Versions that are looked back to; a live page is changed some tens of times.
_BACK = 50


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions before this one, the latest first, and those made from it. `gone` are pieces of
    evidence in earlier ones, with `quote` annotated, whose words this one does not have."""

    earlier: list[Article]
    later: list[Article]
    gone: list[Evidence]


def versions_of(article: Article) -> Versions | None:
    """None where an article has no other version."""
    earlier = list(_earlier(article))
    later = list(article.later.defer("text").order_by("pk"))
    if not (earlier or later):
        return None
    return Versions(earlier, later, _gone(article, earlier))


def _earlier(article: Article) -> Iterator[Article]:
    known = {article.pk}
    while article.earlier_id and article.earlier_id not in known and len(known) <= _BACK:
        known.add(article.earlier_id)
        article = Article.objects.defer("text").get(pk=article.earlier_id)
        yield article


def _gone(article: Article, earlier: list[Article]) -> list[Evidence]:
    """Rejected events rest on nothing, and what also rests on this version is told by it."""
    alive = (Event.Status.SUGGESTED, Event.Status.PUBLISHED)
    pieces = Evidence.objects.with_quotes().filter(article__in=earlier, event__status__in=alive)
    told_here = Evidence.objects.filter(article=article).values("event")
    text = _words(article.text)
    rest = pieces.exclude(event__in=told_here).select_related("event").order_by("event_id", "id")
    return [piece for piece in rest if _words(piece.quote) not in text]


def _words(text: str) -> str:
    """Without regard to where lines end."""
    return " ".join(text.split())
