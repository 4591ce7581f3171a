import pytest

from timeline.fetching.encoding import decode, html_charset
from timeline.fetching.errors import ReadError

ARABIC = (
    "وصل الرئيس إلى العاصمة صباح يوم الاثنين في زيارة تستمر يومين، "
    "يلتقي خلالها عددًا من المسؤولين ويبحث معهم ملفات الاقتصاد والمياه."
)
POLISH = (
    "Prezydent przyjechał w poniedziałek do stolicy, gdzie spotkał się z burmistrzem; "
    "źródła mówią, że wróci później. Więcej szczegółów ujawnią jutro."
)
RUSSIAN = "Президент прибыл в столицу в понедельник утром, сообщили в правительстве."
FRENCH = "Le président est arrivé lundi à la capitale, où il a été reçu par le maire et ses élèves."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    assert decode(ARABIC.encode(encoding)) == ARABIC


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_the_mark_tells_the_order_of_bytes(mark: bytes) -> None:
    order = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + ARABIC.encode(order)) == ARABIC


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "cp1256"),
        (ARABIC, "iso8859-6"),
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
    ],
)
def test_older_encodings_are_recognised_by_what_they_hold(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859-15"])
def test_utf_8_joined_to_another_encoding_is_refused(encoding: str) -> None:
    parts = (FRENCH.encode(), FRENCH.encode(encoding))
    for first, second in (parts, parts[::-1]):
        with pytest.raises(ReadError, match="UTF-8 in one part and not in another"):
            decode(first + b"\n" + second)


def test_letters_that_look_like_utf_8_by_chance_are_no_second_encoding() -> None:
    text = f"{FRENCH}\nL’ÉTÉ “CAFÉ”"
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("windows-1256", "cp1256"), ("ISO-8859-6", "iso8859-6"), ("x-mac-arabic", "")],
)
def test_a_declared_encoding_is_used(label: str, encoding: str) -> None:
    word = "الخميس"
    text = decode(word.encode(encoding or "utf-8"), label)
    assert text == word


def test_latin_1_is_read_as_browsers_do() -> None:
    assert decode(b"\x93\xe9t\xe9\x94", "iso-8859-1") == "“été”"


def test_utf_8_wins_over_a_wrong_declaration() -> None:
    assert decode(ARABIC.encode(), "iso-8859-1") == ARABIC


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke ist offen. ".encode() + "Die Brücke ist zu.".encode("cp1252"),
        "2024,Brücke\n".encode() + "2025,Brücke\n".encode("cp1252") * 3,
    ],
)
def test_a_word_in_utf_8_among_a_few_in_another_encoding_is_told(text: bytes) -> None:
    with pytest.raises(ReadError, match="UTF-8 in one part and not in another"):
        decode(text)


@pytest.mark.parametrize("label", ["zlib", "hex", "no-such-thing", "undefined", "\x00", "utf-7"])
def test_a_nonsensical_declaration_does_no_harm(label: str) -> None:
    assert decode(ARABIC.encode(), label) == ARABIC
    assert isinstance(decode((FRENCH * 3).encode("cp1252"), label), str)


def test_bytes_that_contradict_their_mark_are_refused() -> None:
    with pytest.raises(ReadError, match="begins as UTF-8 but goes on as something else"):
        decode(b"\xef\xbb\xbf" + "été".encode("latin-1"))


@pytest.mark.parametrize(
    "page",
    [
        b'<!doctype html><meta charset="windows-1256">',
        b"<html><head><META http-equiv=Content-Type content='text/html; charset=windows-1256'>",
    ],
)
def test_a_page_declares_its_charset(page: bytes) -> None:
    assert html_charset(page) == "windows-1256"


def test_a_page_without_charset_declares_none() -> None:
    assert html_charset(b"<p>charset=windows-1256</p>" + b" " * 2000 + b"<meta charset=x>") == ""
