"""Pictures at the desk: uploaded or linked to, with their words; what is none is said so."""

from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.admin.test_bad_input import EVENT, FIELDS
from tests.pictures import as_file, drawn
from tests.roles import member
from timeline.models import Event, EventMedia, Picture

LINK = "https://example.org/quay.jpg"
WORDS = {"alternative_text": "Boats at the quay", "credit": "Mara Lind"}

pytestmark = pytest.mark.django_db


def _file(content: bytes | None = None, name: str = "quay.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, as_file() if content is None else content)


def _rows(*rows: dict[str, Any], stored: int = 0) -> dict[str, Any]:
    """The rows of media as the form sends them, the first of them stored already."""
    form = {"media-TOTAL_FORMS": len(rows), "media-INITIAL_FORMS": stored}
    if stored:
        form |= {f"evidence-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL")}
    for at, row in enumerate(rows):
        form |= {f"media-{at}-{name}": value for name, value in {"position": 0, **row}.items()}
    return FIELDS[EVENT] | form


def _saved(client: Any, *rows: dict[str, Any]) -> list[EventMedia]:
    answer = client.post(EVENT, _rows(*rows))
    assert answer.status_code == 302, answer.context["errors"]
    return list(Event.objects.get().media.all())


def _refused(client: Any, row: dict[str, Any], **given: Any) -> Any:
    """The form of the row as it comes back."""
    answer = client.post(EVENT, _rows(row) | given)
    assert answer.status_code == 200
    assert not Event.objects.exists()
    (formset,) = answer.context["inline_admin_formsets"]
    return formset.formset.forms[0]


def _told(client: Any, content: bytes, name: str) -> str:
    form = _refused(client, WORDS | {"upload": _file(content, name)})
    for field, words in WORDS.items():
        assert form[field].value() == words
    assert form.errors.keys() == {"upload"}
    (sentence,) = form.errors["upload"]
    return str(sentence)


def test_a_picture_is_uploaded_with_its_words(nour_client):
    (medium,) = _saved(nour_client, WORDS | {"upload": _file(as_file(drawn((60, 40))))})
    picture = Picture.objects.get()
    assert medium.picture == picture
    assert (picture.width, picture.height) == (60, 40)
    assert (medium.alternative_text, medium.credit, medium.url) == (*WORDS.values(), "")
    assert nour_client.get(medium.address).status_code == 200


def test_a_picture_is_linked_to_as_well(nour_client):
    (medium,) = _saved(nour_client, WORDS | {"url": LINK})
    assert (medium.url, medium.picture) == (LINK, None)


@pytest.mark.parametrize("name", WORDS)
def test_credit_and_text_alternative_are_needed(nour_client, name):
    form = _refused(nour_client, WORDS | {"upload": _file(), name: ""})
    assert form.errors.keys() == {name}


def test_a_medium_needs_a_file_or_an_address(nour_client):
    form = _refused(nour_client, WORDS)
    assert form.errors == {"upload": ["Choose a file, or give the address of a picture."]}


def test_it_does_not_take_both(nour_client):
    form = _refused(nour_client, WORDS | {"upload": _file(), "url": LINK})
    assert form.errors == {"upload": ["Choose a file, or give an address, but not both."]}
    assert form["url"].value() == LINK


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", "is no picture that can be shown"),
        (b"<!doctype html><script>alert(1)</script>", "a.jpg", "is no picture that can be shown"),
        (as_file(kind="PNG"), "a.jpg", "should end in “.png”"),
        (as_file() + b"<script>alert(1)</script>", "a.jpg", "holds more than a picture"),
        (as_file()[:-20], "a.jpg", "is damaged or was cut off"),
        (as_file() + bytes(15_000_000), "a.jpg", "has more than 15 MB"),
        (b"", "a.jpg", "empty"),
    ],
)
def test_what_is_no_plain_picture_is_refused_in_a_sentence(nour_client, content, name, told):
    assert told in _told(nour_client, content, name)
    assert not Picture.objects.exists()


