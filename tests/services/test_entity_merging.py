"""Two entries that are one person, organisation or place: the heir has all, and nothing is lost."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError

from tests.roles import member
from timeline import search
from timeline.extraction.findings import Name
from timeline.models import Entity, Event, Merge
from timeline.selectors.store.faults import faults
from timeline.services.entities import resolve
from timeline.services.entity_merging import merge_entities
from timeline.services.events import create_event
from timeline.services.merging import merge, undo
from timeline.services.timelines import create_timeline, refresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def sidra() -> Entity:
    return resolve(named=[Name("Sidra", "place")], language="en")[0]


@pytest.fixture
def arabic() -> Entity:
    return resolve(named=[Name("سدرة", "place")], language="ar")[0]


def joined(heir: Entity, *others: Entity, user: User | None = None) -> Entity:
    merge_entities(entities=others, heir=heir, user=user)
    heir.refresh_from_db()
    return heir


def test_the_heir_is_known_by_all_their_names(sidra, arabic):
    joined(sidra, arabic)
    assert [name.name for name in sidra.names.all()] == ["Sidra", "سدرة"]
    assert resolve(named=[Name("سدرة", "place")], language="ar") == [sidra]
    assert Entity.objects.count() == 1


def test_a_name_that_both_have_is_there_once(sidra):
    other = Entity.objects.create(name="SIDRA", kind="place")
    other.names.create(name="SIDRA", language="en", folded="sidra")
    assert joined(sidra, other).names.count() == 1


def test_events_name_the_heir_each_once(sidra, arabic):
    one = create_event(title="A storm", date="2024", places=[arabic])
    both = create_event(title="A gale", date="2024", places=[sidra, arabic], participants=[arabic])
    joined(sidra, arabic)
    assert list(one.places.all()) == list(both.places.all()) == [sidra]
    assert list(both.participants.all()) == [sidra]


def test_events_of_both_are_found_by_all_names(sidra, arabic):
    for place in (sidra, arabic):
        create_event(title="A storm", date="2024", places=[place])
    joined(sidra, arabic)
    for name in ("sidra", "سدرة"):
        assert Event.objects.filter(search.matching(name, "pk")).count() == 2
    assert not list(faults())


def test_saved_filters_name_the_heir_and_collect_the_events_of_both(sidra, arabic):
    for place in (sidra, arabic):
        create_event(title="A storm", date="2024", status="published", places=[place])
    timeline = create_timeline(title="T", saved_filter={"entities": [arabic.pk], "from": "2000"})
    refresh(timeline=timeline)
    joined(sidra, arabic)
    timeline.refresh_from_db()
    assert timeline.saved_filter == {"entities": [sidra.pk], "from": "2000"}
    assert timeline.memberships.count() == 2


def test_what_the_heir_lacks_it_takes_over(sidra):
    known = Entity.objects.create(
        name="Sidra", kind="place", wikidata="Q42", latitude=30.5, longitude=18.0
    )
    joined(sidra, known)
    assert (sidra.wikidata, sidra.latitude, sidra.longitude) == ("Q42", 30.5, 18.0)


def test_a_merge_of_events_is_undone_with_the_heir_in_its_place(sidra, arabic):
    kept = create_event(title="A storm", date="2024")
    gone = create_event(title="A gale", date="2024", places=[arabic])
    merge(events=[gone], heir=kept, user=None)
    joined(sidra, arabic)
    assert list(Merge.objects.get().places.all()) == list(kept.places.all()) == [sidra]
    undo(event=gone, user=None)
    assert not kept.places.exists()
    assert list(gone.places.all()) == [sidra]


def test_addresses_lead_on_over_several_merges(sidra, arabic):
    third = Entity.objects.create(name="As Sidra", kind="place")
    old = arabic.pk
    joined(sidra, arabic)
    joined(third, sidra)
    assert third.former.filter(former=old).exists()


@pytest.mark.parametrize(
    "other", [{"kind": "person"}, {"kind": "place", "wikidata": "Q2"}], ids=["kind", "wikidata"]
)
def test_what_is_surely_not_the_same_is_refused(sidra, other):
    Entity.objects.filter(pk=sidra.pk).update(wikidata="Q1")
    another = Entity.objects.create(name="Sidra", **other)
    with pytest.raises(ValidationError):
        joined(sidra, another)
    assert Entity.objects.count() == 2


def test_contributors_do_not_merge(sidra, arabic):
    with pytest.raises(PermissionDenied):
        joined(sidra, arabic, user=member("Contributor"))
