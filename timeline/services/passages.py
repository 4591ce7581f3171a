"""A passage of an article that a person chose becomes an event."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.dates.resolution import Resolution
from timeline.extraction.findings import Passage
from timeline.extraction.passages import read_passage
from timeline.models import Article, Category, Event
from timeline.services import locks
from timeline.services.entities import known_in
from timeline.services.events import create_event, delete_events, title_length
from timeline.services.people import PUBLISH, User, may
from timeline.services.review import mark_article
from timeline.services.sources import Quote
from timeline.text import Span

# The time expression of a date, and how that was worked out; nothing where an editor gave it.
_How = tuple[()] | tuple[Span, Resolution]


def read(*, article: Article, passage: Span) -> Passage:
    """What the passage says, its times counted from the day of publication; writes nothing."""
    return read_passage(
        article.text,
        passage,
        title=article.title,
        published=article.published_on,
        language=article.language,
        names=known_in(text=article.text),
    )


@transaction.atomic
def enter(
    *,
    article: Article,
    passage: Span,
    content: Passage,
    title: str = "",
    date: str = "",
    part: str = "",
    category: Category | None = None,
    user: User,
) -> Event:
    """The event of a passage, accepted where the user may publish; what is left empty is taken from
    `content`, which `read` gives.

    Raises ValidationError where there is no date, and as `create_event` does.
    """
    date, part, how = _dated(content, date, part)
    locks.articles(ids=[article.pk])
    event = create_event(
        title=title or content.title or article.text[slice(*passage)][: title_length()],
        date=date,
        part=part,
        category=category or Category.objects.filter(key=content.category).first(),
        status=Event.Status.PUBLISHED if may(user, PUBLISH) else Event.Status.SUGGESTED,
        participants=content.participants,
        places=content.places,
        evidence=[Quote(article, passage, *how)],
        language=article.language,
        user=user,
    )
    mark_article(pk=article.pk)
    return event


def _dated(content: Passage, date: str, part: str) -> tuple[str, str, _How]:
    """The date and the part of it that the editor gave, else the first of the passage, with the
    words that give it where any do. Raises ValidationError where neither gives one."""
    dated = next((each for each in content.dates if date in ("", each.date.text)), None)
    if dated is None and not date:
        raise ValidationError({"date": _("No words of this passage give a date: give it here.")})
    if dated is None:
        return date, part, ()
    how = (dated.expression, dated.resolution)
    return (date, part, how) if date else (dated.date.text, dated.part, how)


@transaction.atomic
def set_aside(*, article: Article, at: int, aside: bool) -> bool:
    """Set an undated passage of the article aside, or bring it back. `at` is where its time
    expression begins. Returns whether there is such a passage."""
    locks.articles(ids=[article.pk])
    article.refresh_from_db(fields=["undated"])
    known = any(start == at for _from, _to, start, _end, _aside in article.undated)
    article.undated = [
        [*span, start, end, aside if start == at else was]
        for *span, start, end, was in article.undated
    ]
    article.save(update_fields=["undated", "updated_at"])
    return known


@transaction.atomic
def take_back(*, article: Article, event: Event, user: User) -> bool:
    """Delete an event that `enter` has just made for this user; whether it could be: one that has
    further evidence, is on a timeline, or was decided on by others who may stays."""
    own = event.entered_by_id is not None and event.entered_by == user
    own = own and (event.status == Event.Status.SUGGESTED or may(user, PUBLISH))
    alone = not event.evidence.exclude(article=article).exists() and event.evidence.count() == 1
    if not own or event.confidence is not None or not alone or _is_placed(event):
        return False
    delete_events(events=[event])
    return True


def _is_placed(event: Event) -> bool:
    """Whether somebody put it on a timeline; a saved filter takes it off again by itself."""
    return event.memberships.filter(by_hand=True).exists()
