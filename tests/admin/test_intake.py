"""Several files at once: looked at before any of them is stored."""

import datetime
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.admin.bridge import ARTICLE
from tests.fetching import printed
from tests.roles import client_of
from timeline import tasks
from timeline.admin import intake_forms
from timeline.models import Article, Event, Intake, IntakeItem, Run
from timeline.services import intake

pytestmark = pytest.mark.django_db

FILES = "/admin/timeline/article/files/"
RECORD = {"title": "Bridge", "text": ARTICLE, "published": "2024-05-30T10:00:00+03:00"}


def record(**changed):
    return SimpleUploadedFile("bridge.json", json.dumps(RECORD | changed).encode())


def bring(client, *files):
    """Upload files; the page that shows what they hold."""
    return client.post(FILES, {"brought": list(files)}, follow=True)


def sent(page, **changed):
    """What a browser sends of the page of an upload, its fields as they stand."""
    fields = {"action": "store"}
    for row in page.context["rows"]:
        for bound in row.form:
            value = changed.get(bound.name, bound.initial)
            if value:
                fields[bound.html_name] = "on" if value is True else value
    return fields


def store(client, page, **changed):
    return client.post(page.request["PATH_INFO"], sent(page, **changed), follow=True)


def test_what_files_hold_is_shown_and_nothing_is_stored(nour_client):
    page = bring(
        nour_client,
        record(),
        SimpleUploadedFile("printed.pdf", printed.by_fpdf()),
        SimpleUploadedFile("written.docx", printed.by_word(("It rained on 3 May 2021.",))),
        SimpleUploadedFile("picture.png", b"\x89PNG\r\n"),
    )
    told = page.content.decode()
    assert not Article.objects.exists()
    assert "4 events" in told
    assert "October 2019 – 30 May 2024" in told
    assert "\u2068picture.png\u2069: it is a binary file" in told
    assert [row.item.name for row in page.context["rows"]] == [
        "bridge.json",
        "printed.pdf",
        "written.docx",
    ]
    assert [row.form.initial["language"] for row in page.context["rows"]] == ["en"] * 3
    kinds = {label for row in page.context["rows"] for label, _number in row.kinds}
    assert kinds
    assert all(label in told for label in kinds)


def test_what_is_chosen_is_stored_as_the_editor_corrected_it(nour_client):
    page = bring(nour_client, record(), record(text="It rained on 3 May 2021."))
    first, second = page.context["rows"]
    fields = sent(page, publisher="The Delta Post")
    del fields[second.form["keep"].html_name]
    result = nour_client.post(page.request["PATH_INFO"], fields, follow=True)
    article = Article.objects.get()
    assert (article.title, article.publisher) == ("Bridge", "The Delta Post")
    assert (article.published, article.origin) == (RECORD["published"], "file")
    assert Event.objects.count() == first.item.events
    assert "done" in result.content.decode()


def test_sent_twice_it_is_stored_once(nour_client):
    page = bring(nour_client, record())
    fields = sent(page)
    for _ in range(2):
        nour_client.post(page.request["PATH_INFO"], fields, follow=True)
    assert Article.objects.count() == Run.objects.count() == 1


def test_the_day_a_file_was_made_has_to_be_confirmed(nour_client):
    page = bring(nour_client, SimpleUploadedFile("written.docx", printed.by_word()))
    assert "Doubtful" in page.content.decode()
    refused = store(nour_client, page)
    assert refused.status_code == 422
    assert "Confirm that it was published on this day." in refused.content.decode()
    assert not Article.objects.exists()
    store(nour_client, page, sure=True)
    assert Article.objects.get().published_on == datetime.date(2013, 12, 23)


def test_a_day_that_the_editor_gives_needs_no_confirmation(nour_client):
    page = bring(nour_client, SimpleUploadedFile("written.docx", printed.by_word()))
    store(nour_client, page, published_on="2024-05-30")
    assert Article.objects.get().published_on == datetime.date(2024, 5, 30)


def test_an_article_without_a_day_asks_for_it_and_keeps_what_was_written(nour_client):
    page = bring(nour_client, record(published=""))
    refused = store(nour_client, page, title="Another title")
    assert "Give the day on which it was published." in refused.content.decode()
    assert "Another title" in refused.content.decode()
    assert not Article.objects.exists()


