"""The figure: valid for Plotly, honest about precision, plain text, and few traces."""

import json
import re

import orjson
import plotly.graph_objects as go
import pytest

from tests.chart.cast import LANES, day, drawn, geometry, row, shown, traces
from timeline.chart.geometry import Geometry
from timeline.chart.rows import Count
from timeline.chart.window import fit, quantise

EVERYTHING = [
    row(1, "2022-05-01"),
    row(2, "2022-05-01T10:30"),
    row(3, "2021-06"),
    row(4, "2023", lane="disaster", category="disaster"),
    row(5, "2021~"),
    row(6, "2022-05-04~"),
    row(7, "2022-05-22/2022-08-25"),
    row(8, "2021/.."),
    row(9, "../2021-08"),
    row(10, "2022", part="START"),
    row(11, "2020-21"),
    row(12, "2023-05-01", category=""),
    row(13, "201X"),
]


@pytest.mark.parametrize("language", ["en", "ar", "fa", "xx"])
def test_every_kind_of_date_makes_a_figure_that_plotly_accepts(language):
    made = drawn(EVERYTHING, language=language)
    go.Figure(made)
    assert shown(made) == set(range(1, 14))
    assert json.loads(orjson.dumps(made)) == json.loads(json.dumps(made))


def test_an_empty_timeline_makes_a_figure_too():
    go.Figure(drawn([]))


def _mark(date: str, **changes):
    made = drawn([row(1, date, **changes)])
    (trace,) = traces(made, "marks")
    return trace


def test_a_day_is_a_point_in_its_categorys_shape():
    trace = _mark("2022-05-01", category="disaster")
    assert trace["marker"]["symbol"] == "triangle-up"
    assert trace["x"] == [day("2022-05-01") + 0.5]


def test_a_month_is_a_translucent_bar_over_all_of_it():
    trace = _mark("2022-05")
    assert trace["type"] == "bar"
    assert trace["base"] == [day("2022-05-01")]
    assert trace["x"] == [31]
    assert trace["marker"]["color"].endswith(",0.45)")


def test_a_year_is_fainter_than_a_month():
    def alpha(date):
        return float(_mark(date)["marker"]["color"].rpartition(",")[2][:-1])

    assert alpha("2022") < alpha("2022-05")


def test_a_month_seen_from_far_away_keeps_the_form_of_a_bar():
    domain = fit(day("1000-01-01"), day("2024-12-31"))
    at = Geometry(quantise(*domain), 1120, domain)
    (trace,) = traces(drawn([row(1, "1500-05")], at=at), "marks")
    assert trace["x"][0] * at.pixels_per_day == pytest.approx(9)


def test_a_day_seen_from_near_is_the_stretch_of_time_that_it_is():
    domain = fit(day("2024-05-01"), day("2024-05-30"))
    at = Geometry(quantise(day("2024-05-15"), day("2024-05-27")), 1120, domain)
    made = drawn([row(1, "2024-05-20"), row(2, "2024-05-20T12:00")], at=at)
    bar, minute = traces(made, "marks")
    (point,) = traces(made, "points")
    assert (bar["base"], bar["x"]) == ([day("2024-05-20")], [1])
    assert point["x"] == minute["x"] == [day("2024-05-20") + 0.5]
    assert point["marker"]["symbol"] == "circle"


def test_a_day_wide_enough_for_its_label_has_no_point_under_it():
    domain = fit(day("2024-05-01"), day("2024-05-30"))
    at = Geometry(quantise(day("2024-05-20"), day("2024-05-21")), 1120, domain)
    made = drawn([row(1, "2024-05-20")], at=at)
    (labels,) = traces(made, "labels")
    assert labels["meta"]["side"] == "inside"
    assert not traces(made, "points")


def test_a_range_has_an_outline_and_an_approximate_date_a_soft_pattern():
    assert _mark("2022-05-22/2022-08-25")["marker"]["line"]["width"] > 0
    assert _mark("2021~")["marker"]["pattern"]["shape"] == "/"
    assert _mark("2022-05-04~")["marker"]["symbol"] == "circle-open"


def test_an_interval_of_times_is_drawn_from_minute_to_minute():
    domain = fit(day("2024-05-01"), day("2024-05-30"))
    at = Geometry(quantise(day("2024-05-20"), day("2024-05-21")), 1120, domain)
    (trace,) = traces(drawn([row(1, "2024-05-20T06:00/2024-05-20T18:00")], at=at), "marks")
    assert trace["base"] == [day("2024-05-20") + 0.25]
    assert trace["x"] == [0.5]


def test_an_open_date_runs_to_the_end_of_the_timeline_and_ends_in_an_arrow():
    made = drawn([row(1, "2022/..")])
    (bar,), (arrow,) = traces(made, "marks"), traces(made, "arrows")
    end = geometry().domain[1]
    assert bar["base"][0] + bar["x"][0] == end
    assert (arrow["x"], arrow["marker"]["symbol"]) == ([end], "triangle-right")
    assert traces(drawn([row(1, "2022/..")], language="ar"), "arrows")[0]["marker"]["symbol"] == (
        "triangle-left"
    )


def test_early_2022_is_drawn_over_its_part_only():
    whole, part = _mark("2022"), _mark("2022", part="START")
    assert part["base"] == whole["base"]
    assert part["x"][0] < whole["x"][0] / 2


def test_one_category_and_precision_is_one_trace_with_scalar_style():
    made = drawn([row(number, f"2022-{number:02}-01") for number in range(1, 13)])
    (trace,) = traces(made, "marks")
    assert len(trace["x"]) == 12
    assert isinstance(trace["marker"]["size"], float)
    assert isinstance(trace["marker"]["color"], str)


