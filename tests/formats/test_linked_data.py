"""JSON-LD, read by a processor that is not ours (PyLD), without a network."""

import json
from typing import Any

import pytest
from pyld import jsonld

from tests.formats.telling import TIMELINE, event
from timeline.formats import linked_data
from timeline.formats.records import Medium, Named, Support

SCHEMA = "https://schema.org/"
DATE = "http://purl.org/dc/terms/date"


def _refuse(address: str, _options: Any) -> Any:
    raise AssertionError(f"{address} would be fetched")


def _read(told: Any) -> Any:
    """The one node of a document, with whole names and values alone."""
    written = json.loads(linked_data.in_html(told))
    (node,) = jsonld.expand(written, {"documentLoader": _refuse})
    return node


def _event(*args: Any, **fields: Any) -> Any:
    return _read(linked_data.event(event(*args, **fields)))


def _value(node: Any, name: str) -> Any:
    """The value of a property; None where there is none."""
    return node[SCHEMA + name][0]["@value"] if SCHEMA + name in node else None


def test_an_event_has_its_name_and_its_permanent_address():
    node = _event()
    assert node["@type"] == [f"{SCHEMA}Event"]
    assert node["@id"] == "https://example.org/events/7/"
    assert node[f"{SCHEMA}url"] == [{"@id": "https://example.org/events/7/"}]
    assert _value(node, "name") == "The harbour opens"


def test_an_event_is_quoted_with_its_article_as_citation():
    (quotation,) = _event()[f"{SCHEMA}subjectOf"]
    assert _value(quotation, "text") == "It opened on <May 20>"
    (article,) = quotation[f"{SCHEMA}citation"]
    assert article["@type"] == [f"{SCHEMA}Article"]
    assert article[f"{SCHEMA}url"] == [{"@id": "https://example.org/harbour"}]
    assert _value(article, "datePublished") == "2024-05-30"
    assert _value(article[f"{SCHEMA}publisher"][0], "name") == "The Evening Courier"


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2024-05-20", "2024-05-20", None),
        ("2024-05-20T10:30Z", "2024-05-20T10:30Z", None),
        ("2019-10", "2019-10", None),
        ("2011", "2011", None),
        ("2019-21", "2019", None),
        ("2019-33", "2019", None),
        ("2019-40", "2019", None),
        ("198X", None, None),
        ("18XX", None, None),
        ("1990~", None, None),
        ("1990?", None, None),
        ("2024-05-22/2024-05-25", "2024-05-22", "2024-05-25"),
        ("2011-05/2019", "2011-05", "2019"),
        ("1990~/1995", None, "1995"),
        ("2011/..", "2011", None),
        ("../2018-08", None, "2018-08"),
        ("-0043-03-15", "-0043-03-15", None),
    ],
)
def test_a_date_is_never_more_exact_than_it_is_known(date, start, end):
    node = _event(date)
    assert (_value(node, "startDate"), _value(node, "endDate")) == (start, end)
    assert node[DATE] == [{"@type": "http://id.loc.gov/datatypes/edtf/EDTF", "@value": date}]


def test_people_organisations_places_and_pictures_are_told_apart():
    picture = Medium("https://example.org/p.jpg", "Ada", "A pier")
    node = _event(places=(Named("Tessport", "place"),), media=(picture,))
    assert [each["@type"] for each in node[f"{SCHEMA}about"]] == [
        [f"{SCHEMA}Person"],
        [f"{SCHEMA}Organization"],
    ]
    assert _value(node[f"{SCHEMA}location"][0], "name") == "Tessport"
    assert _value(node[f"{SCHEMA}image"][0], "creditText") == "Ada"


def test_a_list_says_where_it_begins_and_how_many_there_are():
    told = linked_data.listed(TIMELINE, [event(id=8), event(id=9)], start=51, total=1200)
    node = _read(told)
    assert node["@type"] == [f"{SCHEMA}ItemList"]
    assert _value(node, "numberOfItems") == 1200
    items = node[f"{SCHEMA}itemListElement"]
    assert [_value(item, "position") for item in items] == [51, 52]
    assert items[0][f"{SCHEMA}item"][0]["@type"] == [f"{SCHEMA}Event"]


def test_no_text_ends_the_element_that_it_stands_in():
    hostile = "</script><!--<script>alert(1)&"
    written = linked_data.in_html(linked_data.event(event(title=hostile)))
    assert not set(written) & set("<>&")
    assert json.loads(written)["name"] == hostile


def test_what_a_browser_would_run_is_no_address():
    cited = Support("citation", citation="Annals", citation_url="javascript:alert(1)")
    node = _event(evidence=(cited,), media=(Medium("javascript:alert(1)", "", "A pier"),))
    assert "javascript" not in json.dumps(node)
    assert _value(node[f"{SCHEMA}subjectOf"][0], "name") == "Annals"


def test_what_the_editors_entered_cites_nothing():
    assert f"{SCHEMA}subjectOf" not in _event(evidence=(Support("editors"),))
