"""What leads editors from the pages of readers to the forms of the desk, and readers nowhere."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from timeline.models import Event, Timeline
from timeline.services.timelines import create_timeline


@pytest.fixture
def editing(harbour: Timeline, client: Client) -> Client:
    user = User.objects.create_user("mara", is_staff=True)
    user.groups.add(Group.objects.get(name="Editor"))
    client.force_login(user)
    return client


def _ways(client: Client, address: str) -> set[str]:
    page = client.get(address).content.decode()
    return {part.split('"')[0] for part in page.split('href="') if part.startswith("/admin/")}


def _form(record: Event | Timeline) -> str:
    return reverse(f"admin:timeline_{record._meta.model_name}_change", args=[record.pk])


def test_an_editor_gets_from_a_timeline_and_an_open_event_to_their_forms(
    editing: Client, harbour: Timeline, opening: Event
) -> None:
    address = reverse("timeline", args=[harbour.slug])
    assert _form(harbour) in _ways(editing, address)
    assert _form(opening) in _ways(editing, f"{address}?event={opening.pk}")
    assert _form(opening) in _ways(editing, reverse("public_event", args=[opening.pk]))


def test_an_editor_gets_from_a_timeline_without_events_to_its_form(editing: Client) -> None:
    empty = create_timeline(title="Nothing yet")
    assert _form(empty) in _ways(editing, reverse("timeline", args=[empty.slug]))


def test_a_reader_is_led_to_the_first_page_of_the_desk_alone(
    client: Client, harbour: Timeline, opening: Event
) -> None:
    address = reverse("timeline", args=[harbour.slug])
    assert _ways(client, f"{address}?event={opening.pk}") == {reverse("admin:index")}
