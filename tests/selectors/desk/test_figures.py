"""The figures of the desk: what waits, and what became of suggestions of each confidence."""

from itertools import pairwise

import pytest

from tests.admin.articles import long_article
from timeline.models import Event
from timeline.selectors.desk.figures import bands, waiting_now
from timeline.services.events import create_event

pytestmark = pytest.mark.django_db


def suggestions(confidence, **statuses):
    """So many of each status, all of one confidence."""
    for status, number in statuses.items():
        for _ in range(number):
            event = create_event(title="Rain", date="2024", confidence=confidence)
            Event.objects.filter(pk=event.pk).update(status=status)


def band(start):
    (found,) = [each for each in bands() if each.start == start]
    return found


def test_what_waits_is_counted_in_articles_and_suggestions():
    long_article()
    now = waiting_now()
    assert (now.articles, now.suggestions) == (1, Event.objects.count())


def test_where_nothing_waits_the_figures_say_so():
    assert (waiting_now().articles, waiting_now().suggestions) == (0, 0)


def test_the_bands_reach_from_none_to_all_without_a_gap():
    ends = [(each.start, each.end) for each in bands()]
    assert (ends[-1][0], ends[0][1]) == (0, 100)
    assert all(lower[1] == upper[0] for upper, lower in pairwise(ends))


def test_a_band_says_what_was_promised_and_what_was_kept():
    suggestions(0.92, published=3, rejected=1, suggested=2)
    found = band(90)
    assert (found.accepted, found.rejected, found.waiting) == (3, 1, 2)
    assert (round(found.promised), round(found.kept)) == (92, 75)


def test_what_waits_promises_nothing_yet():
    suggestions(0.5, suggested=2)
    assert (band(50).promised, band(50).kept) == (None, None)


@pytest.mark.parametrize(("confidence", "start"), [(0.0, 0), (0.5, 50), (0.949, 90), (1.0, 95)])
def test_each_confidence_has_its_band(confidence, start):
    suggestions(confidence, published=1)
    assert [each.start for each in bands() if each.decided] == [start]


def test_what_was_merged_into_another_event_was_accepted():
    suggestions(0.8, published=1)
    heir = Event.objects.get()
    merged = create_event(title="Rain", date="2024", confidence=0.85)
    Event.objects.filter(pk=merged.pk).update(status="merged", heir=heir)
    assert (band(80).accepted, band(80).rejected) == (2, 0)


def test_what_was_entered_by_hand_takes_no_part():
    create_event(title="Rain", date="2024", status="published")
    assert not any(each.decided for each in bands())