def test_a_title_stays_plain_text():
    made = drawn([row(1, "2022-05-01", "<b>Bold</b> & <a href='x'>link</a>")])
    (labels,) = traces(made, "labels")
    assert not re.search(r"<\w", labels["text"][0])
    assert labels["text"][0].startswith("\u2068&lt;b&gt;Bold")


def test_a_figure_for_a_right_to_left_reader_is_mirrored():
    layout = drawn(EVERYTHING, language="ar")["layout"]
    first, last = layout["xaxis"]["range"]
    assert first > last
    assert layout["yaxis"]["side"] == "right"
    assert layout["margin"]["r"] > layout["margin"]["l"]
    assert all(text.startswith("\u2067") for text in layout["yaxis"]["ticktext"])


def test_a_narrow_chart_names_its_lanes_over_them():
    layout = drawn(EVERYTHING, at=geometry(width=320))["layout"]
    assert not layout["yaxis"]["showticklabels"]
    assert [head["text"] for head in layout["annotations"]] == [
        "\u2068Politics\u2069",
        "\u2068Disaster\u2069",
    ]
    assert layout["margin"]["l"] < 20


def test_a_single_lane_without_a_name_keeps_no_room_for_names():
    domain = fit(day("2020-01-01"), day("2024-12-31"))
    layout = drawn([], at=Geometry(quantise(*domain), 1120, domain, named=False))["layout"]
    assert layout["margin"]["l"] == layout["margin"]["r"]


def test_a_folded_lane_is_thin_and_counts_what_it_holds():
    size = geometry().bucket_days
    bucket = day("2022-05-01") // size * size
    counts = {"politics": [Count("politics", bucket, size, 3)]}
    made = drawn([row(1, "2022-05-01")], counts=counts, folded=["politics"])
    assert not shown(made)
    assert traces(made, "counts")[0]["customdata"][0][2] == "3"
    assert not traces(made, "numbers")
    assert made["layout"]["height"] < drawn([row(1, "2022-05-01")])["layout"]["height"]
    assert [lane["folded"] for lane in made["layout"]["meta"]["lanes"]] == [True, False]


@pytest.mark.parametrize("date", ["2022-05-01", "2022-05"])
def test_a_mark_whose_sources_disagree_is_struck_through(date):
    made = drawn([row(1, date, disputed=True), row(2, "2023")])
    (strokes,) = traces(made, "disputed")
    assert len(strokes["x"]) == 1
    told = {told[0]: told[3:] for trace in traces(made, "marks") for told in trace["customdata"]}
    assert told == {1: [True], 2: []}
    assert not traces(drawn([row(1, date)]), "disputed")


@pytest.mark.parametrize("date", ["2022-05", "2022-05/2024-06"])
def test_the_stroke_through_a_bar_is_clear_of_its_label(date):
    made = drawn([row(1, date, disputed=True)])
    (stroke,) = traces(made, "disputed")
    (label,) = traces(made, "labels")
    first, last = made["layout"]["xaxis"]["range"]
    margin = made["layout"]["margin"]
    pixels_per_day = (1120 - margin["l"] - margin["r"]) / (last - first)
    apart = (label["x"][0] - stroke["x"][0]) * pixels_per_day
    assert apart > stroke["marker"]["size"] / 2 + 2


def test_what_is_featured_has_a_star_with_its_label_or_alone():
    made = drawn([row(1, "2022-05", featured=True), row(2, "2022-05", importance=100)])
    labels = [text for trace in traces(made, "labels") for text in trace["text"]]
    assert [("★" in text) for text in labels].count(True) == 1
    assert not traces(made, "featured")
    dates = [f"{2020 + n % 5}-{n % 12 + 1:02}-{n % 27 + 1:02}" for n in range(40)]
    many = [row(n, date, "A bridge " * 9, featured=True) for n, date in enumerate(dates)]
    made = drawn(many, at=geometry(width=320))
    shown = [sum(len(t["x"]) for t in traces(made, role)) for role in ("labels", "featured")]
    assert shown[1] > 0
    assert sum(shown) == sum(len(trace["x"]) for trace in traces(made, "marks"))


def test_it_is_said_how_much_there_is_and_when_the_most():
    said = drawn(EVERYTHING)["layout"]["meta"]["summary"]
    assert (said["events"], said["most"]) == ("3", "3")
    assert "2020" in said["busiest"]


def test_lanes_take_the_height_they_need():
    few = drawn([row(1, "2022-05-01")])["layout"]["height"]
    many = drawn([row(number, "2022-05-01") for number in range(8)])["layout"]["height"]
    assert few < many


def test_a_dense_lane_is_counted_and_says_so_in_words():
    size = geometry().bucket_days
    bucket = day("2022-05-01") // size * size
    made = drawn([], counts={"politics": [Count("politics", bucket, size, 12345)]})
    (trace,) = traces(made, "counts")
    first, last, number, words = trace["customdata"][0]
    assert (first, last, number) == (bucket, bucket + size, "12345")
    assert "2022" in words
    (numbers,) = traces(made, "numbers")
    assert numbers["text"] == ["12K"]


def test_what_is_held_is_three_windows_wide_and_stated():
    at = geometry()
    meta = drawn(EVERYTHING, at=at)["layout"]["meta"]
    assert meta["held"][1] - meta["held"][0] == 3 * meta["span"]
    assert meta["domain"] == list(at.domain)
    assert set(meta["palettes"]) == {"light", "dark"}
    assert {f"category:{lane.key}" for lane in LANES} <= set(meta["palettes"]["dark"])
