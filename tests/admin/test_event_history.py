"""Names, media and categories in the history of an event: told, compared and undone with it."""

import pytest

from tests.admin.histories import History, rows
from tests.pictures import as_file
from timeline.extraction.findings import Name
from timeline.models import Category, Entity, EventMedia, Picture
from timeline.services import pictures
from timeline.services.entity_merging import merge_entities
from timeline.services.events import create_event, update_event
from timeline.services.merging import merge
from timeline.services.sources import Citation
from timeline.services.splitting import split

pytestmark = pytest.mark.django_db

MARA, TARIQ = Name("Mara Lind", "person"), Name("Tariq Aziz", "person")


@pytest.fixture
def event(nour):
    made = create_event(title="A storm", date="2024", participants=[MARA], user=nour)
    delta = Name("Delta", "place")
    update_event(event=made, user=nour, participants=[MARA, TARIQ], places=[delta])
    update_event(event=made, user=nour, title="A gale")
    return made


@pytest.fixture
def pages(nour_client, event):
    return History(nour_client, event)


def media(**given):
    """The fields of a form with one medium."""
    known = EventMedia.objects.first()
    told = {"alternative_text": "A quay", "credit": "Mara Lind", "position": 0, "url": ""} | given
    told |= {"id": known.pk, "event": known.event_id} if known else {}
    return rows("evidence") | rows("media", told, initial=1 if known else 0)


def test_names_are_compared_and_listed_like_fields(pages):
    assert pages.compared(0, 1) == {
        "Participants": ("Mara Lind", "Mara Lind, Tariq Aziz"),
        "Places": ("–", "Delta"),
    }
    assert pages.compared(1, 2) == {"Title": ("A storm", "A gale")}
    assert "Mara Lind, Tariq Aziz" in pages.page()


def test_names_come_back_with_a_version(pages, event):
    assert "Mara Lind" in str(pages.form(0).context["adminform"].form["participants"])
    pages.bring_back(0)
    assert [entity.name for entity in event.participants.all()] == ["Mara Lind"]
    assert not event.places.exists()
    assert pages.compared(2, 3)["Places"] == ("Delta", "–")


def test_who_went_into_another_one_comes_back_as_that_one(pages, event, nour):
    mara, tariq = (Entity.objects.get(name=name.text) for name in (MARA, TARIQ))
    update_event(event=event, user=nour, participants=[])
    merge_entities(entities=[mara], heir=tariq, user=nour)
    pages.bring_back(2)
    assert list(event.participants.all()) == [tariq]


def test_who_is_gone_is_called_as_then_and_does_not_come_back(pages, event):
    Entity.objects.get(name=MARA.text).delete()
    assert pages.compared(0, 2)["Participants"] == ("Mara Lind", "Mara Lind, Tariq Aziz")
    assert pages.bring_back(0).status_code == 200
    assert not event.participants.exists()


def test_a_category_is_compared_and_comes_back(pages, event, nour):
    disaster = Category.objects.get(key="disaster")
    update_event(event=event, user=nour, category=disaster)
    update_event(event=event, user=nour, category=None)
    assert pages.compared(3, 4) == {"Category": (disaster.label, "–")}
    pages.bring_back(3)
    event.refresh_from_db()
    assert event.category == disaster


def test_media_are_compared_and_come_back_with_their_pictures(pages, event):
    picture = pictures.keep(data=as_file(), name="quay.jpg")
    pages.save(**media(kept=picture.name))
    pages.save(**media(url="https://example.org/pier.jpg", alternative_text="A pier"))
    assert pages.compared(2, 3) == {"Media": ("–", "A quay (Mara Lind)")}
    assert pages.compared(3, 4) == {"Media": ("A quay (Mara Lind)", "A pier (Mara Lind)")}
    assert "A quay (Mara Lind)" in pages.form(3).content.decode()
    pages.bring_back(3)
    (shown,) = event.media.all()
    assert (shown.picture, shown.url, shown.alternative_text) == (picture, "", "A quay")
    assert pages.compared(4, 5)["Media"] == ("A pier (Mara Lind)", "A quay (Mara Lind)")


def test_a_picture_that_is_gone_for_good_is_told_of(pages, event):
    picture = pictures.keep(data=as_file(), name="quay.jpg")
    pages.save(**media(kept=picture.name))
    event.media.all().delete()
    Picture.objects.all().delete()
    answer = pages.bring_back(3)
    assert "1 picture is kept no longer and did not come back." in answer.content.decode()
    assert not event.media.exists()


def test_what_a_merge_and_a_split_move_is_told_as_evidence(pages, event, nour):
    other = create_event(title="The storm", date="2024", evidence=[Citation("Harbour radio")])
    merge(events=[other], heir=event, user=nour)
    radio = event.evidence.get(citation="Harbour radio")
    split(event=event, evidence=[radio.pk], user=nour)
    by_us, both = "entered by the editors", "entered by the editors · Harbour radio"
    assert pages.compared(2, 3) == {"Evidence": (by_us, both)}
    assert pages.compared(3, 4)["Evidence"] == (both, by_us)


def test_what_supports_an_event_stays_when_an_earlier_version_comes_back(pages, event, nour):
    other = create_event(title="The storm", date="2024", evidence=[Citation("Harbour radio")])
    merge(events=[other], heir=event, user=nour)
    assert "Evidence" not in str(pages.form(0).context["coming_back"])
    pages.bring_back(0)
    assert event.evidence.filter(citation="Harbour radio").exists()