def test_a_picture_is_not_lost_where_another_field_is_wrong(nour_client):
    form = _refused(nour_client, WORDS | {"upload": _file()}, date="one fine day")
    picture = Picture.objects.get()
    assert form["kept"].value() == picture.name
    assert f'src="{picture.address}"' in str(form["upload"])
    (medium,) = _saved(nour_client, WORDS | {"kept": form["kept"].value()})
    assert medium.picture == picture


def test_a_picture_that_is_kept_no_longer_is_asked_for_again(nour_client):
    form = _refused(nour_client, WORDS | {"kept": "0123456789012345678901.jpg"})
    assert form.errors == {"upload": ["The picture is kept no longer: choose the file again."]}


def test_the_address_of_a_picture_of_this_site_is_that_picture(nour_client):
    (medium,) = _saved(nour_client, WORDS | {"upload": _file()})
    answer = nour_client.post(
        EVENT, _rows(WORDS | {"url": f"https://news.example{medium.address}"})
    )
    assert answer.status_code == 302
    assert EventMedia.objects.latest("pk").picture == medium.picture


def _changed(client: Any, medium: EventMedia, **row: Any) -> EventMedia:
    """The medium after the form of its event was saved with this in its row."""
    address = reverse("admin:timeline_event_change", args=[medium.event_id])
    seen = client.get(address).context["adminform"].form["seen"].value()
    kept = medium.picture.name if medium.picture else ""
    shown = {"id": medium.pk, "event": medium.event_id, "url": medium.url, "kept": kept}
    answer = client.post(address, _rows(shown | WORDS | row, stored=1) | {"seen": seen})
    assert answer.status_code == 302, answer.context["errors"]
    found: EventMedia = EventMedia.objects.get()
    return found


def test_another_file_takes_the_place_of_the_first_which_is_kept_for_its_return(nour_client):
    (medium,) = _saved(nour_client, WORDS | {"upload": _file()})
    first = medium.picture
    medium = _changed(nour_client, medium, upload=_file(as_file(kind="PNG"), "quay.png"))
    assert nour_client.get(medium.address).status_code == 200
    assert medium.picture != first
    assert list(Picture.objects.exclude(left_at=None)) == [first]


def test_an_address_takes_the_place_of_a_picture_and_a_picture_that_of_an_address(nour_client):
    (medium,) = _saved(nour_client, WORDS | {"upload": _file()})
    medium = _changed(nour_client, medium, url=LINK)
    assert (medium.url, medium.picture) == (LINK, None)
    assert not Picture.objects.filter(left_at=None).exists()
    medium = _changed(nour_client, medium, upload=_file())
    assert (medium.url, medium.picture) == ("", Picture.objects.get(left_at=None))


def test_an_upload_of_which_nothing_was_stored_leaves_no_file(nour_client, monkeypatch):
    def fail(**_told: Any) -> None:
        raise RuntimeError

    files = set(default_storage.listdir("")[1]) if default_storage.exists("") else set()
    monkeypatch.setattr("timeline.admin.events.create_event", fail)
    with pytest.raises(RuntimeError):
        nour_client.post(EVENT, _rows(WORDS | {"upload": _file()}))
    assert set(default_storage.listdir("")[1]) == files


def test_words_are_corrected_and_the_picture_stays(nour_client):
    (medium,) = _saved(nour_client, WORDS | {"upload": _file()})
    changed = _changed(nour_client, medium, credit="Lind, Mara")
    assert (changed.credit, changed.picture) == ("Lind, Mara", medium.picture)


def test_who_may_not_change_an_event_sees_its_picture(nour_client, client):
    (medium,) = _saved(nour_client, WORDS | {"upload": _file()})
    client.force_login(member("Contributor"))
    page = client.get(reverse("admin:timeline_event_change", args=[medium.event_id]))
    assert f'src="{medium.address}"' in page.content.decode()
    assert 'type="file"' not in page.content.decode()
