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
# Bytes in which the HTML standard looks for the charset of a page ("prescan a byte stream").
_PRESCAN = 1024
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)


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
    for candidate in ("utf-8", _python_name(declared)):
        try:
            return data.decode(candidate)
        except (UnicodeError, LookupError):
            continue
    guess = charset_normalizer.from_bytes(data).best()
    if guess is None:
        raise ReadError(_("its encoding was not recognised; save it as UTF-8."))
    return str(guess)


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
