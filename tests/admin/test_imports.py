"""Events of a file at the desk: brought, looked at, imported in one step; once, and all or none."""

import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.roles import client_of
from timeline import tasks
from timeline.models import Event, Run, Timeline, Upload
from timeline.services.timelines import create_timeline

pytestmark = pytest.mark.django_db

BRING = "/admin/timeline/event/import/"
CSV = "date,title,colour\n20 May 2024,The <b>harbour</b> opens,red\nearly 2025,It closes,\n"


def bring(client: Any, content: str | bytes = CSV, **fields: Any) -> Any:
    """The answer to a file; its preview where it could be read."""
    data = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile("events.csv", data)
    return client.post(BRING, {"file": file, **fields}, follow=True)


def page(answer: Any) -> str:
    text: str = answer.content.decode()
    return text


@pytest.fixture
def timeline(db: None) -> Timeline:
    return create_timeline(title="The harbour")


def test_a_file_is_looked_at_before_any_of_it_is_stored(nour_client, timeline):
    answer = bring(nour_client, timeline=timeline.pk)
    shown = page(answer)
    assert answer.redirect_chain[0][0] == f"{BRING}{Upload.objects.get().pk}/"
    assert "Import 2 events" in shown
    assert "The &lt;b&gt;harbour&lt;/b&gt; opens" in shown
    assert '<time datetime="2024-05-20">20 May 2024</time>' in shown
    assert "early 2025" in shown
    assert "colour" in shown
    assert not Event.objects.exists()


def test_one_button_imports_and_publishes_and_leads_to_the_timeline(nour_client, timeline):
    preview = bring(nour_client, timeline=timeline.pk).request["PATH_INFO"]
    answer = nour_client.post(preview, {"publish": "on"}, follow=True)
    assert "2 events were imported." in page(answer)
    assert f'href="/timelines/{timeline.slug}/"' in page(answer)
    assert set(timeline.events.values_list("status", flat=True)) == {"published"}
    timeline.refresh_from_db()
    assert timeline.visibility == "draft"


def test_eras_are_imported_where_no_event_is_new(nour_client, timeline):
    rows = "Year,End Year,Headline,Type\n1914,1918,The Great War,era\n"
    answer = bring(nour_client, rows, timeline=timeline.pk)
    assert "Import the eras" in page(answer)
    assert "The file was imported." in page(
        nour_client.post(answer.request["PATH_INFO"], follow=True)
    )
    timeline.refresh_from_db()
    assert timeline.eras == "1914/1918: The Great War"
    assert "There is nothing new in it." in page(bring(nour_client, rows, timeline=timeline.pk))


def test_a_form_sent_twice_imports_once(nour_client, timeline):
    preview = bring(nour_client, timeline=timeline.pk).request["PATH_INFO"]
    nour_client.post(preview)
    answer = nour_client.post(preview, follow=True)
    assert "2 events were imported." in page(answer)
    assert set(timeline.events.values_list("status", flat=True)) == {"suggested"}
    assert timeline.events.count() == 2
    again = page(bring(nour_client, timeline=timeline.pk))
    assert "2 of them are here already" in again
    assert "There is nothing new in it." in again


def test_rows_that_repeat_an_earlier_one_are_named_and_come_in_once(nour_client, timeline):
    again = "2024-05-20,The <b>harbour</b> opens,blue\n" * 3
    answer = bring(nour_client, f"{CSV}{again}", timeline=timeline.pk)
    assert "3 rows are the same as earlier ones, and come in once: 4, 5, 6" in page(answer)
    assert "Import 2 events" in page(answer)


def test_each_bad_cell_is_shown_with_what_would_be_accepted(nour_client, timeline):
    answer = bring(nour_client, f"{CSV}<i>soon</i>,It opens,\n", timeline=timeline.pk)
    shown = page(answer)
    assert "1 cell cannot be taken" in shown
    assert "<mark><bdi>&lt;i&gt;soon&lt;/i&gt;</bdi></mark>" in shown
    assert "This is not a date: write for example 20 May 2024" in shown
    assert "Import 2 events" not in shown
    nour_client.post(answer.request["PATH_INFO"])
    assert not Event.objects.exists()
    assert Upload.objects.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "The submitted file is empty."),
        ("a,b\n1,2\n", "The first row does not name what is needed"),
        (",".join(["c"] * 1000), "The file has 1000 columns: at most 100 are accepted."),
        (b"PK\x03\x04", "no workbook (XLSX) that can be read"),
    ],
)
def test_a_file_that_cannot_be_taken_is_answered_beside_the_field(
    nour_client, timeline, content, sentence
):
    answer = bring(nour_client, content, timeline=timeline.pk)
    assert answer.status_code == 422
    assert sentence in page(answer)
    assert not Upload.objects.exists()


