"""Bytes to characters."""

import codecs
import re

import charset_normalizer

from timeline.dates.messages import message as _
from timeline.fetching.errors import ReadError

# The longer marks first: UTF-32-LE begins with the mark of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The WHATWG Encoding Standard reads these labels as windows-1252, as all browsers do.
_LATIN = {"ascii", "iso8859-1"}
# Legacy encodings in the order of their use on the web (W3Techs), Latin and Arabic first.
_COMMON = ("cp1252", "cp1256", "cp1251", "cp1250", "cp1254", "cp1253", "cp1255", "iso8859_2")
# Share of a text that reads like a language (0 to 1); closely related encodings differ by less.
_ABOUT_EQUAL = 0.1
# Letters beyond ASCII that follow one another, and of how many such words one is enough.
_BEYOND_ASCII, _FEW = re.compile(rb"[\x80-\xff]+"), 5
# Bytes in which the HTML standard looks for the charset of a page ("prescan a byte stream").
_PRESCAN = 1024
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
# Where one byte in so many is a NUL it is UTF-16 without its mark, which UTF-8 would read as well.
_NULS = 4
_UNKNOWN = _("its encoding was not recognised; save it as UTF-8.")


def marked(data: bytes) -> tuple[str, bytes]:
    """The encoding that a byte order mark names, or "", and the bytes after the mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return "", data


def as_utf8(data: bytes) -> bytes:
    """The bytes without their mark, and turned into UTF-8 where the mark says that they are not.

    Raises:
        ReadError: they are not what their mark says.
    """
    encoding, rest = marked(data)
    if encoding in ("", "utf-8"):
        return rest
    return _strict(rest, encoding).encode("utf-8", "surrogatepass")


def html_charset(data: bytes) -> str:
    """The encoding that a page declares in a meta element, or ""."""
    found = _META_CHARSET.search(data[:_PRESCAN])
    return found[1].decode("ascii", "replace") if found else ""


def decode(data: bytes, declared: str = "") -> str:
    """The text in the bytes: by its mark, as UTF-8, as declared, or as it most probably is.

    UTF-8 comes before what is declared: other encodings practically never look like it, and pages
    wrongly declared are common.

    Raises:
        ReadError: no encoding fits.
    """
    encoding, rest = marked(data)
    if encoding:
        return _strict(rest, encoding)
    if data.count(0) * _NULS > len(data):
        raise ReadError(_UNKNOWN)
    for candidate in ("utf-8", _python_name(declared)):
        try:
            return data.decode(candidate)
        except (UnicodeError, LookupError):
            continue
    if _is_mixed(data):
        raise ReadError(_("it is UTF-8 in one part and not in another; save all of it as UTF-8."))
    return _most_probable(data)


def _is_mixed(data: bytes) -> bool:
    """Whether a line is UTF-8 though others are not, or many of the letters are.

    What another encoding writes looks like a letter of UTF-8 by chance, hardly ever like all the
    letters of a line that has several beyond ASCII, or of one word in a few.
    """
    runs = _BEYOND_ASCII.findall(data)
    if sum(map(_is_utf8, runs)) * _FEW >= len(runs):
        return True
    lines = (_BEYOND_ASCII.findall(line) for line in data.split(b"\n"))
    return any(len(b"".join(letters)) > 3 and all(map(_is_utf8, letters)) for letters in lines)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _most_probable(data: bytes) -> str:
    """The text in some legacy encoding, by what comes out clean and reads like a language.

    Where several do about equally well, the one that is in common use: charset-normalizer alone
    calls French text cp1250 and Russian text MacCyrillic.
    """
    found = charset_normalizer.from_bytes(data)
    if not found:
        raise ReadError(_UNKNOWN)
    cleanest = min(match.chaos for match in found)
    clean = [match for match in found if match.chaos == cleanest]
    enough = max(match.coherence for match in clean) - _ABOUT_EQUAL
    return str(min((match for match in clean if match.coherence >= enough), key=_rarity))


def _rarity(match: charset_normalizer.CharsetMatch) -> int:
    return _COMMON.index(match.encoding) if match.encoding in _COMMON else len(_COMMON)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            _("it begins as %(encoding)s but goes on as something else; save it as UTF-8."),
            encoding=encoding.upper(),
        ) from error


def _python_name(label: str) -> str:
    """Python's name of a text encoding, or a name that no encoding has."""
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return "unknown"
    if info.name in _LATIN:
        return "cp1252"
    return info.name
