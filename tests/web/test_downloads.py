"""A timeline as a file."""

import csv
import io
import json
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from timeline.models import Timeline
from timeline.selectors import transfer
from timeline.services.review import reject

TEXTS = ["events.csv", "events.json", "timelinejs.json"]
FILES = [*TEXTS, "events.xlsx"]


def _get(client, timeline: Timeline, file: str, **query) -> Any:
    return client.get(reverse(file, args=[timeline.slug]), query)


def _text(response) -> str:
    assert response.status_code == 200
    content: bytes = b"".join(response.streaming_content)
    return content.decode("utf-8-sig")


def _events(client, timeline: Timeline, **query) -> Any:
    return json.loads(_text(_get(client, timeline, "events.json", **query)))["events"]


def test_every_event_is_in_every_file_in_the_order_of_the_timeline(client, harbour):
    dates = ["../2018-08", "2019-10", "2024-05-20", "2031"]
    assert [event["date"] for event in _events(client, harbour)] == dates
    rows = csv.DictReader(io.StringIO(_text(_get(client, harbour, "events.csv")), newline=""))
    assert [row["date"] for row in rows] == dates
    slides = json.loads(_text(_get(client, harbour, "timelinejs.json")))["events"]
    assert [slide["display_date"] for slide in slides] == [
        "until August 2018",
        "October 2019",
        "20 May 2024",
        "2031",
    ]


def test_the_workbook_has_the_rows_of_the_csv(client, harbour):
    response = _get(client, harbour, "events.xlsx")
    rows = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active.values
    table = csv.reader(io.StringIO(_text(_get(client, harbour, "events.csv")), newline=""))
    assert [[str(cell or "") for cell in row] for row in rows] == [
        ["" if cell == "0" else cell for cell in row] for row in table
    ]


def test_batches_hang_together(client, harbour, monkeypatch):
    monkeypatch.setattr(transfer, "BATCH", 3)
    assert len(_events(client, harbour)) == 4


def test_evidence_is_quoted_with_its_article(client, harbour, opening):
    told = next(event for event in _events(client, harbour) if event["id"] == opening.pk)
    assert told["address"] == f"http://testserver/events/{opening.pk}/"
    first, second = told["evidence"]
    assert first["quote"] == "The harbour opened again on May 20"
    assert first["expression"] == "on May 20"
    assert first["source"]["publisher"] == "The Evening Courier"
    assert second["source"]["language"] == "ar"


@pytest.mark.parametrize("file", TEXTS)
def test_the_text_of_an_article_is_in_no_file(client, harbour, file):
    assert "second paragraph" not in _text(_get(client, harbour, file))


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_named_for_its_timeline(client, harbour, file):
    response = _get(client, harbour, file)
    assert response["Content-Disposition"] == (
        f"attachment; filename*=UTF-8''{harbour.slug}-{file}"
    )
    assert response.streaming


def test_a_file_has_what_the_filters_leave(client, harbour):
    dates = [event["date"] for event in _events(client, harbour, category="economy")]
    assert dates == ["../2018-08", "2024-05-20"]


def test_a_filter_that_cannot_be_read_is_told_of_instead_of_left_out(client, harbour):
    response = _get(client, harbour, "events.csv", since="yestermorrow")
    assert response.status_code == 400
    assert "“since” cannot be used" in response.content.decode()


def test_an_event_that_was_withdrawn_is_in_no_file(client, harbour, opening):
    reject(events=[opening], user=None)
    assert opening.pk not in [event["id"] for event in _events(client, harbour)]


@pytest.mark.parametrize("file", FILES)
def test_a_draft_is_no_file_even_for_editors(client, nour_client, harbour, file):
    Timeline.objects.filter(pk=harbour.pk).update(visibility=Timeline.Visibility.DRAFT)
    assert _get(nour_client, harbour, file).status_code == 404


def test_dates_are_told_in_the_language_of_the_timeline(client, harbour):
    Timeline.objects.filter(pk=harbour.pk).update(language="ar")
    assert _events(client, harbour)[2]["date_in_words"] == "20 مايو 2024"


def test_the_number_of_queries_depends_on_batches_alone(
    client, harbour, django_assert_max_num_queries
):
    with django_assert_max_num_queries(14):
        assert len(_events(client, harbour)) == 4


def test_the_page_leads_to_the_files_of_what_its_filters_leave(client, harbour):
    address = reverse("timeline", args=[harbour.slug])
    page = client.get(address, {"category": "economy", "page": "1"}).content.decode()
    for file in FILES:
        assert f'href="{reverse(file, args=[harbour.slug])}?category=economy" download' in page
    api = reverse("api_timeline_events", args=[harbour.slug])
    assert f'href="{api}?category=economy"' in page
    assert "The 2 events found, as a file" in page


def test_the_page_of_a_draft_leads_to_no_files(nour_client, harbour):
    Timeline.objects.filter(pk=harbour.pk).update(visibility=Timeline.Visibility.DRAFT)
    page = nour_client.get(reverse("timeline", args=[harbour.slug])).content.decode()
    assert "events.csv" not in page
