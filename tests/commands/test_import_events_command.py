import json
from io import BytesIO, StringIO, TextIOWrapper
from typing import Any, NamedTuple

import pytest
from django.core.management import CommandError, call_command

from timeline.models import Event, Timeline

pytestmark = pytest.mark.django_db

CSV = "date,title,colour\n20 May 2024,The harbour opens,red\n2025,It closes,\n"


class Done(NamedTuple):
    status: object
    out: list[str]
    err: list[str]


def import_events(source: object, **options: Any) -> Done:
    out, err = StringIO(), StringIO()
    status: object = 0
    try:
        call_command("import_events", str(source), stdout=out, stderr=err, **options)
    except SystemExit as end:
        status = end.code
    return Done(status, out.getvalue().splitlines(), err.getvalue().splitlines())


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "events.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_events_come_on_a_timeline_made_for_them(file):
    done = import_events(file, timeline="Harbours", publish=True)
    assert done == Done(0, ["2 events on “Harbours”."], ["Not used: colour."])
    timeline = Timeline.objects.get()
    assert (timeline.visibility, timeline.events.count()) == ("public", 2)
    again = import_events(file, timeline="harbours")
    assert again.out == ["0 events on “Harbours”, 2 here already."]


def test_a_file_with_a_title_of_its_own_needs_no_timeline(tmp_path):
    file = tmp_path / "harbours.json"
    slides = [{"start_date": {"year": 2025}, "text": {"headline": "It closes"}}]
    title = {"text": {"headline": "All harbours"}}
    file.write_text(json.dumps({"title": title, "events": slides}), encoding="utf-8")
    assert import_events(file).out == ["1 event on “All harbours”."]
    assert import_events(file).out == ["0 events on “All harbours”, 1 here already."]


def test_a_file_without_a_title_is_told_to_name_a_timeline(file):
    with pytest.raises(
        CommandError, match="tells no title: name a timeline with --timeline"
    ) as told:
        import_events(file)
    assert told.value.returncode == 2
    assert not Timeline.objects.exists()


def test_a_dry_run_shows_what_would_come_and_stores_nothing(file):
    done = import_events(file, timeline="Harbours", dry_run=True)
    assert done.out == [
        "2 events, 0 of them here already.",
        "From 20 May 2024 to 2025.",
        "How exact: day 1, year 1.",
        "2: 20 May 2024: The harbour opens",
        "3: 2025: It closes",
    ]
    assert not Timeline.objects.exists()


def test_rows_that_repeat_an_earlier_one_are_named_and_come_in_once(tmp_path):
    file = tmp_path / "events.csv"
    file.write_text(CSV + "2024,It\n" * 13, encoding="utf-8")
    done = import_events(file, timeline="Harbours")
    assert done.out == ["3 events on “Harbours”."]
    rows = ", ".join(str(row) for row in range(5, 15))
    assert done.err[0] == f"The same as an earlier row, and left out: {rows} …"


def test_a_bad_cell_stores_nothing_not_even_the_timeline(tmp_path):
    file = tmp_path / "events.csv"
    file.write_text(f"{CSV}soon,It opens\n", encoding="utf-8")
    done = import_events(file, timeline="Harbours")
    assert done.status == 1
    assert done.err[0].startswith("Row 4, column “date”: “soon”. This is not a date")
    assert done.err[-1] == "Nothing was stored."
    assert not Timeline.objects.exists()
    assert not Event.objects.exists()


def test_it_reads_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(CSV.encode("utf-16"))))
    assert import_events("-", timeline="Harbours").out == ["2 events on “Harbours”."]


def test_a_file_that_is_not_there_or_no_table_is_told_in_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="cannot be read: no such file"):
        import_events(tmp_path / "missing.csv", timeline="Harbours")
    (tmp_path / "empty.csv").write_bytes(b"")
    with pytest.raises(CommandError, match="There is nothing in the file"):
        import_events(tmp_path / "empty.csv", timeline="Harbours")
