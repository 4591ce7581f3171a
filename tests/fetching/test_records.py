"""JSON and JSON Lines: every record answers in its place."""

import json
from datetime import date

import pytest

from timeline.fetching.document import Document, Unreadable
from timeline.fetching.documents import read_documents

BRIDGE = {
    "id": 7,
    "title": "Bridge reopens",
    "text": "The old bridge reopened on Monday.",
    "published": "2024-05-21T00:30:00+03:00",
    "url": "https://herald.example/bridge",
    "language": "en-GB",
    "author": "Nour Haddad",
    "publisher": "Valley Herald",
}
READ = Document(
    title="Bridge reopens",
    text="The old bridge reopened on Monday.",
    published_on=date(2024, 5, 21),
    published="2024-05-21T00:30:00+03:00",
    author="Nour Haddad",
    publisher="Valley Herald",
    language="en",
    url="https://herald.example/bridge",
    id=7,
)


def _read(data: object, name: str = "-") -> list[Document | Unreadable]:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return list(read_documents(name, raw))


def _lines(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def _sentence(data: object, name: str = "-") -> str:
    (found,) = _read(data, name)
    assert isinstance(found, Unreadable), found
    return found.sentence


def _with(**fields: object) -> dict[str, object]:
    return {**BRIDGE, **fields}


@pytest.mark.parametrize("name", ["-", "bridge.json", "bridge.txt", "bridge.jsonl"])
def test_an_object_is_one_article_whatever_its_name(name: str) -> None:
    assert _read(BRIDGE, name) == [READ]
    assert _read(json.dumps(BRIDGE, indent=2).encode(), name) == [READ]


@pytest.mark.parametrize("name", ["-", "bridge.json", "bridge.txt"])
def test_a_list_gives_its_articles_in_order(name: str) -> None:
    found = _read([BRIDGE, _with(id="b"), _with(id=None)], name)
    assert [getattr(document, "id", "") for document in found] == [7, "b", None]
    assert all(isinstance(document, Document) for document in found)


@pytest.mark.parametrize("name", ["-", "all.jsonl", "all.ndjson", "all.json", "all.txt"])
def test_lines_are_read_one_by_one_and_a_broken_one_spoils_no_other(name: str) -> None:
    good = json.dumps(BRIDGE)
    first, blank_skipped, broken, last = _read(
        _lines(good, "", '{"id": 8, "text": ""}', '{"text": "The bri', good + "\r"), name
    )
    assert first == last == READ
    assert isinstance(blank_skipped, Unreadable)
    assert (blank_skipped.line, blank_skipped.id) == (3, 8)
    assert isinstance(broken, Unreadable)
    assert broken.sentence.startswith(f"{name}, line 4: it is broken JSON (column 10")


def test_a_broken_first_line_does_not_hide_that_it_is_json_lines() -> None:
    good = json.dumps(BRIDGE)
    broken, *rest = _read(_lines("oops", good, good))
    assert isinstance(broken, Unreadable)
    assert broken.line == 1
    assert rest == [READ, READ]


def test_line_separators_inside_a_string_end_no_line() -> None:
    text = "The bridge\u2028reopened\u0085on Monday."
    line = json.dumps(_with(text=text), ensure_ascii=False)
    assert [getattr(found, "text", "") for found in _read(_lines(line, line))] == [text, text]


def test_a_line_in_another_encoding_spoils_no_other() -> None:
    good = json.dumps(BRIDGE).encode()
    broken = '{"text": "été"}'.encode("latin-1")
    first, second, third = _read(good + b"\n" + broken + b"\n" + good)
    assert first == third == READ
    assert isinstance(second, Unreadable)
    assert second.sentence == "-, line 2: it is not UTF-8, as JSON must be."


@pytest.mark.parametrize(
    "text",
    [
        "[1] The bridge reopened on Monday.\n\nIt was closed.",
        "{sic} The bridge reopened on Monday.",
        'The configuration is\n{"a": 1}\nand was changed on Monday.\nIt works.',
        "[Monday] The bridge reopened.",
    ],
)
def test_a_text_with_brackets_is_no_json(text: str) -> None:
    assert [getattr(found, "text", "") for found in _read(text.encode())] == [text]
    assert [getattr(found, "text", "") for found in _read(text.encode(), "a.txt")] == [text]


@pytest.mark.parametrize("name", ["-", "all.json"])
def test_a_broken_list_is_one_failure(name: str) -> None:
    data = b'[\n  {"text": "One."},\n  {"text": "Two."}\n'
    assert _sentence(data, name).startswith(f"{name}: it is broken JSON (line 4, column 1")


@pytest.mark.parametrize("record", [5, "text", None, True])
def test_a_record_that_is_no_object_is_said_so(record: object) -> None:
    found = _read([BRIDGE, record], "all.json")
    assert isinstance(found[1], Unreadable)
    assert found[1].sentence.startswith("all.json, record 2: it is no JSON object with “title”")


@pytest.mark.parametrize("text", ["", "  \n", None])
def test_a_record_without_text_is_said_so(text: object) -> None:
    assert "“text” must hold the article" in _sentence(_with(text=text))


@pytest.mark.parametrize("key", ["title", "text", "published", "language", "url", "author"])
def test_a_field_of_another_type_is_named(key: str) -> None:
    assert _sentence(_with(**{key: ["x"]})) == f"-: “{key}” must be text in quotation marks."


@pytest.mark.parametrize("written", ["21 May 2024", "2024-05", "2024-02-30", "1716249600", "ابريل"])
def test_a_publication_date_that_is_no_iso_date_is_refused(written: str) -> None:
    sentence = _sentence(_with(published=written))
    assert f"“published” is “{written}”; accepted are a date such as 2024-05-30" in sentence


@pytest.mark.parametrize("written", [None, "", " "])
def test_a_record_without_publication_date_is_still_read(written: object) -> None:
    (document,) = _read(_with(published=written))
    assert isinstance(document, Document)
    assert (document.published_on, document.published) == (None, "")


def test_lang_is_accepted_for_language() -> None:
    record = {"text": "وصل الرئيس.", "lang": "ar_SY"}
    (document,) = _read(record)
    assert isinstance(document, Document)
    assert document.language == "ar"


def test_a_language_that_is_no_code_is_refused() -> None:
    assert "“language” is “English (UK)”; accepted is a code" in _sentence(
        _with(language="English (UK)")
    )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "herald.example/b", "ftp://herald.example"])
