"""The cover of a timeline at the desk: one picture, chosen by whoever may edit the timeline."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.admin.test_bad_input import FIELDS, TIMELINE
from tests.pictures import as_file
from tests.roles import member
from timeline.models import Cover, Deleted, Picture, Timeline
from timeline.services import pictures
from timeline.services.bin.removal import discard_timelines
from timeline.services.bin.restoring import restore
from timeline.services.timelines import create_timeline

WORDS = {"cover-0-alternative_text": "Boats at the quay", "cover-0-credit": "Mara Lind"}
ROW = FIELDS[TIMELINE] | {"cover-TOTAL_FORMS": 1}

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Timeline:
    return create_timeline(title="Bridges")


@pytest.fixture
def cover(draft: Timeline) -> Cover:
    picture = pictures.keep(data=as_file(), name="quay.jpg")
    made = Cover(timeline=draft, picture=picture, credit="A", alternative_text="B")
    made.save()
    return made


def _upload(content: bytes) -> dict[str, Any]:
    return {"cover-0-upload": SimpleUploadedFile("quay.jpg", content)}


def _change(client: Any, cover: Cover, **row: Any) -> Any:
    name = cover.picture.name if cover.picture else ""
    kept = {"id": cover.pk, "timeline": cover.timeline_id, "kept": name}
    given = {f"cover-0-{name}": value for name, value in {**kept, **row}.items()}
    address = reverse("admin:timeline_timeline_change", args=[cover.timeline_id])
    return client.post(address, ROW | WORDS | given | {"cover-INITIAL_FORMS": 1})


def test_a_timeline_is_made_with_its_cover(client):
    client.force_login(member("Editor"))
    assert client.post(TIMELINE, ROW | WORDS | _upload(as_file())).status_code == 302
    cover = Timeline.objects.get().cover
    assert (cover.picture, cover.credit) == (Picture.objects.get(), "Mara Lind")


def test_a_timeline_needs_no_cover(nour_client):
    assert nour_client.post(TIMELINE, ROW).status_code == 302
    assert not Cover.objects.exists()


def test_what_is_no_picture_is_refused_and_the_rest_is_kept(nour_client):
    answer = nour_client.post(TIMELINE, ROW | WORDS | _upload(b"<svg/>"))
    assert answer.status_code == 200
    (formset,) = answer.context["inline_admin_formsets"]
    form = formset.formset.forms[0]
    assert form.errors.keys() == {"upload"}
    assert form["credit"].value() == "Mara Lind"
    assert not Timeline.objects.exists()


def test_readers_of_a_timeline_whose_cover_changes_see_the_new_one(nour_client, cover):
    before = cover.timeline.version
    assert _change(nour_client, cover, credit="Lind, Mara").status_code == 302
    cover.refresh_from_db()
    assert cover.credit == "Lind, Mara"
    assert cover.timeline.version > before


def test_a_cover_is_taken_off_again(nour_client, cover):
    assert _change(nour_client, cover, DELETE="on").status_code == 302
    assert not Cover.objects.exists()
    assert not Picture.objects.filter(left_at=None).exists()


def test_a_contributor_sees_it_and_cannot_change_it(client, cover):
    client.force_login(member("Contributor"))
    address = reverse("admin:timeline_timeline_change", args=[cover.timeline_id])
    page = client.get(address).content.decode()
    assert f'src="{cover.address}"' in page
    assert 'type="file"' not in page
    assert _change(client, cover, DELETE="on").status_code == 403
    assert Cover.objects.exists()


def test_a_cover_comes_back_with_its_timeline_from_the_bin(nour, cover):
    discard_timelines(timelines=[cover.timeline], user=nour)
    assert not Cover.objects.exists()
    timeline, told = restore(deleted=Deleted.objects.get(), user=nour)
    assert told == []
    assert Cover.objects.get().timeline == timeline
    assert Cover.objects.get().picture == cover.picture
