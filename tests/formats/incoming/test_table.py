"""CSV: our own columns, in any order, and a sentence for each cell that cannot be taken."""

import pytest

from tests.formats.incoming.reading import dates, faults, of_csv, titles
from tests.formats.telling import TIMELINE, event
from timeline.formats import table
from timeline.formats.incoming.contents import MOST_FAULTS
from timeline.formats.incoming.errors import FileError
from timeline.formats.records import Named, Support
from timeline.selectors.incoming import read


def test_a_date_and_a_title_are_enough_in_any_order_and_case():
    incoming = of_csv("Title,DATE", "The harbour opens,20 May 2024", "It closes,2025-01")
    assert titles(incoming) == ["The harbour opens", "It closes"]
    assert dates(incoming) == ["2024-05-20", "2025-01"]
    assert [entry.row for entry in incoming.entries] == [2, 3]
    assert [one.event.evidence for one in incoming.entries] == [(Support("editors"),)] * 2


def test_rows_that_say_the_same_in_every_field_are_one_event():
    row = "2024,The harbour opens,Mara Lind; Port & Sons"
    incoming = of_csv("date,title,people,id", f"{row},", f"{row},8", row, f"{row},8", "2025,It")
    assert [entry.row for entry in incoming.entries] == [2, 3, 6]
    assert incoming.repeated == [4, 5]


@pytest.mark.parametrize(
    ("words", "date", "part"),
    [
        ("early 2020", "2020", "START"),
        ("since 2011", "2011/..", ""),
        ("22-25 May 2024", "2024-05-22/2024-05-25", ""),
        ("about 1990", "1990~", ""),
        ("44 BC", "-0043", ""),
        ("'-0043", "-0043", ""),
        ("مايو 2024", "2024-05", ""),
    ],
)
def test_dates_are_read_as_the_date_field_reads_them(words, date, part):
    (entry,) = of_csv("date;title", f"{words};An event").entries
    assert (entry.event.date, entry.event.part) == (date, part)


@pytest.mark.parametrize(
    ("cell", "featured"),
    [("1", True), ("TRUE", True), ("Yes", True), ("0", False), ("False", False), ("", False)],
)
def test_whether_an_event_is_featured_is_said_as_spreadsheets_say_it(cell, featured):
    (entry,) = of_csv("date,title,featured", f"2024,An event,{cell}").entries
    assert entry.event.featured is featured


def test_what_says_neither_is_told():
    (sentence,) = faults(of_csv("date,title,featured", "2024,An event,perhaps"))
    assert sentence.endswith("not accepted here: write one of 1, 0, true, false, yes, no.")


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_sign_between_cells_is_found(sign):
    incoming = of_csv(f"date{sign}title", f'2024{sign}"A, or; b"')
    assert titles(incoming) == ["A, or; b"]


def test_a_row_with_more_cells_than_names_is_told_and_empty_ones_are_none():
    assert titles(of_csv("date,title", "2024,Opens,,", ",,,")) == ["Opens"]
    with pytest.raises(FileError, match="Row 4 has more cells than the first row has names"):
        of_csv("", "date,title,summary", "2024,Opens,Early", "2024,Closes, they say,late,again")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_recognised(encoding):
    lines = [
        "date,title,summary",
        "2019-03,Le conseil général vote le budget,Après un débat animé les élus ont approuvé.",
        '2020,La forêt brûle près de Nîmes,"Les pompiers ont maîtrisé le feu à l’aube, dit-il."',
        "2021-05,Réouverture du théâtre,La première pièce a été jouée devant une salle comble.",
    ]
    assert titles(of_csv(*lines, encoding=encoding))[1:] == [
        "La forêt brûle près de Nîmes",
        "Réouverture du théâtre",
    ]


def test_arabic_in_its_legacy_encoding_is_recognised():
    lines = ["date,title"] + [f"20{n},افتتاح المرفأ الجديد في المدينة" for n in range(10, 30)]
    assert set(titles(of_csv(*lines, encoding="cp1256"))) == {"افتتاح المرفأ الجديد في المدينة"}


def test_each_bad_cell_has_its_sentence():
    incoming = of_csv(
        "date,title,importance,published_on,source_url,part",
        "yestermorrow,A,,,,",
        ",B,,,,",
        "2024,,,,,",
        f"2024,{'C' * 301},,,,",
        "2024,D,101,,,",
        "2024,E,,30/5/2024,,",
        "2024,F,,,javascript:alert(1),",
        "2024,G,,,,MIDDLE",
        "2024,H,,,,",
    )
    assert faults(incoming) == [
        (
            "Row 2, column “date”: “yestermorrow”. This is not a date: write for example 20 May "
            "2024, May 2024, 2024, since 2011, 22-25 May 2024, or EDTF such as "
            "2024-05-20 or 2011/.."
        ),
        "Row 3, column “date”. It is empty: every event needs one.",
        "Row 4, column “title”. It is empty: every event needs one.",
        f"Row 5, column “title”: “{'C' * 60}…”. It has 301 characters: at most 300 are accepted.",
        "Row 6, column “importance”: “101”. This is no whole number from 0 to 100.",
        "Row 7, column “published_on”: “30/5/2024”. This is no day: write it as 2024-05-30.",
        (
            "Row 8, column “source_url”: “javascript:alert(1)”. This is no web address: write all "
            "of it, with https://."
        ),
        "Row 9, column “part”: “MIDDLE”. This is not accepted here: write one of START, MID, END.",
    ]
    assert titles(incoming) == ["H"]


