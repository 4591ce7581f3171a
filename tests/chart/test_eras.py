"""Eras behind the lanes: bands with names, and no marks."""

from typing import Any

import plotly.graph_objects as go
import pytest

from tests.chart.cast import LANES, STYLES, day, geometry, row, shown, traces
from timeline.chart.figure import Contents, figure
from timeline.chart.rows import Era
from timeline.dates import edtf


def _era(date: str, name: str = "The dry years") -> Era:
    read = edtf.parse(date)
    return Era(name, read.first_day, read.last_day)


def _drawn(*eras: Era, language: str = "en") -> dict[str, Any]:
    rows = [row(1, "2022-05-01")]
    made = figure(Contents(LANES, STYLES, rows, {}, [], eras=eras), geometry(), language)
    go.Figure(made)
    return made


def _names(made: dict[str, Any]) -> list[tuple[str, float]]:
    return [
        (text.strip("\u2067\u2068\u2069"), y)
        for trace in traces(made, "eras")
        for text, y in zip(trace["text"], trace["y"], strict=True)
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_era_is_a_band_over_all_lanes_with_its_name(language):
    made = _drawn(_era("2021/2022"), language=language)
    (band,) = traces(made, "era bands")
    assert band["base"] == [day("2021")]
    assert band["x"] == [365 + 365]
    assert [band["width"], 0] == made["layout"]["yaxis"]["range"]
    assert [name for name, _y in _names(made)] == ["The dry years"]


def test_an_era_is_no_mark_and_lies_behind_all_of_them():
    made = _drawn(_era("2021/2022"))
    assert shown(made) == {1}
    assert made["data"][0]["meta"]["role"] == "era bands"
    (names,) = traces(made, "eras")
    assert [told[0] for told in names["customdata"]] == [None]


def test_lanes_begin_below_the_names_of_eras():
    (bare,) = traces(_drawn(), "marks")
    (below,) = traces(_drawn(_era("2021")), "marks")
    assert below["y"][0] == bare["y"][0] + 20


def test_eras_that_overlap_have_names_below_one_another():
    made = _drawn(_era("2021/2022", "A time"), _era("2022/2023", "Another"), _era("2023", "Later"))
    assert _names(made) == [("A time", 10), ("Another", 30), ("Later", 10)]


def test_neighbours_can_be_told_apart():
    made = _drawn(_era("2021"), _era("2022"))
    colours = {trace["marker"]["color"] for trace in traces(made, "era bands")}
    assert len(colours) == 2


def test_a_band_too_short_for_its_name_has_none():
    made = _drawn(_era("2021-05-01"))
    assert traces(made, "era bands")
    assert not traces(made, "eras")
