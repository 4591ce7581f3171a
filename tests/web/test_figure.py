"""`figure.json`: strict about what is asked, cached for good where that is right."""

import gzip
from typing import Any

import plotly.graph_objects as go
import pytest
from django.test import Client
from django.urls import reverse
from plotly.io import from_json

from timeline.extraction.findings import Name
from timeline.models import Timeline
from timeline.services.events import create_event
from timeline.services.timelines import publish_events, touch
from timeline.web.figure import version_of

pytestmark = pytest.mark.django_db


def _get(client: Client, timeline: Timeline, query: Any = None, tag: str = "") -> Any:
    headers = {"If-None-Match": tag} if tag else {}
    return client.get(reverse("figure", args=[timeline.slug]), query, headers=headers)


def _titles(answer: Any) -> set[str]:
    told = [told for trace in answer.json()["data"] for told in trace.get("customdata", [])]
    return {title for _, title, *_ in told if isinstance(title, str)}


def _counted(answer: Any) -> int:
    strips = [trace for trace in answer.json()["data"] if trace["meta"]["role"] == "strip"]
    return sum(sum(trace["y"]) for trace in strips)


def _domain(answer: Any) -> list[float]:
    days: list[float] = answer.json()["layout"]["meta"]["domain"]
    return days


def test_a_figure_opens_in_plotly_and_holds_every_event(client, harbour):
    answer = _get(client, harbour)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    opened = from_json(answer.content.decode())
    assert isinstance(opened, go.Figure)
    assert len(opened.data) == len(answer.json()["data"])
    assert _titles(answer) == set(harbour.events.values_list("title", flat=True))


def test_no_word_of_an_article_beyond_its_quotes_is_in_a_figure(client, harbour):
    assert b"second paragraph" not in _get(client, harbour).content


def test_a_window_leaves_out_what_lies_outside_it(client, harbour):
    titles = _get(client, harbour, {"from": 2458700, "to": 2458800}).content.decode()
    assert "is asked for" in titles
    assert "A second basin" not in titles


def test_the_present_version_is_cached_for_good(client, harbour):
    answer = _get(client, harbour, {"v": version_of(harbour)})
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("version", ["", "0.1", "nonsense"])
def test_any_other_version_is_asked_for_again(client, harbour, version):
    assert _get(client, harbour, {"v": version})["Cache-Control"] == "public, no-cache"


def test_an_unchanged_figure_is_not_sent_twice(client, harbour):
    tag = _get(client, harbour)["ETag"]
    again = _get(client, harbour, tag=tag)
    assert again.status_code == 304
    assert again["ETag"] == tag
    assert not again.content


def test_a_figure_is_compressed_where_that_is_understood_and_not_sent_twice_then(client, harbour):
    address, accepted = reverse("figure", args=[harbour.slug]), {"Accept-Encoding": "gzip"}
    answer = client.get(address, headers=accepted)
    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content) == _get(client, harbour).content
    again = client.get(address, headers={**accepted, "If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_a_change_of_the_timeline_changes_the_tag(client, harbour):
    tag = _get(client, harbour)["ETag"]
    touch(timeline=harbour)
    assert _get(client, harbour, tag=tag).status_code == 200


def test_windows_that_are_nearly_the_same_are_the_same_figure(client, harbour):
    one = _get(client, harbour, {"from": 2458000, "to": 2458400})
    other = _get(client, harbour, {"from": 2458003, "to": 2458401.5})
    assert one["ETag"] == other["ETag"]
    assert one.content == other.content


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"from": "yesterday", "to": "2458400"}, "“from” is no Julian Day Number"),
        ({"from": "nan", "to": "2458400"}, "“from” is no Julian Day Number"),
        ({"from": "2458400"}, "“to” is no Julian Day Number"),
        ({"from": "2458400", "to": "inf"}, "“to” is no Julian Day Number"),
        ({"from": "1e300", "to": "2e300"}, "“from” is no Julian Day Number"),
        ({"from": "2458400", "to": "2458400"}, "“from” is not before “to”"),
        ({"width": "-5"}, "“width” is no width in pixels"),
        ({"width": "0"}, "“width” is no width in pixels"),
        ({"width": "٩٩"}, "“width” is no width in pixels"),
        ({"width": "9" * 400}, "“width” is no width in pixels"),
        ({"lanes": "colour"}, "“lanes” cannot be “colour”"),
        ({"lang": "tlh"}, "“lang” cannot be “tlh”"),
        ({"callback": "alert"}, "“callback” is no parameter"),
        ({"width": ["5", "6"]}, "“width” is given 2 times"),
        ({"q": ["pier", "harbour"]}, "“q” is given 2 times"),
        ({"folded": ["x" * 65]}, "“folded” names no lane"),
        ({"folded": [str(n) for n in range(65)]}, "“folded” names no lane"),
        ({"q": "?!"}, "“q” cannot be used: Search for a word"),
        ({"since": "soon"}, "“since” cannot be used: This is not a date"),
        ({"person": ["1", "x"]}, "“person” cannot be used: “x” is none of the choices"),
    ],
)
def test_bad_input_gets_one_clear_sentence(client, harbour, query, said):
    answer = _get(client, harbour, query)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/json"
    assert answer.json()["error"].startswith(said)
    assert answer.json()["error"].endswith((".", "2011/.."))


