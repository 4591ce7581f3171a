"""`manage.py extract`, as a program of its own: without a database, on standard output alone."""

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from timeline.extraction import events as extraction

ROOT = Path(__file__).parent.parent.parent
TEXT = "Sidra, 12 March 2019 - A storm hit the harbour today. 🌊 It was rebuilt in 2020."
EVENT_KEYS = [
    *("date", "title", "quote", "quote_start", "quote_end"),
    *("expression", "expression_start", "expression_end"),
    *("resolution", "participants", "places", "confidence"),
]


def run(
    *arguments: str, given: str | bytes = b"", output: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    """The program with neither a database nor anything else of this machine in its environment."""
    environment = {
        "SECRET_KEY": "only here",
        "DATABASE_URL": "sqlite:////nonexistent/folder/db.sqlite3",
        "PATH": os.environ["PATH"],
        "LANG": "C",
    }
    return subprocess.run(
        [sys.executable, "manage.py", "extract", *arguments],
        input=given.encode() if isinstance(given, str) else given,
        stdout=output,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment,
        check=False,
    )


def lines(*arguments: str, given: str | bytes = b"") -> list[dict[str, Any]]:
    done = run("--json", *arguments, given=given)
    assert done.returncode in (0, 1), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def nulls(value: Any) -> bool:
    if isinstance(value, dict | list):
        return any(map(nulls, value.values() if isinstance(value, dict) else value))
    return value is None


def test_one_line_for_each_record_in_their_order_on_standard_output_alone() -> None:
    records = [
        {"id": "a-1", "title": "Storm", "text": TEXT, "published": "2019-03-12", "lang": "en"},
        {"id": 7, "title": "No text", "published": "2019-03-12"},
        {"id": "a-3", "text": "It rained on 3 April 2021.", "language": "en"},
    ]
    given = "\n".join(json.dumps(record) for record in records) + "\nno json\n"
    done = run("-", "--json", given=given)
    first, second, third, fourth = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 0
    assert [one["article"]["id"] for one in (first, second, third)] == ["a-1", 7, "a-3"]
    about = {"id": "a-1", "title": "Storm", "published": "2019-03-12", "language": "en"}
    assert first["article"] == about
    assert "error" not in first
    assert second["events"] == []
    assert "text" in second["error"]
    assert [event["date"] for event in third["events"]] == ["2021-04-03"]
    assert fourth["events"] == []
    assert "line 4" in fourth["error"]
    assert not any(map(nulls, (first, second, third, fourth)))


def test_an_event_has_exactly_the_documented_fields_and_offsets_in_code_points() -> None:
    record = {"title": "Storm", "text": TEXT, "published": "2019-03-12", "language": "en"}
    (found,) = lines("-", given=json.dumps(record))
    assert found["events"]
    for event in found["events"]:
        assert list(event) == EVENT_KEYS
        assert TEXT[event["quote_start"] : event["quote_end"]] == event["quote"]
        assert TEXT[event["expression_start"] : event["expression_end"]] == event["expression"]
        assert set(event["resolution"]) == {"rule", "anchor", "direction", "value"}
    assert "2019-03-12" in [event["date"] for event in found["events"]]


def test_files_of_every_kind_are_read_and_those_that_cannot_be_are_told(tmp_path: Path) -> None:
    text, page, binary = tmp_path / "a.txt", tmp_path / "b.html", tmp_path / "c.txt"
    text.write_text("Storm in Sidra\n\nThe pier broke on 3 April 2021.", encoding="utf-8")
    page.write_text(
        "<html lang=en><head><title>Pier</title></head><body><article><p>The new pier of Sidra was "
        "opened on 5 May 2022 by the mayor, who thanked the builders.</p></article></body></html>",
        encoding="utf-8",
    )
    binary.write_bytes(b"\x89PNG\r\n\x00\x01")
    missing = tmp_path / "d.txt"
    found = lines(*map(str, (text, page, binary, missing)))
    dates = [[event["date"] for event in one["events"]] for one in found]
    assert dates == [["2021-04-03"], ["2022-05-05"], [], []]
    assert "binary" in found[2]["error"]
    assert "no such file" in found[3]["error"]


def test_nothing_that_could_be_read_is_a_failure() -> None:
    done = run("-", "--json", given=b"\x00\x01\x02")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert run(given="").returncode == 2


def test_without_a_publication_date_only_absolute_dates_resolve_unless_one_is_given() -> None:
    record = json.dumps({"text": "Yesterday a storm destroyed the pier.", "language": "en"})
    (without,) = lines("-", given=record)
    (given,) = lines("-", "--published", "2024-05-30", given=record)
    assert without["events"] == []
    assert without["article"]["published"] == ""
    assert [event["date"] for event in given["events"]] == ["2024-05-29"]
    assert given["article"]["published"] == "2024-05-30"


def test_the_table_shows_the_dates_and_cannot_command_the_terminal() -> None:
    record = {"title": "Storm\x1b[2J\nin Sidra", "text": TEXT, "published": "2019-03-12"}
    done = run("-", given=json.dumps(record))
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout
    assert done.stdout.decode().splitlines()[0] == "Storm [2J in Sidra (2019-03-12, en)"
    assert "  2019-03-12  " in done.stdout.decode()


def test_line_separators_of_unicode_stay_inside_their_line() -> None:
    record = '{"id": "x\\u2028y", "text": "A storm hit Sidra on 3 April 2021.\\u2028"}'
    done = run("-", "--json", given=record)
    assert done.stdout.decode().count("\n") == len(done.stdout.decode().splitlines()) == 1
    assert json.loads(done.stdout)["article"]["id"] == "x\u2028y"


def test_an_article_that_breaks_the_extraction_does_not_cost_the_others_theirs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from timeline.management.commands import extract as command

    def fragile(text: str, **options: Any) -> Any:
        if "break" in text:
            raise RuntimeError
        return extraction.extract(text, **options)

    monkeypatch.setattr(command, "extract", fragile)
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "break"}\n{"text": "It rained on 3 April 2021."}\n')
    options = {"published": datetime.date(2024, 1, 1), "language": "en"}
    broken, whole = command.results([str(file)], options)
    assert broken["error"].endswith("its events could not be extracted.")
    assert "error" not in whole


def test_it_ends_without_a_word_when_nobody_reads_on() -> None:
    reader, output = os.pipe()
    os.close(reader)
    done = run("-", "--published", "2019-03-12", given=TEXT, output=output)
    os.close(output)
    assert (done.returncode, done.stderr) == (1, b"")
