"""What the buttons of the review page do: `name="action"`, and as its value the verb and the ids it
is about, as in "accept:12" or "join:12:7"."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from timeline.admin.access.rights import may_change, may_decide, may_make_timeline, may_publish
from timeline.admin.merges import merge_with_message, take_apart_with_message
from timeline.admin.reasons import asked_reason, wrong_reason
from timeline.admin.review.answers import Answer, Undo
from timeline.admin.review.forms import EventForm, PublishForm
from timeline.admin.review.passages import asked_passage, bring_back, enter, forget, set_aside
from timeline.admin.review.pieces import longer, shorter, split_off, take_date
from timeline.admin.seen import (
    FIELD,
    apart,
    packed,
    seen_in,
    tell_left,
    unchanged,
    what_changed,
)
from timeline.admin.sent import made_before, remember_made, tell_twice
from timeline.models import Article, Event, Timeline
from timeline.models.ids import is_id
from timeline.selectors.desk.review import events_of, is_above
from timeline.services import review
from timeline.services.events import ChangedMeanwhileError, update_event
from timeline.services.meanwhile import tell_apart
from timeline.services.timelines import create_timeline, publish_events


def requested(request: HttpRequest, article: Article) -> Answer:
    """The event that `?open=` names, or with its form `?edit=`, or the form for the passage that
    `?passage=` gives; forms for those who may use them."""
    if "passage" in request.GET:
        return asked_passage(request, article)
    number = request.GET.get("edit") or request.GET.get("open", "")
    event = events_of(article).filter(pk=int(number)).first() if is_id(number) else None
    if event is None:
        return Answer()
    editing = "edit" in request.GET and may_change(request, event)
    return Answer(event.pk, edit=EventForm(event=event) if editing else None)


def carry_out(request: HttpRequest, article: Article) -> Answer:
    """Carry out the button that was pressed."""
    verb, *numbers = request.POST.get("action", "").split(":")
    if not (may_decide(request) or (verb in SUGGESTING and may_change(request))):
        raise PermissionDenied
    act, takes = VERBS.get(verb, (None, 0))
    if act is None or len(numbers) != takes or not all(map(is_id, numbers)):
        return _unknown(request)
    if wrong := wrong_reason(request):
        messages.error(request, wrong)
        return Answer()
    with transaction.atomic():  # what is found to be as it was seen stays so until it is decided
        return _first_look(request, article, verb, numbers) or act(
            request, article, *map(int, numbers)
        )


def _first_look(
    request: HttpRequest, article: Article, verb: str, numbers: list[str]
) -> Answer | None:
    """What somebody else has made of the event that is decided on, since the page showed it; None
    where that makes no difference."""
    seen = seen_in(request)
    if verb == "part" and seen is not None:
        return _first_look_at_heir(article, int(numbers[0]), seen)
    if verb not in ABOUT_ONE or seen is None:
        return None
    pk = int(numbers[0])
    if not events_of(article).filter(pk=pk).exists():
        return _gone(request, pk)
    ids = {pk, int(numbers[1])} if verb == "join" else {pk}  # all at once, in the order of locks
    _same, changed = tell_apart(ids=ids, seen=seen)
    mine = [one for one in changed if one.event.pk == pk]
    if not mine or mine[0].event.status == ABOUT_ONE[verb]:
        return None
    return Answer(pk, meanwhile=what_changed(mine[0]))


def _first_look_at_heir(article: Article, pk: int, seen: dict[int, datetime]) -> Answer | None:
    """The same of the event that another one is to be taken out of."""
    heir = events_of(article).filter(merged=pk).values_list("pk", flat=True).first()
    if heir not in seen:
        return None
    _same, changed = tell_apart(ids={heir, pk}, seen=seen)
    mine = [one for one in changed if one.event.pk == heir]
    return Answer(heir, meanwhile=what_changed(mine[0])) if mine else None


def _gone(request: HttpRequest, pk: int) -> Answer | None:
    """An event that somebody has merged into another one is decided on there."""
    event = Event.objects.filter(pk=pk).exclude(heir=None).select_related("heir").first()
    if event is None or event.heir is None:
        return None
    message = gettext("Nothing was changed: “%(title)s” was merged into “%(heir)s” meanwhile.")
    messages.warning(request, message % {"title": event.title, "heir": event.heir.title})
    return Answer(event.heir_id, alone=False)


def _unknown(request: HttpRequest) -> Answer:
    messages.error(request, gettext("That button is not known here: nothing was changed."))
    return Answer()


def _event(article: Article, pk: int) -> Event:
    return get_object_or_404(events_of(article), pk=pk)


def _decide(request: HttpRequest, decision: Callable[..., int], events: list[Event]) -> int:
    return decision(events=events, user=request.user, reason=asked_reason(request))


def _accept(request: HttpRequest, article: Article, pk: int) -> Answer:
    _decide(request, review.accept, [_event(article, pk)])
    return Answer(pk)


def _reject(request: HttpRequest, article: Article, pk: int) -> Answer:
    _decide(request, review.reject, [_event(article, pk)])
    return Answer(pk)


def _restore(request: HttpRequest, article: Article, pk: int) -> Answer:
    _decide(request, review.restore, [_event(article, pk)])
    return Answer(pk)


def _edit(request: HttpRequest, article: Article, pk: int) -> Answer:
    """A new date may move the event to another place on the page."""
    event = _event(article, pk)
    form, before = EventForm(request.POST, event=event), event.date
    if not form.is_valid():
        return Answer(pk, edit=form)
    changes = form.changes("title", "date", "category")
    try:
        update_event(event=event, user=request.user, seen=form.stored.updated_at, **changes)
    except ChangedMeanwhileError:  # between the check of the form and now
        return _edit(request, article, pk)
    return Answer(pk, alone=event.date == before)


def _join(request: HttpRequest, article: Article, pk: int, twin: int) -> Answer:
    """The event is the same as one elsewhere: the article becomes further evidence of that."""
    return _merge(request, [_event(article, pk), get_object_or_404(Event, pk=twin)])


def _merge_chosen(request: HttpRequest, article: Article) -> Answer:
    chosen = _chosen(request, article)
    if len(unchanged(request, chosen)) < len(chosen):
        return Answer(alone=False)
    if len(chosen) < 2:
        messages.warning(request, gettext("Nothing was merged: choose two events or more."))
        return Answer()
    answer = _merge(request, chosen)
    gone = Event.objects.filter(pk__in=[event.pk for event in chosen]).exclude(heir=None)
    if not gone:
        return answer
    fields = (*_all_of(gone), (FIELD, packed({event.heir for event in gone if event.heir})))
    return replace(answer, undo=Undo("part-chosen", fields))


def _part_chosen(request: HttpRequest, article: Article) -> Answer:
    """What was merged in one step is taken apart in one, unless somebody has changed it."""
    gone = Event.objects.filter(pk__in=_chosen_ids(request), heir__in=events_of(article))
    heirs = unchanged(request, Event.objects.filter(pk__in=gone.values("heir")))
    for event in gone.filter(heir__in=heirs):
        take_apart_with_message(request, event, asked_reason(request))
    return Answer(alone=False)


def _merge(request: HttpRequest, events: list[Event]) -> Answer:
    heir = merge_with_message(request, events, asked_reason(request))
    return Answer((heir or events[0]).pk, alone=False)


def _take_apart(request: HttpRequest, article: Article, pk: int) -> Answer:
    """An event that was merged into one of the article's is its own again."""
    event = get_object_or_404(Event, pk=pk, heir__in=events_of(article))
    take_apart_with_message(request, event, asked_reason(request))
    return Answer(pk, alone=False)