@pytest.mark.parametrize("lanes", Timeline.Lanes.values)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_arrangement_in_every_language(client, harbour, lanes, language):
    answer = _get(client, harbour, {"lanes": lanes, "lang": language, "width": 360})
    assert answer.status_code == 200
    assert answer.json()["layout"]["meta"]["rightToLeft"] == (language == "ar")


def test_of_a_folded_lane_there_are_only_counts(client, harbour):
    whole = _titles(_get(client, harbour))
    lanes = {lane["key"] for lane in _get(client, harbour).json()["layout"]["meta"]["lanes"]}
    answer = _get(client, harbour, {"folded": [min(lanes), "no lane"]})
    assert _titles(answer) < whole
    assert [lane["key"] for lane in answer.json()["layout"]["meta"]["lanes"] if lane["folded"]] == [
        min(lanes)
    ]
    assert answer["ETag"] != _get(client, harbour)["ETag"]


@pytest.mark.parametrize("lanes", Timeline.Lanes.values)
def test_filters_leave_their_events_in_the_lanes_and_in_the_overview(client, harbour, lanes):
    answer = _get(client, harbour, {"q": "basin", "lanes": lanes})
    assert _titles(answer) == {"A second basin is dug"}
    assert _counted(answer) == 1
    many = _get(client, harbour, {"category": ["society", "none"], "lanes": lanes})
    assert _counted(many) == len(_titles(many)) == 2


def test_filters_leave_the_days_of_the_timeline_as_they_are(client, harbour):
    whole, filtered = _get(client, harbour), _get(client, harbour, {"since": "2031"})
    assert _domain(filtered) == _domain(whole)


def test_filters_that_leave_nothing_have_a_figure(client, harbour):
    answer = _get(client, harbour, {"q": "zeppelin"})
    assert answer.status_code == 200
    assert _titles(answer) == set()


def test_the_same_filters_are_the_same_figure_and_others_another(client, harbour):
    one = _get(client, harbour, {"category": ["economy", "society"], "since": "2019"})
    same = _get(client, harbour, {"since": "2019", "category": ["society", "economy"]})
    assert one["ETag"] == same["ETag"]
    assert one["ETag"] != _get(client, harbour, {"category": "economy", "since": "2019"})["ETag"]


def test_a_filtered_figure_is_cached_as_any_other(client, harbour):
    answer = _get(client, harbour, {"v": version_of(harbour), "q": "basin"})
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"


def test_where_no_event_has_a_category_nothing_is_called_the_others(client, harbour):
    answer = _get(client, harbour, {"lanes": "category", "category": "none"})
    layout = answer.json()["layout"]
    assert layout["meta"]["lanes"] == []
    assert layout["margin"]["l"] == layout["margin"]["r"]
    assert _titles(answer)


def test_an_empty_timeline_has_a_figure(client, db):
    empty = Timeline.objects.create(title="Empty", slug="empty", visibility="public")
    assert _get(client, empty).status_code == 200


def test_a_draft_is_for_staff_alone_and_never_in_a_shared_cache(client, nour_client, harbour):
    Timeline.objects.filter(pk=harbour.pk).update(visibility="draft")
    assert _get(Client(), harbour).status_code == 404
    answer = _get(nour_client, harbour, {"v": version_of(harbour)})
    assert answer["Cache-Control"].startswith("private")


def test_a_timeline_that_is_not_there_is_not_found(client, db):
    assert client.get("/timelines/nowhere/figure.json").status_code == 404


def test_figures_are_only_read(client, harbour):
    assert client.post(reverse("figure", args=[harbour.slug])).status_code == 405


def test_what_readers_see_first_is_drawn_once_and_anew_after_a_change(
    client, harbour, django_assert_max_num_queries
):
    first = _get(client, harbour).content
    with django_assert_max_num_queries(4):
        assert _get(client, harbour).content == first
    event = create_event(title="A crane is sold", date="2020-01-02")
    publish_events(events=[event], timeline=harbour, user=None)
    assert "A crane is sold" in _titles(_get(client, harbour))


# Windows, since the whole is drawn once.
@pytest.mark.parametrize(
    "query",
    [
        {"from": 2458800, "to": 2458900},
        {"from": 2458800, "to": 2458900, "lanes": "person"},
        {"q": "harbour", "lanes": "place"},
    ],
)
def test_no_figure_takes_more_queries_for_more_events(
    client, harbour, query, django_assert_max_num_queries
):
    counted = []
    for more in (10, 40):
        events = [
            create_event(
                title=f"A harbour fair {day}",
                date=f"2020-01-{1 + day % 28:02}",
                participants=[Name("Mara Lind", "person")],
                places=[Name("Sidra", "place")],
            )
            for day in range(more)
        ]
        publish_events(events=events, timeline=harbour, user=None)
        _get(client, harbour, query)  # what is kept until the timeline changes
        with django_assert_max_num_queries(16) as queries:
            _get(client, harbour, query)
        counted.append(len(queries))
    assert counted[1] <= counted[0]
