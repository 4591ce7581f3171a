"""People, organisations and places on the desk."""

import pytest

from timeline.extraction.findings import Name
from timeline.models import Entity
from timeline.services.entities import resolve

LIST = "/admin/timeline/entity/"
ADD = f"{LIST}add/"
NO_NAMES = {"names-TOTAL_FORMS": 0, "names-INITIAL_FORMS": 0}
PLACE = {"kind": "place", "name": "Sidra", **NO_NAMES}

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    return [Entity.objects.create(name=name, kind="place") for name in ("Sidra", "As Sidra")]


def errors(page):
    return page.context["adminform"].errors


def test_which_one_stays_is_asked_and_the_other_goes_into_it(nour_client, two):
    first, second = two
    chosen = {"action": "merge", "_selected_action": [first.pk, second.pk]}
    asked = nour_client.post(LIST, chosen).content.decode()
    assert Entity.objects.count() == 2
    assert f'name="heir" value="{second.pk}"' in asked

    assert 'name="reason"' in asked
    nour_client.post(LIST, {**chosen, "heir": second.pk, "reason": "One town"})
    assert Entity.objects.get() == second
    why = Entity.history.values_list("history_type", "history_change_reason")
    assert {("-", "One town"), ("~", "One town")} <= set(why)


def test_one_that_was_not_chosen_cannot_be_the_heir(nour_client, two):
    third = Entity.objects.create(name="Delta", kind="place")
    chosen = {"action": "merge", "_selected_action": [each.pk for each in two], "heir": third.pk}
    nour_client.post(LIST, chosen)
    assert Entity.objects.count() == 3


def test_one_alone_is_not_merged(nour_client, two):
    chosen = {"action": "merge", "_selected_action": two[0].pk}
    page = nour_client.post(LIST, chosen, follow=True).content.decode()
    assert "Nothing was merged" in page


def test_why_nothing_was_merged_is_said(nour_client, two):
    Entity.objects.filter(pk=two[0].pk).update(kind="person")
    chosen = {"action": "merge", "_selected_action": [e.pk for e in two], "heir": two[0].pk}
    page = nour_client.post(LIST, chosen, follow=True).content.decode()
    assert "Only people, only organisations or only places" in page


@pytest.mark.parametrize("given", ["42", "Q", "Q0", "Q12x", "https://www.wikidata.org/wiki/Q12"])
def test_a_wikidata_id_that_is_none_is_refused(nour_client, given):
    assert "wikidata" in errors(nour_client.post(ADD, {**PLACE, "wikidata": given}))


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({"latitude": "91", "longitude": "0"}, "latitude"),
        ({"latitude": "0", "longitude": "-181"}, "longitude"),
        ({"latitude": "30"}, "longitude"),
        ({"longitude": "30"}, "latitude"),
    ],
)
def test_coordinates_that_are_not_on_earth_are_refused_where_they_stand(nour_client, given, where):
    assert list(errors(nour_client.post(ADD, {**PLACE, **given}))) == [where]


def test_a_place_with_all_of_it_is_stored(nour_client):
    names = {**NO_NAMES, "names-TOTAL_FORMS": 1, "names-0-name": "سِدرة", "names-0-language": "ar"}
    sent = {**PLACE, **names, "wikidata": "Q1234", "latitude": "30.5", "longitude": "18.25"}
    assert nour_client.post(ADD, sent).status_code == 302
    entity = Entity.objects.get()
    assert (entity.wikidata, entity.latitude, entity.longitude) == ("Q1234", 30.5, 18.25)
    assert resolve(named=[Name("سدرة", "place")]) == [entity]


def test_one_name_twice_is_said_where_it_stands(nour_client):
    rows = {"names-TOTAL_FORMS": 2, "names-0-name": "As-Sidra", "names-1-name": "as sidra"}
    page = nour_client.post(ADD, {**PLACE, **rows})
    assert "This name is there already" in page.content.decode()
    assert not Entity.objects.exists()


def test_what_is_added_by_hand_is_known_by_its_name_from_then_on(nour_client):
    nour_client.post(ADD, PLACE)
    assert resolve(named=[Name("Sidra", "place")]) == [Entity.objects.get()]
