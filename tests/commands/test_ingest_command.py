import datetime
import json
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from tests.services import make
from timeline.models import Article, Event, Timeline

pytestmark = pytest.mark.django_db

STORM = {"title": "Storm", "text": make.TEXT, "published": "2024-05-30", "language": "en"}


class Done(NamedTuple):
    status: object
    out: list[str]
    err: list[str]


def ingest(*sources: Any, **options: Any) -> Done:
    out, err = StringIO(), StringIO()
    status: object = 0
    try:
        call_command("ingest", *map(str, sources), stdout=out, stderr=err, **options)
    except SystemExit as end:
        status = end.code
    return Done(status, out.getvalue().splitlines(), err.getvalue().splitlines())


def write(path: Path, content: object) -> Path:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_an_article_comes_in_with_its_events(tmp_path: Path) -> None:
    file = write(tmp_path / "storm.json", {**STORM, "url": "https://news.example/storm"})
    done = ingest(file)
    assert done == Done(
        0,
        [
            f"{file}, “Storm”: stored, 2 events.",
            "1 stored with 2 events, 0 stored already, 0 failed.",
        ],
        [],
    )
    article = Article.objects.get()
    assert (article.url, article.origin) == ("https://news.example/storm", "file")
    assert set(Event.objects.values_list("status", flat=True)) == {"suggested"}


ARABIC = "في 20 مايو 2024 ضربت عاصفة الجسر، وافتتح الرئيس الجسر في أكتوبر 2019."


@pytest.mark.parametrize(("given", "expected"), [({}, "ar"), ({"language": "fr"}, "fr")])
def test_a_new_timeline_speaks_the_language_of_its_articles(
    tmp_path: Path, given: dict[str, str], expected: str
) -> None:
    article = {"title": "جسر", "text": ARABIC, "published": "2024-05-30"}
    ingest(write(tmp_path / "bridge.json", article), timeline="Bridges", **given)
    assert Timeline.objects.get().language == expected


def test_a_timeline_that_was_there_keeps_its_language(tmp_path: Path) -> None:
    Timeline.objects.create(title="Bridges", slug="bridges", language="en")
    article = {"title": "جسر", "text": ARABIC, "published": "2024-05-30"}
    ingest(write(tmp_path / "bridge.json", article), timeline="Bridges")
    assert Timeline.objects.get().language == "en"


def test_what_is_stored_already_gets_a_line_and_is_no_error(tmp_path: Path) -> None:
    file = write(tmp_path / "storm.json", STORM)
    ingest(file)
    done = ingest(file)
    assert done.status == 0
    assert done.out == [
        f"{file}, “Storm”: stored already, left as it is.",
        "0 stored with 0 events, 1 stored already, 0 failed.",
    ]


def test_what_an_editor_dated_at_the_desk_is_known_again_without_its_day(tmp_path: Path) -> None:
    ingest(write(tmp_path / "storm.json", STORM))
    done = ingest(write(tmp_path / "storm.txt", STORM["text"]))
    assert done.status == 0
    assert done.out[-1] == "0 stored with 0 events, 1 stored already, 0 failed."


def test_what_fails_gets_one_line_with_its_name_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [
        json.dumps({"title": "No date", "text": "It rained."}),
        json.dumps({"text": "No title\neither."}),
        '{"title": "broken',
        json.dumps(STORM),
    ]
    records = write(tmp_path / "many.jsonl", "\n".join(lines))
    empty = write(tmp_path / "empty.txt", "")
    missing = tmp_path / "missing.txt"
    done = ingest(missing, empty, tmp_path, records, skip_broken=True)
    assert done.status == 1
    assert [line.partition(": ")[0] for line in done.err] == [
        str(missing),
        str(empty),
        str(tmp_path),
        f"{records}, “No date”",
        f"{records}, “No title either.”",
        f"{records}, line 3",
    ]
    assert done.out[-1] == "1 stored with 2 events, 0 stored already, 6 failed."
    assert Article.objects.get().title == "Storm"


