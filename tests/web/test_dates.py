"""The address that reads dates for the page's script."""

import pytest

from timeline.dates import julian


def _read(client, words: str) -> dict[str, object]:
    response = client.get("/dates/", {"q": words})
    assert response.status_code == 200
    found: dict[str, object] = response.json()
    return found


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024-05-20", (2024, 5, 20), (2024, 5, 20)),
        ("May 2024", (2024, 5, 1), (2024, 5, 31)),
        ("late May 2020", (2020, 5, 21), (2020, 5, 31)),
        ("early 2011", (2011, 1, 1), (2011, 5, 2)),
        ("-0043", (-43, 1, 1), (-43, 12, 31)),
        ("2011/..", (2011, 1, 1), (2011, 1, 1)),
    ],
)
def test_a_date_in_edtf_or_in_words_gives_its_days(client, db, words, first, last):
    assert _read(client, words) == {"days": [julian.to_day(*first), julian.to_day(*last) + 1]}


def test_words_are_read_in_the_language_of_the_reader(client, db):
    client.cookies["django_language"] = "ar"
    first = julian.to_day(2024, 5, 1)
    assert _read(client, "مايو 2024") == {"days": [first, first + 31]}


@pytest.mark.parametrize("words", ["", "soon", "2024-02-30", "x" * 500])
def test_what_is_no_date_is_answered_in_one_sentence(client, db, words):
    found = _read(client, words)
    assert set(found) == {"error"}
    assert str(found["error"]).endswith(".")
