"""Events that are one, on the desk: merged in the review and in the list, and taken apart again."""

import re

import pytest
from django.urls import reverse

from tests.admin.articles import extracted_article
from timeline.models import Event
from timeline.services.events import create_event
from timeline.services.review import accept
from timeline.services.sources import Citation

LIST = "/admin/timeline/event/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def known():
    """The storm, as the store knows it already."""
    event = create_event(
        title="A storm damages the Delta bridge",
        date="2024-05-20",
        evidence=[Citation("Harbour radio, 21 May 2024")],
    )
    accept(events=[event], user=None)
    return event


@pytest.fixture
def address(known):
    """The review page of an article that tells of the storm too."""
    return reverse("admin:timeline_article_review", args=[extracted_article().pk])


@pytest.fixture
def press(nour_client, address):
    def press(action, **fields):
        return nour_client.post(address, {"action": action, **fields}, follow=True)

    return press


def found_storm():
    return Event.objects.get(date="2024-05-20", confidence__isnull=False)


def choose(nour_client, action, *events):
    chosen = {"action": action, "_selected_action": [event.pk for event in events]}
    return nour_client.post(LIST, chosen, follow=True).content.decode()


def test_the_review_shows_the_same_event_elsewhere_and_its_source(nour_client, address, known):
    page = nour_client.get(address).content.decode()
    assert "The same event elsewhere?" in page
    assert "A storm damages the Delta bridge" in page
    assert f'value="join:{found_storm().pk}:{known.pk}"' in page


def test_one_button_makes_the_article_further_evidence(press, known):
    storm = found_storm()
    page = press(f"join:{storm.pk}:{known.pk}").content.decode()
    storm.refresh_from_db()
    assert (storm.status, storm.heir) == ("merged", known)
    assert [piece.kind for piece in known.evidence.all()] == ["citation", "quote"]
    assert "has the evidence of them all now" in page
    assert "was merged into this event" in page


def test_a_merge_is_taken_apart_where_it_is_shown(press, known):
    storm = found_storm()
    press(f"join:{storm.pk}:{known.pk}")
    press(f"part:{storm.pk}")
    storm.refresh_from_db()
    assert (storm.status, storm.heir) == ("suggested", None)
    assert known.evidence.count() == 1


def test_chosen_events_of_an_article_become_one(press):
    ids = list(Event.objects.filter(confidence__isnull=False).values_list("pk", flat=True)[:2])
    press("merge-chosen", chosen=ids)
    assert Event.objects.get(pk=min(ids)).evidence.count() == 2
    assert Event.objects.filter(status="merged").count() == 1


def test_what_was_merged_in_one_step_is_taken_apart_in_one(press, known):
    found = Event.objects.filter(confidence__isnull=False).order_by("pk")
    before = {event.pk: event.evidence.count() for event in found}
    page = press("merge-chosen", chosen=list(before)).content.decode()
    assert found.filter(status="merged").count() == len(before) - 1
    assert 'value="part-chosen"' in page
    fields = re.findall(r'type="hidden" name="(chosen|shown)" value="([^"]+)"', page)
    ids = [value for name, value in fields if name == "chosen"]
    stale = f"{min(before)}@2001-01-01T00:00:00+00:00"
    assert "was left as it is" in press("part-chosen", chosen=ids, shown=stale).content.decode()
    press("part-chosen", chosen=ids)
    assert {event.pk: event.evidence.count() for event in found} == before
    assert set(found.values_list("status", flat=True)) == {"suggested"}


def test_choosing_one_event_merges_nothing_and_says_so(press):
    page = press("merge-chosen", chosen=[found_storm().pk]).content.decode()
    assert "choose two events or more" in page
    assert not Event.objects.filter(status="merged").exists()


def test_an_event_of_another_article_is_not_taken_apart_here(press, known):
    other = create_event(title="Elsewhere", date="2001")
    assert press(f"part:{other.pk}").status_code == 404


def test_events_are_merged_and_taken_apart_in_the_list(nour_client, known):
    other = create_event(title="A gale", date="2024-05-20")
    assert "has the evidence of them all now" in choose(nour_client, "merge", known, other)
    other.refresh_from_db()
    assert other.heir == known
    choose(nour_client, "take_apart", other)
    other.refresh_from_db()
    assert other.heir is None


def test_what_cannot_be_merged_says_why(nour_client, known):
    rejected = create_event(title="A rumour", date="2024-05-20", status="rejected")
    page = choose(nour_client, "merge", known, rejected)
    assert "“A rumour” cannot be merged: it is rejected." in page


def test_a_merged_event_can_be_read_and_not_changed(nour_client, known):
    other = create_event(title="A gale", date="2024-05-20")
    choose(nour_client, "merge", known, other)
    page = nour_client.get(f"{LIST}{other.pk}/change/").content.decode()
    assert "A gale" in page
    assert 'name="_save"' not in page


def test_the_form_of_an_event_does_not_offer_to_call_it_merged(nour_client, known):
    assert 'value="merged"' not in nour_client.get(f"{LIST}{known.pk}/change/").content.decode()
