"""All choices of a filter on a page of their own."""

import re

import pytest
from django.urls import reverse

from timeline.extraction.findings import Name
from timeline.models import Entity, Timeline
from timeline.selectors.filtering import every_choice, facets
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline, publish_events


@pytest.fixture
def address(db: None) -> str:
    """Of a timeline where Ibo Sanda has five events, Mara Lind four, and so on down to one."""
    names = ["Ibo Sanda", "Mara Lind", "Nils Benno", "Orla Galt", "Pia Harrow"]
    events = [
        create_event(title=f"{name} {number}", date="2020", participants=[Name(name, "person")])
        for place, name in enumerate(names)
        for number in range(len(names) - place)
    ]
    timeline = create_timeline(title="Five lives", slug="five-lives")
    publish_events(events=events, timeline=timeline, user=None)
    return reverse("timeline", args=[timeline.slug])


def _choices(page: str) -> list[tuple[str, str]]:
    found = re.findall(r'choice-label">(.*?)</bdi> <span class="choice-number">(.*?)<', page)
    return [(name, number) for name, number in found]


def test_a_menu_that_has_only_the_most_frequent_leads_to_all(client, address, monkeypatch):
    monkeypatch.setattr(facets, "LIMIT", 3)
    monkeypatch.setattr("timeline.web.filter_bar.LIMIT", 3)
    page = client.get(f"{address}?since=2019").content.decode()
    assert f'href="{address}choices/person/?since=2019"' in page
    assert len(_choices(client.get(f"{address}choices/person/").content.decode())) == 5


def test_all_choices_stand_page_by_page_the_most_frequent_first(client, address, monkeypatch):
    monkeypatch.setattr(every_choice, "PER_PAGE", 3)
    first = client.get(f"{address}choices/person/").content.decode()
    assert "5 choices" in first
    assert _choices(first) == [("Ibo Sanda", "5"), ("Mara Lind", "4"), ("Nils Benno", "3")]
    second = client.get(f"{address}choices/person/?page=2").content.decode()
    assert _choices(second) == [("Orla Galt", "2"), ("Pia Harrow", "1")]


def test_what_is_chosen_elsewhere_goes_along(client, address, monkeypatch):
    monkeypatch.setattr(every_choice, "PER_PAGE", 3)
    ibo, pia = (Entity.objects.get(name=name).pk for name in ("Ibo Sanda", "Pia Harrow"))
    query = f"person={ibo}&person={pia}&since=2019&lanes=one"
    page = client.get(f"{address}choices/person/?{query}").content.decode()
    assert f'name="person" value="{ibo}" checked' in page
    form = page.split('id="choices"')[1].split("</form>")[0]
    hidden = re.findall(r'type="hidden" name="(.*?)" value="(.*?)"', form)
    assert set(hidden) == {("person", str(pia)), ("since", "2019"), ("lanes", "one")}
    assert f'action="{address}#filters"' in page


def test_choices_are_counted_in_what_the_other_filters_leave(client, address):
    page = client.get(f"{address}choices/person/", {"q": "galt"}).content.decode()
    assert _choices(page) == [("Orla Galt", "2")]


def test_sources_and_the_events_of_an_entity_have_such_pages_too(client, harbour, opening):
    timeline = reverse("timeline", args=[harbour.slug])
    sources = _choices(client.get(f"{timeline}choices/source/").content.decode())
    assert sources[0] == ("The Evening Courier", "2")
    entity = reverse("entity", args=[opening.participants.get().pk])
    assert _choices(client.get(f"{entity}choices/source/").content.decode()) == sources


def test_there_is_no_such_page_for_anything_else(client, harbour, address):
    for menu in ("category", "dates", "q", "nonsense"):
        assert client.get(f"{address}choices/{menu}/").status_code == 404
    Timeline.objects.update(visibility=Timeline.Visibility.DRAFT)
    assert client.get(f"{address}choices/person/").status_code == 404
    assert client.get("/entities/987654/choices/person/").status_code == 404