def test_after_a_hundred_bad_cells_the_rest_is_not_read():
    incoming = of_csv("date,title", *["soon,A"] * (MOST_FAULTS + 50))
    assert len(incoming.faults) == MOST_FAULTS
    assert incoming.is_cut


def test_a_day_that_may_be_two_is_asked_about():
    (fault,) = faults(of_csv("date,title", "5/6/2024,A"))
    assert fault.startswith("Row 2, column “date”: “5/6/2024”. ")
    assert dates(of_csv("date,title", "5/6/2024,A", language="fr")) == ["2024-06-05"]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([""], "There is nothing in the file: its first row has to name the columns."),
        (["when,what", "2024,A"], "The first row does not name what is needed"),
        (["date,title,Title", "2024,A,B"], "The column “Title” is there twice"),
        (["date,title", '2024,"A'], "Row 2 cannot be read as CSV"),
        (["date,title", '2024,"A"b'], "Row 2 cannot be read as CSV"),
        (
            ["date,title", "2024," + "A" * 5_000_001],
            "Row 2 has a cell of more than 5000000 characters",
        ),
        (["date,title"], "There is no event in the file"),
        ([",".join(map(str, range(1000)))], "The file has 1000 columns: at most 100 are accepted."),
        (["date,title", "2024" + "," * 200], "The file has 201 columns"),
        (["date,title", *["2024,A"] * 50_001], "The file has more than 50000 rows: divide it."),
    ],
)
def test_a_file_that_cannot_be_taken_is_answered_with_a_sentence(lines, sentence):
    with pytest.raises(FileError, match=sentence):
        of_csv(*lines)


def test_what_is_no_text_is_answered_with_a_sentence():
    with pytest.raises(FileError, match="it begins as UTF-16-LE but goes on as something else"):
        read(b"\xff\xfedate,title\xd8")
    with pytest.raises(FileError, match="its encoding was not recognised; save it as UTF-8"):
        read("date,title\n2024,A\n".encode("utf-16-le"))


def test_rows_of_empty_cells_are_passed_over_and_columns_of_others_told():
    incoming = of_csv("date,title,colour,", ",,,", "2024,A,red,", "", "2025,B,,")
    assert [entry.row for entry in incoming.entries] == [3, 5]
    assert incoming.unused == ["colour"]


def test_a_quote_needs_its_source_and_day_and_is_else_a_citation():
    head = "date,title,quote,source,publisher,published_on,source_url"
    quoted, cited, bare = of_csv(
        head,
        "2024,A,It opened.,The news,Courier,2024-05-30,https://example.org/a",
        "2024,B,It opened.,Annals,,,",
        "2024,C,,,,,https://example.org/c",
    ).entries
    (support,) = quoted.event.evidence
    assert (support.kind, support.quote) == ("quote", "It opened.")
    assert support.source
    assert support.source.url == "https://example.org/a"
    assert cited.event.evidence == (Support("citation", citation="Annals, “It opened.”"),)
    assert bare.event.evidence[0].citation_url == "https://example.org/c"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "'=", "''@", "＝"])
def test_what_was_written_is_read_back_without_its_apostrophe(start):
    told_of = event(
        "-0043",
        title=f'{start}HYPERLINK("x")',
        people=(Named("@port", "person"), Named("Mara Lind", "person")),
        summary='Two\nlines; “quoted”, "twice"',
    )
    (entry,) = read(b"".join(table.write(TIMELINE, [told_of]))).entries
    found = entry.event
    assert (found.date, found.title, found.summary) == ("-0043", told_of.title, told_of.summary)
    assert [one.name for one in found.people] == ["@port", "Mara Lind"]
    assert (found.id, found.category) == (7, "economy")


def test_an_event_that_hundreds_of_articles_tell_comes_back_with_all_of_them():
    told = tuple(Support("citation", citation=f"{number} {'c' * 900}") for number in range(300))
    written = b"".join(table.write(TIMELINE, [event(summary="s" * 200_000, evidence=told)]))
    (entry,) = read(written).entries
    assert entry.event.evidence == told
    assert entry.event.summary == "s" * 200_000
