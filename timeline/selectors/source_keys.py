"""Keys of the sources that report events: the name of a publisher, or for an article that names
none `article:` and its id."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.functions import Cast, Concat

from timeline.models import Article
from timeline.models.ids import is_id

ARTICLE = "article:"


class Sources(NamedTuple):
    """Names of publishers, and ids of articles."""

    publishers: list[str]
    articles: list[int]


def sources_of(keys: Iterable[str]) -> Sources:
    """The sources with these keys, whether they exist or not."""
    every = list(keys)
    ids = [int(key.removeprefix(ARTICLE)) for key in every if is_article(key)]
    return Sources([key for key in every if not is_article(key)], ids)


def is_article(key: str) -> bool:
    return key.startswith(ARTICLE) and is_id(key.removeprefix(ARTICLE))


def key_of(article: str) -> Case:
    """The key of a source, as an expression; `article` is the path to the article."""
    itself = Concat(Value(ARTICLE), Cast(article, CharField()), output_field=CharField())
    publisher = f"{article}__publisher"
    return Case(When(**{publisher: ""}, then=itself), default=F(publisher))


def is_from(sources: Sources, article: str = "article") -> Q:
    """The condition that the article at the path `article` is one of these, or by one of them."""
    by_publisher = Q(**{f"{article}__publisher__in": sources.publishers})
    return by_publisher | Q(**{f"{article}__in": sources.articles})


def labels_of(keys: Iterable[str]) -> dict[str, str]:
    """The label of each key; an article that does not exist has none."""
    publishers, ids = sources_of(keys)
    titles = Article.objects.filter(pk__in=ids).values_list("pk", "title") if ids else ()
    return {name: name for name in publishers} | {f"{ARTICLE}{pk}": title for pk, title in titles}
