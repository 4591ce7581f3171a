"""Out of the bin: a record and what was deleted with it are stored again as they were.

What cannot come back as it was is reported in sentences; where nothing can, a ValidationError says
why.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import SET_NULL, Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.models import (
    Article,
    Category,
    Deleted,
    Entity,
    Event,
    Evidence,
    GoneEvent,
    Telling,
    Timeline,
    TimelineEvent,
)
from timeline.services import locks, memberships, review, timelines
from timeline.services.batches import batches
from timeline.services.bin.snapshots import Rows, rows_of
from timeline.services.joining import follow_filters
from timeline.services.people import PUBLISH, User, demand, person
from timeline.services.search_index import index, index_tellings, retell_entities

_BATCH = 500
# Without these an event is not what it was.
_RESTS_ON = ((Evidence, "article"), (Event, "heir"))


@transaction.atomic
def restore(*, deleted: Deleted, user: User) -> tuple[Model, list[str]]:
    """Bring a record back, with the status and on the timelines that it had: the record, and what
    of it could not come back as it was, in sentences.

    Raises ValidationError, and changes nothing, where it cannot come back; PermissionDenied where
    the user may not delete such records, or not publish what readers would see.
    """
    demand(user, f"timeline.delete_{deleted.kind}")
    kept = Deleted.objects.select_for_update().filter(pk=deleted.pk).first()
    if kept is None:
        raise ValidationError(_("This is not in the bin any more."))
    rows = rows_of(kept.content)
    record = _record(kept, rows)
    _demand_publishing(record, user)
    losses = [*_made_free(record), *_without_what_is_gone(kept, rows)]
    _store(rows, user)
    _link(kept.content["links"])
    _settle(record, rows)
    GoneEvent.objects.filter(pk__in=[event.pk for event in rows.get(Event, ())]).delete()
    kept.delete()
    return record, losses


def _record(kept: Deleted, rows: Rows) -> Any:
    named = (each for model, found in rows.items() for each in found if _is(kept, model, each.pk))
    return next(named)


def _is(kept: Deleted, model: type[Model], pk: int) -> bool:
    return model._meta.model_name == kept.kind and pk == kept.record


def _demand_publishing(record: Any, user: User) -> None:
    status = getattr(record, "status", "")
    visibility = getattr(record, "visibility", Timeline.Visibility.DRAFT)
    if status == Event.Status.PUBLISHED or visibility != Timeline.Visibility.DRAFT:
        demand(user, PUBLISH)


def _made_free(record: Any) -> Iterator[str]:
    """Give up unique values that another record has taken meanwhile; yields a sentence for each."""
    if isinstance(record, Article):
        stored = Article.objects.filter(text_sha256=record.text_sha256).first()
        if stored:
            raise ValidationError(
                _("This text is stored again already, as “%(title)s”."),
                params={"title": stored.title},
            )
    if isinstance(record, Category) and Category.objects.filter(key=record.key).exists():
        raise ValidationError(
            _("Another category has the key “%(key)s” by now: change that one first."),
            params={"key": record.key},
        )
    if isinstance(record, Timeline):
        taken, record.slug = record.slug, timelines.free_slug(record.slug)
        if taken != record.slug:
            yield _("Its address is taken: it is “%(slug)s” now.") % {"slug": record.slug}
    wikidata = record.wikidata if isinstance(record, Entity) else ""
    if wikidata and Entity.objects.filter(wikidata=wikidata).exists():
        record.wikidata = ""
        yield _("Another one has its Wikidata id %(id)s: it is without one now.") % {"id": wikidata}


def _without_what_is_gone(kept: Deleted, rows: Rows) -> Iterator[str]:
    """Take out of `rows` what refers to rows that are no more, as deleting those would have."""
    before = sum(map(len, rows.values()))
    losses = list[str]()
    while _drop_once(kept, rows, losses):
        pass
    lost = before - sum(map(len, rows.values()))
    _demand_evidence(rows)
    if lost:
        losses.append(
            ngettext(
                "%(count)d thing that belonged to it is gone and did not come back.",
                "%(count)d things that belonged to it are gone and did not come back.",
                lost,
            )
            % {"count": lost}
        )
    return iter(losses)


def _drop_once(kept: Deleted, rows: Rows, losses: list[str]) -> bool:
    """One look at all references; whether a row was taken out, which others may refer to."""
    dropped = False
    for model, found in rows.items():
        for field in (each for each in model._meta.concrete_fields if each.is_relation):
            lost = _lost(field, found, rows)
            if not lost:
                continue
            if field.related_model is Category and model is Event:
                losses.append(_("Its category is gone: it has none now."))
            if field.related_model is Category or _on_delete(field) is SET_NULL:
                for each in found:
                    if getattr(each, field.attname) in lost:
                        setattr(each, field.attname, None)
                continue
            _refuse_to_lose(kept, model, field, found, lost)
            rows[model] = found = [e for e in found if getattr(e, field.attname) not in lost]
            dropped = True
    return dropped


def _on_delete(field: Any) -> Any:
    return field.remote_field.on_delete


def _lost(field: Any, found: list[Any], rows: Rows) -> set[Any]:
    """Ids that the rows refer to and nothing has."""
    model = field.related_model
    wanted = {getattr(each, field.attname) for each in found} - {None}
    wanted -= {each.pk for each in rows.get(model, ())}
    for some in batches(sorted(wanted)):
        wanted -= set(model._base_manager.filter(pk__in=some).values_list("pk", flat=True))
    return wanted


def _refuse_to_lose(
    kept: Deleted, model: type[Model], field: Any, found: list[Any], lost: set[Any]
) -> None:
    """What it rests on may be in the bin as well; without its heir an event is nothing."""
    if kept.kind != Deleted.Kind.EVENT or (model, field.name) not in _RESTS_ON:
        return
    wanted = Deleted.objects.filter(kind=field.related_model._meta.model_name, record__in=lost)
    if also := wanted.first():
        raise ValidationError(
            _("It rests on “%(title)s”, which is in the bin, too: bring that back first."),
            params={"title": also.title},
        )
    if any(_is(kept, model, each.pk) and getattr(each, field.attname) in lost for each in found):
        raise ValidationError(_("What it belonged to is gone for good: it cannot come back."))


def _demand_evidence(rows: Rows) -> None:
    """No event comes back that nothing supports."""
    supported = {piece.event_id for piece in rows.get(Evidence, ())}
    for event in rows.get(Event, ()):
        if event.pk not in supported and event.heir_id is None:
            raise ValidationError(
                _("“%(title)s” cannot come back: the articles that told of it are gone for good."),
                params={"title": event.title},
            )


def _store(rows: Rows, user: User) -> None:
    for model, found in rows.items():
        for each in found:
            if isinstance(each, TimelineEvent):
                each.visible = False  # until it is counted
            if not model._meta.auto_created:
                # As it was: nothing sets its instants, and the history is written below.
                each.save_base(raw=True, force_insert=True)
        if model._meta.auto_created:
            model._base_manager.bulk_create(found, batch_size=_BATCH)
        if history := getattr(model, "history", None):
            reason = _("Brought back from the bin")
            history.bulk_history_create(
                found, _BATCH, default_user=person(user), default_change_reason=reason
            )


def _link(links: Iterable[tuple[str, Any, str, Any]]) -> None:
    """Let what referred to it do so again, unless it refers to something else by now."""
    for label, pk, name, value in links:
        model = apps.get_model(label)
        model._base_manager.filter(pk=pk, **{name: None}).update(**{name: value})


def _settle(record: Any, rows: Rows) -> None:
    """Index, count and show again what came back."""
    ids = {event.pk for event in rows.get(Event, ())}
    ids |= {piece.event_id for piece in rows.get(Evidence, ())}
    index(event_ids=ids)
    articles, events = review.lock(ids=sorted(ids))
    index_tellings(event_ids={telling.event_id for telling in rows.get(Telling, ())})
    members = {each.event_id for each in rows.get(TimelineEvent, ())}
    memberships.synchronise(events=locks.events(ids=ids | members))
    follow_filters(events=events)
    review.mark_articles(articles)
    if isinstance(record, Entity):
        retell_entities(ids=[record.pk])
    if isinstance(record, Timeline):
        if record.saved_filter is not None:
            timelines.refresh(timeline=record)
        timelines.touch(timeline=record)
