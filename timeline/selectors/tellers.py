"""Who tells an event: a publisher, or where an article names none, the article itself.

A publisher is written as its name, an article as `article:` and its id.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.functions import Cast, Concat

from timeline.models import Article
from timeline.models.ids import is_id

ARTICLE = "article:"


class Tellers(NamedTuple):
    publishers: list[str]
    articles: list[int]


def parted(tellers: Iterable[str]) -> Tellers:
    every = list(tellers)
    ids = [int(one.removeprefix(ARTICLE)) for one in every if is_article(one)]
    return Tellers([one for one in every if not is_article(one)], ids)


def is_article(teller: str) -> bool:
    return teller.startswith(ARTICLE) and is_id(teller.removeprefix(ARTICLE))


def teller(article: str) -> Case:
    """Who tells: an expression, where `article` is the path to the article."""
    itself = Concat(Value(ARTICLE), Cast(article, CharField()), output_field=CharField())
    publisher = f"{article}__publisher"
    return Case(When(**{publisher: ""}, then=itself), default=F(publisher))


def told_by(tellers: Tellers, article: str = "article") -> Q:
    """The condition that one of these tells, where `article` is the path to the article."""
    by_publisher = Q(**{f"{article}__publisher__in": tellers.publishers})
    return by_publisher | Q(**{f"{article}__in": tellers.articles})


def names_of(tellers: Iterable[str]) -> dict[str, str]:
    """What they are called; an article that is not there has no name."""
    publishers, ids = parted(tellers)
    titles = Article.objects.filter(pk__in=ids).values_list("pk", "title") if ids else ()
    return {one: one for one in publishers} | {f"{ARTICLE}{pk}": title for pk, title in titles}
