"""The front page."""

from django.contrib.auth.models import User

from timeline.models import Timeline
from timeline.services.timelines import create_timeline


def test_an_empty_database_greets_with_what_to_do(client, db):
    page = client.get("/").content.decode()
    assert "manage.py createsuperuser" in page
    assert "manage.py ingest" in page
    assert 'href="/admin/"' in page


def test_a_timeline_stands_with_its_span_its_size_and_its_last_change(client, harbour):
    page = client.get("/").content.decode()
    assert 'href="/timelines/the-harbour-its-keepers/"' in page
    assert "The harbour &amp; its keepers" in page
    assert "A port told." in page
    assert "August 2018 – 2031" in page
    assert "4 events" in page
    assert f'<time datetime="{harbour.updated_at:%Y-%m-%d}">' in page


def test_an_event_that_is_not_published_does_not_count(client, harbour):
    from timeline.services.review import reject

    reject(events=[harbour.events.get(date="2031")], user=None)
    page = client.get("/").content.decode()
    assert "August 2018 – 20 May 2024" in page
    assert "3 events" in page


def test_drafts_are_not_on_the_front_page_not_even_for_editors(nour_client):
    create_timeline(title="Not yet")
    assert "Not yet" not in nour_client.get("/").content.decode()


def test_more_timelines_than_a_page_holds_are_a_page_further(client, db):
    for number in range(49):
        create_timeline(title=f"Story {number}", visibility=Timeline.Visibility.PUBLIC)
    first = client.get("/").content.decode()
    assert 'href="?page=2"' in first
    assert first.count("<h2") == 48
    assert client.get("/?page=2").content.decode().count("<h2") == 1


def test_the_story_that_changed_last_leads_with_its_latest_events(client, harbour, opening):
    create_timeline(title="A draft, newer")
    page = client.get("/").content.decode()
    latest = page.partition('class="latest"')[2]
    assert latest.index("A second basin is dug") < latest.index("The harbour opens")
    assert f'href="/timelines/{harbour.slug}/?event={opening.pk}"' in latest


def test_the_number_of_queries_does_not_depend_on_the_number_of_timelines(
    client, harbour, django_assert_num_queries
):
    for number in range(20):
        create_timeline(title=f"Story {number}", visibility=Timeline.Visibility.PUBLIC)
    with django_assert_num_queries(3):
        client.get("/")


def test_only_get_and_head_are_answered(client, nour: User):
    assert client.post("/").status_code == 405