def test_nothing_is_stored_of_a_file_with_a_broken_line_in_its_middle(tmp_path: Path) -> None:
    lines = [json.dumps(STORM), '{"title": "broken', json.dumps({**STORM, "text": "It rained."})]
    file = write(tmp_path / "many.jsonl", "\n".join(lines))
    done = ingest(file)
    assert (done.status, done.out[-1]) == (
        1,
        "0 stored with 0 events, 0 stored already, 2 failed.",
    )
    broken, left_out = done.err
    assert broken.startswith(f"{file}, line 2: it is broken JSON (column ")
    assert left_out.startswith(f"{file}: nothing of it is stored: ")
    assert not Article.objects.exists()


def test_another_file_is_stored_beside_a_broken_one(tmp_path: Path) -> None:
    broken = write(tmp_path / "broken.jsonl", json.dumps(STORM) + '\n{"title": ')
    done = ingest(broken, write(tmp_path / "storm.json", STORM))
    assert done.out[-1] == "1 stored with 2 events, 0 stored already, 2 failed."


def test_published_events_make_the_timeline_and_a_second_time_join_it(tmp_path: Path) -> None:
    first = write(tmp_path / "a.json", STORM)
    second = write(tmp_path / "b.json", {**STORM, "text": "The pier was rebuilt on 3 June 2021."})
    ingest(first, timeline="Harbours of Sidra", publish=True)
    timeline = Timeline.objects.get()
    assert (timeline.slug, timeline.visibility) == ("harbours-of-sidra", "public")
    assert timeline.memberships.filter(visible=True).count() == 2
    ingest(second, timeline="harbours-of-sidra")
    assert timeline.memberships.filter(visible=True).count() == 2
    assert timeline.memberships.count() == 3
    ingest(second, timeline="Harbours of Sidra")
    assert Timeline.objects.count() == 1


def test_a_timeline_is_not_left_behind_where_nothing_came_in(tmp_path: Path) -> None:
    assert ingest(tmp_path / "missing.txt", timeline="Harbours of Sidra").status == 1
    assert not Timeline.objects.exists()


def test_a_language_is_kept_by_its_code(tmp_path: Path) -> None:
    file = write(tmp_path / "note.txt", "It rained yesterday.")
    call_command("ingest", str(file), "--published=2024-05-30", "--language=EN-gb", verbosity=0)
    assert Article.objects.get().language == "en"


def test_plain_text_takes_its_date_and_language_from_the_options(tmp_path: Path) -> None:
    file = write(tmp_path / "note.txt", "Storm\n\nYesterday a storm destroyed the pier.")
    assert ingest(file).status == 1
    done = ingest(file, published=datetime.date(2024, 5, 30), language="en")
    assert done.status == 0
    assert Event.objects.get().date == "2024-05-29"


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    given = BytesIO(json.dumps(STORM).encode())
    monkeypatch.setattr("sys.stdin", TextIOWrapper(given))
    done = ingest("-")
    assert done.out[0] == "standard input, “Storm”: stored, 2 events."


def test_an_address_is_fetched_by_the_guarded_client_and_by_nothing_else() -> None:
    done = ingest("http://127.0.0.1/story", "ftp://news.example/story", "file:///etc/hostname")
    assert done.status == 1
    assert len(done.err) == 3
    assert "not on the public internet" in done.err[0]
    assert "http://" in done.err[1]
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        ("--published", "30 May", "x"),
        ("--published", "2024-02-30", "x"),
        ("--language", "!!", "x"),
        ("--timeline", " ", "x"),
        ("--timeline", "t" * 201, "x"),
        ("--nothing", "x"),
    ],
)
def test_wrong_usage_is_refused(wrong: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        call_command("ingest", *wrong)


def test_titles_cannot_command_the_terminal(tmp_path: Path) -> None:
    file = write(tmp_path / "storm.json", {**STORM, "title": "Storm\x1b[2J\nwarning"})
    assert "“Storm [2J warning”" in ingest(file).out[0]


def test_a_database_without_its_tables_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from timeline.management.commands import ingest as command

    def without_tables(**_ignored: object) -> None:
        raise OperationalError("no such table: timeline_article")

    monkeypatch.setattr(command, "ingest_document", without_tables)
    file = write(tmp_path / "storm.json", STORM)
    with pytest.raises(CommandError, match=r"no such table.*manage.py migrate"):
        ingest(file)
