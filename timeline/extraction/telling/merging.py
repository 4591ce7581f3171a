"""Two tellings of one event in one article are one event with two pieces of evidence.

Tellings agree when their dates do and they tell of the same thing: a word for the same happening
and somebody in common, or mostly the same words. Two deaths of the same day remain two.
"""

from collections import defaultdict
from collections.abc import Iterable

from timeline.dates.scales import Precision
from timeline.extraction.telling.drafts import Draft

_MOST_COMPARED = 24  # earlier events of the same year; keeps 20,000 dates linear
_MOSTLY = 0.5  # of the shorter telling's words
_PARTLY = 0.25
_FEWEST = 2  # words in common that are more than the name of both


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """The events, in the order told, each with its further tellings in `told`.

    A draft that is only support and tells no other's event is dropped.
    """
    events: list[Draft] = []
    by_year: dict[int, list[Draft]] = defaultdict(list)
    later: list[Draft] = []
    for draft in drafts:
        if draft.support:
            later.append(draft)
        elif same := _same(draft, by_year[_year(draft)]):
            _tell_again(same, draft)
        else:
            events.append(draft)
            by_year[_year(draft)].append(draft)
    for draft in later:
        if same := _same(draft, by_year[_year(draft)]):
            same.told.append(draft)
    return events


def _tell_again(event: Draft, draft: Draft) -> None:
    """The event is from now on known by the words of both."""
    event.told.append(draft)
    event.happenings += tuple(h for h in draft.happenings if h not in event.happenings)
    if len(event.told) < _MOST_COMPARED:
        event.stems |= draft.stems


def _year(draft: Draft) -> int:
    return draft.date.sort_day // 366  # a bucket: neighbours in time meet, that is all it is for


def _same(draft: Draft, events: list[Draft]) -> Draft | None:
    """The event that the draft tells again, the likeliest if there are several."""
    alike = [
        (likeness, event)
        for event in events[-_MOST_COMPARED:]
        if (likeness := _alike(draft, event))
    ]
    return max(alike, key=lambda pair: pair[0])[1] if alike else None


def _alike(draft: Draft, event: Draft) -> float:
    """How much two tellings are of one event; 0 if they are not."""
    if draft.date.text == event.date.text:
        return _alike_on_one_date(draft, event)
    if _within(draft, event) or _within(event, draft):
        return _alike_about(draft, event)
    return 0


def _alike_on_one_date(draft: Draft, event: Draft) -> float:
    happening, people, words = _common(draft, event)
    partly = words >= _PARTLY and len(draft.stems & event.stems) >= _FEWEST
    # Much happens in a month of which an article tells one thing; on a day two things may.
    alike = words > 0 or draft.date.precision > Precision.DAY
    nobody = alike and not (draft.named and event.named)
    if draft.fact and event.fact and people:
        return 1 + words  # "Term end" and "Death date": one day of one subject
    if words >= _MOSTLY or (happening and (people or nobody)):
        return 1 + words
    if draft.support and (people or words >= _PARTLY):
        return 0.5 + words
    if people and (partly or draft.pointing or people > 1):
        return 0.5 + words
    return 0.25 + words if draft.pointing and happening else 0


def _alike_about(draft: Draft, event: Draft) -> float:
    """For a date inside the other's: a day and the month it lies in, not a minute and its day."""
    finest = min(draft.date.precision, event.date.precision)
    happening, people, words = _common(draft, event)
    if finest is Precision.MINUTE and not draft.support:
        return words if words >= _MOSTLY and happening else 0
    fact = draft.fact or event.fact  # a field has too few words to share any
    alike = happening and people and (fact or words >= _PARTLY / 2)
    return 0.5 + words if alike else 0


def _common(draft: Draft, event: Draft) -> tuple[bool, int, float]:
    """A happening in common; how many names; what share of the shorter telling's words."""
    happening = bool(draft.says & event.says)
    people = len(draft.named & event.named)
    shorter = min(len(draft.stems), len(event.stems)) or 1
    return happening, people, len(draft.stems & event.stems) / shorter


def _within(inner: Draft, outer: Draft) -> bool:
    if inner.date.precision is outer.date.precision is Precision.MINUTE:
        return False
    return (
        outer.date.first_day <= inner.date.first_day
        and inner.date.last_day <= outer.date.last_day
        and not (outer.date.open_start or outer.date.open_end)
    )
