"""Articles: each text is stored once, under every address it was found at."""

import datetime
from dataclasses import dataclass
from typing import cast

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import CharField
from django.utils.translation import gettext as _

from timeline.models import Article, ArticleAddress
from timeline.models.article import URL_LENGTH
from timeline.services.search_index import retell_articles
from timeline.text import digest, headline, in_its_own_order, normalise

# Characters of a line that is a sentence at least, not a heading or "Read more".
_PARAGRAPH = 40


@dataclass(frozen=True, slots=True)
class Stored:
    """The article that holds the text, and whether it is new."""

    article: Article
    created: bool


def find_article(*, text: str) -> Article | None:
    """The article that holds exactly this text (normalised), if one is stored."""
    return Article.objects.defer("text").filter(text_sha256=digest(normalise(text))).first()


@transaction.atomic
def store_article(
    *,
    text: str,
    title: str,
    published_on: datetime.date,
    published: str = "",
    language: str = "",
    publisher: str = "",
    author: str = "",
    url: str = "",
    origin: str,
) -> Stored:
    """Store a text, or find the article that holds it already; a new address is added to either.

    A text that is stored already keeps its title, day, author and so on. Lengths beyond a field's
    are cut, except those of addresses: half an address leads elsewhere, so one that is too long is
    left out.

    Raises ValidationError for a text without a letter in it.
    """
    text = normalise(text)
    if not text.strip():
        raise ValidationError(_("The article is empty: give its text."))
    cut = _cut(
        title=title.strip() or headline(text, language),
        published=published,
        language=language,
        publisher=publisher,
        author=author,
    )
    stored = _get_or_create(text, {"published_on": published_on, "origin": origin, **cut})
    if url and len(url) <= URL_LENGTH:
        _add_address(stored, url)
    return stored


def _add_address(stored: Stored, url: str) -> None:
    if stored.created:
        _link_versions(stored.article, url)
    _address, is_new = ArticleAddress.objects.get_or_create(article=stored.article, url=url)
    if is_new and not stored.created:  # the events that it tells may have had no link to it
        retell_articles(ids=[stored.article.pk])


def _link_versions(article: Article, url: str) -> None:
    """What stood at the same address before is an earlier version, if it has a paragraph or its
    title in common: some addresses give another article every day."""
    before = (
        Article.objects.filter(addresses__url=url).exclude(pk=article.pk).order_by("-pk").first()
    )
    if before and (before.title == article.title or _paragraphs(before) & _paragraphs(article)):
        article.earlier = before
        article.save(update_fields=["earlier"])


def _paragraphs(article: Article) -> set[str]:
    lines = (" ".join(line.split()) for line in article.text.split("\n"))
    return {line for line in lines if len(line) >= _PARAGRAPH}


def _get_or_create(text: str, described: dict[str, object]) -> Stored:
    """The unique digest decides between two writers of one text; the later finds the earlier's."""
    sha256 = digest(text)
    known = Article.objects.filter(text_sha256=sha256)
    if article := known.first():
        return Stored(article, created=False)
    try:
        with transaction.atomic():
            article = Article.objects.create(text=text, text_sha256=sha256, **described)
    except IntegrityError:
        return Stored(known.get(), created=False)
    return Stored(article, created=True)


def _cut(**written: str) -> dict[str, str]:
    """The fields' values, each as long as its field at the most."""
    return {
        field: in_its_own_order(normalise(value))[: _length(field)]
        for field, value in written.items()
    }


def _length(field: str) -> int | None:
    return cast("CharField[str, str]", Article._meta.get_field(field)).max_length