def test_an_address_that_must_not_become_a_link_is_refused(url: str) -> None:
    assert f"“url” is “{url}”; accepted is an address with http" in _sentence(_with(url=url))


@pytest.mark.parametrize(
    ("given", "back"),
    [("a-1", "a-1"), (0, 0), (2.5, 2.5), (None, None), (True, None), (["a"], None), ({}, None)],
)
def test_the_id_comes_back_with_a_document_and_with_a_failure(given: object, back: object) -> None:
    document, failure = _read([_with(id=given), {"id": given}])
    assert document.id == failure.id == back
    assert type(document.id) is type(back)


def test_surrogates_and_nul_in_strings_are_made_harmless() -> None:
    (document,) = _read(
        b'{"text": "a\\ud800b\\u0000c\\r\\nd", "title": "\\udfff", "id": "\\ud800"}'
    )
    assert document == Document(title="\ufffd", text="a\ufffdb\ufffdc\nd", id="\ufffd")


@pytest.mark.parametrize(
    "data",
    [
        b'{"text": NaN}',
        b'{"text": "x", "id": Infinity}',
        b'{"text": ' + b"[" * 200_000,
        b'{"text": "x", "id": ' + b"9" * 5000 + b"}",
    ],
)
def test_json_that_is_a_trap_is_one_failure(data: bytes) -> None:
    assert "JSON" in _sentence(data)


def test_a_number_beyond_all_measure_is_no_id() -> None:
    (document,) = _read(b'{"text": "x", "id": 1e999}')
    assert document == Document(title="", text="x")


def test_a_text_over_the_limit_is_refused_in_its_place() -> None:
    short, long = read_documents(
        "all.json", json.dumps([{"text": "x" * 9}, {"text": "x" * 11}]).encode(), max_bytes=10
    )
    assert isinstance(short, Document)
    assert isinstance(long, Unreadable)
    assert long.sentence == "all.json, record 2: its text is larger than 1e-05 MB."


def test_a_failure_can_be_said_in_another_language() -> None:
    failure = _read([BRIDGE, 5], "a.json")[1]
    assert isinstance(failure, Unreadable)
    catalogue = {
        "%(name)s, record %(number)d: %(problem)s": "%(name)s، السجل %(number)d: %(problem)s"
    }
    said = failure.in_words(lambda message: catalogue.get(message, "ليس كائن JSON"))
    assert said == "a.json، السجل 2: ليس كائن JSON"
