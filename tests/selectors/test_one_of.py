"""Many numbers in one parameter, on both databases."""

import pytest

from timeline.models import Event, Evidence
from timeline.selectors.one_of import one_of
from timeline.services.events import create_event

pytestmark = pytest.mark.django_db


def _event(title: str) -> Event:
    return create_event(title=title, date="2024-05-20")


def test_those_that_are_named_are_found_each_once():
    pier, _storm, crane = (_event(title) for title in ("A pier", "A storm", "A crane"))
    found = Event.objects.filter(one_of("pk", [crane.pk, pier.pk, pier.pk, 0]))
    assert set(found) == {pier, crane}


def test_what_is_referred_to_is_named_by_its_id():
    pier, storm = _event("A pier"), _event("A storm")
    found = Evidence.objects.filter(one_of("event", [storm.pk]))
    assert {evidence.event for evidence in found} == {storm}
    assert not Evidence.objects.filter(one_of("event", [storm.pk]), event=pier).exists()


def test_more_than_a_statement_has_parameters_can_be_named():
    pier = _event("A pier")
    assert Event.objects.filter(one_of("pk", range(pier.pk, pier.pk + 300_000))).get() == pier


def test_nobody_is_asked_for_none(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert list(Event.objects.filter(one_of("pk", []))) == []
