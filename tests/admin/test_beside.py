"""What belongs to a record is in its history: aliases, covers, the order of a day, other media."""

import pytest

from tests.admin.histories import History, rows
from tests.admin.test_deleted import bring_back, throw_away
from tests.pictures import as_file
from tests.roles import member
from timeline.models import Category, Cover, Deleted, Entity, TellingMedia, Timeline
from timeline.selectors.listing import Pages
from timeline.services import pictures, tellings, ties
from timeline.services.entities import add_names, compared
from timeline.services.entity_merging import merge_entities
from timeline.services.events import create_event
from timeline.services.timelines import add_events, create_timeline

pytestmark = pytest.mark.django_db

QUAY = {"alternative_text": "A quay", "credit": "Mara Lind", "url": "https://example.org/q.jpg"}


@pytest.fixture
def alma():
    made = Entity.objects.create(kind="person", name="Alma")
    add_names(entities=[made])
    return made


@pytest.fixture
def storms():
    made = create_timeline(title="Storms")
    dated = [create_event(title=t, date="2024-05-20", status="published") for t in "abc"]
    add_events(events=dated, timeline=made)
    return made


def _events(timeline):
    return [place.event for place in Pages(timeline).page(1).object_list]


def _titles(timeline):
    return "".join(event.title for event in _events(timeline))


def _save_names(history, entity, *names):
    """The aliases of an entity become these."""
    stored = [{"id": one.pk, "entity": entity.pk, "DELETE": "on"} for one in entity.names.all()]
    stored = [each | {"name": "x"} for each in stored]
    new = [{"name": name, "language": language} for name, language in names]
    return history.save(reason="Heard", **rows("names", *stored, *new, initial=len(stored)))


def test_aliases_are_compared_and_come_back_and_events_are_found_by_them(nour_client, alma):
    history = History(nour_client, alma)
    event = create_event(title="A speech", date="2024", participants=[alma])
    _save_names(history, alma, ("Alma", ""), ("ألما", "ar"))
    assert history.compared(0, 1) == {"Names": ("Alma", "Alma, ألما (ar)")}
    assert "Heard" in history.page()
    _save_names(history, alma, ("Alma", ""))
    assert history.compared(1, 2) == {"Names": ("Alma, ألما (ar)", "Alma")}
    assert "ألما (ar)" in history.form(1).content.decode()
    history.bring_back(1, reason="It was right")
    names = alma.names.values_list("name", "language", "folded")
    assert set(names) == {("Alma", "", compared("Alma")), ("ألما", "ar", compared("ألما"))}
    event.index.refresh_from_db()
    assert compared("ألما") in event.index.tokens
    assert "It was right" in history.page()


def test_what_a_merge_brought_is_in_the_history_of_who_stays(nour_client, alma, nour):
    other = Entity.objects.create(kind="person", name="Alma Torres")
    add_names(entities=[other])
    merge_entities(entities=[other], heir=alma, user=nour)
    assert History(nour_client, alma).compared(0, 1) == {"Names": ("Alma", "Alma, Alma Torres")}


def test_a_cover_is_compared_and_comes_back_with_its_picture(nour_client, storms):
    history = History(nour_client, storms)
    picture = pictures.keep(data=as_file(), name="quay.jpg")
    cover = Cover.objects.create(
        timeline=storms, picture=picture, credit="Mara Lind", alternative_text="A quay"
    )
    row = {"id": cover.pk, "timeline": storms.pk, "kept": picture.name, "DELETE": "on"}
    history.save(**rows("cover", QUAY | row, initial=1))
    assert not Cover.objects.exists()
    assert history.compared(0, 1) == {"Cover": ("A quay (Mara Lind)", "–")}
    history.bring_back(0)
    assert Cover.objects.get().picture == picture
    assert history.compared(1, 2) == {"Cover": ("–", "A quay (Mara Lind)")}


def test_the_order_of_a_day_is_compared_and_comes_back(nour_client, storms, nour):
    history = History(nour_client, storms)
    first = _events(storms)[0]
    ties.move(event=first, timeline=storms, before=None, user=nour)
    assert history.compared(0, 1) == {"Order within a day": ("–", "b, c")}
    history.bring_back(0)
    assert _titles(storms) == "abc"
    history.bring_back(1)
    assert _titles(storms) == "bca"


def test_what_left_the_day_since_has_no_place_in_an_order_that_comes_back(nour_client, storms):
    history, (a, b, c) = History(nour_client, storms), _events(storms)
    ties.move(event=c, timeline=storms, before=a)
    ties.move(event=c, timeline=storms, before=None)
    b.delete()
    history.bring_back(1)
    assert _titles(storms) == "ca"


def test_a_timeline_that_goes_back_has_a_version_that_no_cache_knows(nour_client, storms):
    history = History(nour_client, storms)
    known = storms.version
    history.save(title="Gales", **rows("cover"))
    storms.refresh_from_db()
    assert storms.version > known
    known = storms.version
    history.bring_back(0)
    storms.refresh_from_db()
    assert (storms.title, storms.version > known) == ("Storms", True)


def test_media_on_one_timeline_are_compared_and_come_back(nour_client, storms):
    telling = tellings.tell(event=_events(storms)[0], timeline=storms, title="The deluge")
    history = History(nour_client, telling)
    history.save(**rows("media", QUAY | {"position": 0}))
    assert history.compared(0, 1) == {"Media on a timeline": ("–", "A quay (Mara Lind)")}
    history.bring_back(0)
    assert not TellingMedia.objects.exists()
    before = Timeline.objects.get(pk=storms.pk).version
    history.bring_back(1)
    assert TellingMedia.objects.get().url == QUAY["url"]
    assert Timeline.objects.get(pk=storms.pk).version > before


def test_a_category_is_compared_comes_back_and_says_why(nour_client):
    category = Category.objects.get(key="economy")
    history = History(nour_client, category)
    history.save(name="Trade", key="trade", reason="Clearer")
    assert history.compared(0, 1) == {"Key": ("economy", "trade"), "Name": ("Economy", "Trade")}
    assert "Clearer" in history.page()
    saved = create_timeline(title="Trade", saved_filter={"categories": ["trade"]})
    history.bring_back(0)
    category.refresh_from_db()
    assert (category.key, category.name) == ("economy", "Economy")
    saved.refresh_from_db()
    assert saved.saved_filter == {"categories": ["economy"]}


def test_a_category_goes_into_the_bin_and_comes_back_unless_its_key_is_taken(nour_client):
    category = Category.objects.get(key="economy")
    throw_away(nour_client, category)
    assert not Category.objects.filter(key="economy").exists()
    other = Category.objects.create(key="economy", name="Trade", colour="#335577", shape="star")
    assert (
        "Another category has the key “economy” by now" in bring_back(nour_client).content.decode()
    )
    other.delete()
    bring_back(nour_client)
    assert Category.objects.get(key="economy") == category
    assert not Deleted.objects.exists()


def test_who_only_looks_at_a_record_is_not_asked_why(client, alma):

    client.force_login(member("Contributor"))
    page = client.get(f"/admin/timeline/entity/{alma.pk}/change/").content.decode()
    assert "Alma" in page
    assert "Why it is changed" not in page