def _chosen(request: HttpRequest, article: Article) -> list[Event]:
    ids = _chosen_ids(request)
    return [event for event in events_of(article) if event.pk in ids]


def _chosen_ids(request: HttpRequest) -> set[int]:
    return {int(number) for number in request.POST.getlist("chosen") if is_id(number)}


def _all_of(events: Iterable[Event]) -> tuple[tuple[str, str], ...]:
    """Fields that choose them."""
    return tuple(("chosen", str(event.pk)) for event in events)


def _waiting(request: HttpRequest, article: Article) -> list[Event]:
    return unchanged(request, events_of(article), Event.Status.SUGGESTED)


def _accept_all(request: HttpRequest, article: Article) -> Answer:
    return _accept_those(request, _waiting(request, article))


def _accept_above(request: HttpRequest, article: Article) -> Answer:
    """The surest, from the confidence (in percent) that was chosen."""
    least = request.POST.get("least", "")
    if not is_id(least):
        return _unknown(request)
    sure = [event for event in _waiting(request, article) if is_above(event.confidence, int(least))]
    return _accept_those(request, sure)


def _accept_those(request: HttpRequest, events: list[Event]) -> Answer:
    accepted = _decide(request, review.accept, events)
    message = ngettext("%(count)d event was accepted.", "%(count)d events were accepted.", accepted)
    messages.success(request, message % {"count": accepted})
    return _together(events)