def test_a_new_timeline_needs_a_title_of_the_form_or_of_the_file(nour_client):
    assert "The file tells no title: give the timeline one." in page(bring(nour_client))
    preview = bring(nour_client, title="Harbours").request["PATH_INFO"]
    nour_client.post(preview)
    assert Timeline.objects.get().title == "Harbours"
    told = '{"events": [], "title": {"text": {"headline": "Ships"}}}'
    assert "Ships" in page(bring(nour_client, told))


def test_a_file_is_reached_by_who_brought_it_alone_and_kept_for_a_day(nour_client, timeline):
    preview = bring(nour_client, timeline=timeline.pk).request["PATH_INFO"]
    other = client_of("Chief editor")
    assert other.get(preview)["Location"] == BRING
    other.post(preview)
    assert not Event.objects.exists()
    Upload.objects.update(created_at=timezone.now() - datetime.timedelta(days=2))
    assert nour_client.get(preview)["Location"] == BRING
    bring(other, timeline=timeline.pk)
    assert Upload.objects.count() == 1


def test_who_brings_another_file_lets_the_first_one_go(nour_client, timeline):
    first = bring(nour_client, timeline=timeline.pk).request["PATH_INFO"]
    bring(nour_client, timeline=timeline.pk)
    assert nour_client.get(first)["Location"] == BRING


def test_a_large_file_is_imported_in_the_background_and_its_page_says_how_far(
    nour_client, timeline, monkeypatch
):
    monkeypatch.setattr(tasks, "_EVENTS_AT_ONCE", 1)
    preview = bring(nour_client, timeline=timeline.pk).request["PATH_INFO"]
    answer = nour_client.post(preview, {"publish": "on"}, follow=True)
    assert answer.request["PATH_INFO"] == preview
    assert "Cancel the rest" in page(answer)
    assert client_of("Chief editor").get(preview)["Location"] == BRING
    assert not Event.objects.exists()
    run = Run.objects.get()
    bring(nour_client, timeline=timeline.pk)
    assert run.upload_set.exists()
    tasks.carry_out.call(run_id=run.pk)
    done = page(nour_client.get(preview))
    assert "2 events were imported." in done
    assert f'href="/timelines/{timeline.slug}/"' in done
    assert set(timeline.events.values_list("status", flat=True)) == {"published"}


def test_an_import_is_cancelled_and_taken_up_again_on_its_page(nour_client, timeline, monkeypatch):
    monkeypatch.setattr(tasks, "_EVENTS_AT_ONCE", 1)
    preview = bring(nour_client, timeline=timeline.pk).request["PATH_INFO"]
    nour_client.post(preview)
    nour_client.post(preview, {"action": "cancel"})
    run = Run.objects.get()
    tasks.carry_out.call(run_id=run.pk)
    assert (run.status, Event.objects.count()) == ("cancelled", 0)
    nour_client.post(preview, {"action": "retry"})
    tasks.carry_out.call(run_id=run.pk)
    assert timeline.events.count() == 2


def test_contributors_import_nothing(timeline):
    contributor = client_of("Contributor")
    assert bring(contributor, timeline=timeline.pk).status_code == 403
    assert not Upload.objects.exists()
    assert "Import events" not in page(contributor.get("/admin/"))


def test_the_desk_and_each_timeline_lead_there(nour_client, timeline):
    assert f'href="{BRING}"' in page(nour_client.get("/admin/"))
    change = page(nour_client.get(f"/admin/timeline/timeline/{timeline.pk}/change/"))
    assert f'href="{BRING}?timeline={timeline.pk}"' in change
    chosen = page(nour_client.get(f"{BRING}?timeline={timeline.pk}"))
    assert f'<option value="{timeline.pk}" selected>The harbour</option>' in chosen