def test_what_is_stored_already_or_stands_twice_is_told_and_not_ticked(nour_client):
    store(nour_client, bring(nour_client, record()))
    other = record(text="It rained on 3 May 2021.")
    again = record(text="It rained on 3 May 2021.")
    page = bring(nour_client, record(), other, again)
    ticked = [row.form.is_chosen for row in page.context["rows"]]
    assert ticked == [False, True, False]
    assert "This text is stored already" in page.content.decode()
    assert "The same text stands above" in page.content.decode()


def test_nothing_ticked_asks_for_something(nour_client):
    page = bring(nour_client, record())
    refused = store(nour_client, page, keep=False)
    assert "Tick what you want to store." in refused.content.decode()


def test_an_upload_is_seen_by_nobody_else_and_can_be_let_go(nour_client):
    page = bring(nour_client, record())
    address = page.request["PATH_INFO"]
    assert client_of("Administrator").get(address).status_code == 404
    nour_client.post(address, {"action": "discard"})
    assert not Intake.objects.exists()


def test_too_many_files_are_refused_in_a_sentence(nour_client, monkeypatch):
    monkeypatch.setattr(intake_forms, "MAX_FILES", 1)
    page = bring(nour_client, record(), record(title="Two"))
    assert page.status_code == 422
    assert "These are more than 1 files" in page.content.decode()
    page = nour_client.post(FILES, {})
    assert "Choose one file or more." in page.content.decode()


def test_a_file_of_very_many_articles_is_cut_and_says_so(nour_client, monkeypatch):
    monkeypatch.setattr(intake, "MAX_ITEMS", 2)
    lines = "\n".join(json.dumps(RECORD | {"text": f"Rain of {n} hours."}) for n in range(5))
    page = bring(nour_client, SimpleUploadedFile("all.jsonl", lines.encode()))
    assert len(page.context["rows"]) == 2
    assert "only the first 2 articles are taken at once" in page.content.decode()


def test_what_is_not_read_yet_is_read_when_asked(nour_client, monkeypatch):
    monkeypatch.setattr("timeline.admin.intake._LOOKING", -1)
    page = bring(nour_client, record())
    assert "Its events are not read yet." in page.content.decode()
    monkeypatch.setattr("timeline.admin.intake._LOOKING", 15)
    page = nour_client.post(page.request["PATH_INFO"], {"action": "look"})
    assert "4 events" in page.content.decode()


def test_many_articles_are_stored_in_the_background(nour_client, monkeypatch):
    monkeypatch.setattr(tasks, "_AT_ONCE", 0)
    page = bring(nour_client, record())
    result = store(nour_client, page)
    assert not Article.objects.exists()
    assert 'http-equiv="refresh"' in result.content.decode()
    run = Run.objects.get()
    tasks.carry_out.call(run_id=run.pk)
    assert Article.objects.count() == 1
    result = nour_client.get(page.request["PATH_INFO"])
    assert 'http-equiv="refresh"' not in result.content.decode()


def test_old_uploads_make_room(nour_client, nour, monkeypatch):
    bring(nour_client, record())
    Intake.objects.update(created_at=timezone.now() - 2 * intake.EXPIRES)
    bring(nour_client, record())
    assert Intake.objects.count() == 1
    monkeypatch.setattr(intake, "MAX_OPEN", 2)
    for _ in range(3):
        bring(nour_client, record())
    assert Intake.objects.count() == 2
    assert IntakeItem.objects.count() == 2


def test_an_upload_that_is_gone_fails_in_a_sentence(nour_client, monkeypatch):
    monkeypatch.setattr(tasks, "_AT_ONCE", 0)
    store(nour_client, bring(nour_client, record()))
    IntakeItem.objects.all().delete()
    run = Run.objects.get()
    tasks.carry_out.call(run_id=run.pk)
    assert str(run.items.get().message) == "It is not kept any longer: bring it in again."
    page = nour_client.get(f"/admin/timeline/run/{run.pk}/change/").content.decode()
    assert "bring it in again" in page
    nour_client.post(f"/admin/timeline/run/{run.pk}/change/", {"action": "retry"})
    run.refresh_from_db()
    assert (run.status, run.failed) == ("queued", 0)
    nour_client.post(f"/admin/timeline/run/{run.pk}/change/", {"action": "cancel"})
    run.refresh_from_db()
    assert run.status == "cancelled"