def _reject_all(request: HttpRequest, article: Article) -> Answer:
    events = _waiting(request, article)
    rejected = _decide(request, review.reject, events)
    message = ngettext("%(count)d event was rejected.", "%(count)d events were rejected.", rejected)
    messages.success(request, message % {"count": rejected})
    return _together(events)


def _together(events: list[Event]) -> Answer:
    """What was decided in one step is taken back in one, but for what others change meanwhile."""
    chosen = _all_of(events)
    left = Event.objects.filter(pk__in=[event.pk for event in events])
    fields = (*chosen, (FIELD, packed(left)))
    return Answer(alone=False, undo=Undo("restore-chosen", fields) if chosen else None)


def _restore_chosen(request: HttpRequest, article: Article) -> Answer:
    _decide(request, review.restore, unchanged(request, _chosen(request, article)))
    return Answer(alone=False)


def _publish(request: HttpRequest, article: Article) -> Answer:
    return _publish_those(request, article, [Event.Status.PUBLISHED])


def _publish_all(request: HttpRequest, article: Article) -> Answer:
    return _publish_those(request, article, [Event.Status.SUGGESTED, Event.Status.PUBLISHED])


def _publish_those(request: HttpRequest, article: Article, statuses: list[str]) -> Answer:
    if not may_publish(request):
        raise PermissionDenied
    form = PublishForm(request.POST, may_make=may_make_timeline(request))
    if not form.is_valid():
        return Answer(publish=form)
    chosen = form.cleaned_data["timeline"]
    if not chosen and (made := _made_before(request, article, statuses)):
        tell_twice(request)
        return Answer(address=reverse("timeline", args=[made.slug]))
    events, left = apart(request, events_of(article), *statuses)
    tell_left(request, left)
    if not events:
        form.add_error("timeline", gettext("Nothing was published: accept an event first."))
        return Answer(publish=form)
    timeline = chosen or _new_timeline(request, form.cleaned_data["new_title"], article)
    publish_events(
        events=events, timeline=timeline, user=request.user, reason=asked_reason(request)
    )
    # The editor sees first what was left alone.
    return Answer(address="" if left else reverse("timeline", args=[timeline.slug]), alone=False)


def _new_timeline(request: HttpRequest, title: str, article: Article) -> Timeline:
    timeline = create_timeline(title=title, language=article.language, user=request.user)
    remember_made(request, timeline)
    return timeline


def _made_before(request: HttpRequest, article: Article, statuses: list[str]) -> Timeline | None:
    """The timeline that the same form has made, where that has all it would publish now."""
    made = made_before(request, Timeline)
    if made is None:
        return None
    more = events_of(article).filter(status__in=statuses).exclude(memberships__timeline=made)
    return None if more.exists() else made


# What somebody may do who may not decide: correct what waits, and suggest.
SUGGESTING = frozenset(("edit", "enter", "forget"))
# What is decided about the event that the first id names, and the status that it gives: where the
# event has that already, nobody has to choose.
ABOUT_ONE = {
    "accept": Event.Status.PUBLISHED,
    "reject": Event.Status.REJECTED,
    "restore": Event.Status.SUGGESTED,
    **dict.fromkeys(("date", "longer", "shorter", "split", "join")),
}
# Verb: what it does, and of how many ids.
VERBS: dict[str, tuple[Callable[..., Answer], int]] = {
    "accept": (_accept, 1),
    "reject": (_reject, 1),
    "restore": (_restore, 1),
    "edit": (_edit, 1),
    "enter": (enter, 0),
    "forget": (forget, 1),
    "set-aside": (set_aside, 1),
    "bring-back": (bring_back, 1),
    "date": (take_date, 2),
    "longer": (longer, 1),
    "shorter": (shorter, 1),
    "split": (split_off, 1),
    "join": (_join, 2),
    "part": (_take_apart, 1),
    "merge-chosen": (_merge_chosen, 0),
    "part-chosen": (_part_chosen, 0),
    "accept-all": (_accept_all, 0),
    "accept-above": (_accept_above, 0),
    "restore-chosen": (_restore_chosen, 0),
    "reject-all": (_reject_all, 0),
    "publish": (_publish, 0),
    "publish-all": (_publish_all, 0),
}
