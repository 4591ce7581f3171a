"""Word files (DOCX, ECMA-376) to articles, read from the one XML part that holds their text.

Nothing is unpacked beyond a bound, whatever the archive says of itself, and the XML loads no
entities and nothing from elsewhere.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from lxml import etree

from timeline.dates.messages import message as _
from timeline.fetching.document import Document
from timeline.fetching.errors import IS_TABLE, ReadError
from timeline.fetching.publication import read_iso
from timeline.text import normalise

# Bytes of XML; Word writes some ten times as much markup as text.
MAX_XML = 50_000_000
_TEXT_PART, _PROPERTIES = "word/document.xml", "docProps/core.xml"
_WORKBOOK_PART = "xl/workbook.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC, _TERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"
# What is not read: where moved text was before, and the old form of what is there in a new one.
_PASSED_OVER = {f"{_W}moveFrom", f"{_W}del", f"{_MC}Fallback"}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
# Styles keep their English id in every language of Word, or their name without spaces.
_TITLES = {"title", "heading1"}
_DAMAGED = _("it is a damaged or cut off DOCX; save or download it again.")
_TOO_LARGE = _("its text is larger than %(limit)d bytes.")


@dataclass(slots=True)
class _Paragraph:
    text: str
    style: str


def read_docx(data: bytes, *, max_bytes: int) -> Document:
    """Read the article of a DOCX.

    The day in its properties is when the file was made, so it is only offered as doubtful.

    Raises:
        ReadError: it is no DOCX, damaged, too large once unpacked, or holds no text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            paragraphs = _paragraphs(archive, max_bytes)
            title, made = _properties(archive)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            raise ReadError(_TOO_LARGE, limit=max_bytes) from error
        raise ReadError(_DAMAGED) from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise ReadError(_DAMAGED) from error
    except (NotImplementedError, RuntimeError) as error:
        raise ReadError(_("it is a ZIP file that is locked or packed unusually.")) from error
    found = next((each.text for each in paragraphs if each.style in _TITLES), title)
    day = read_iso(made)
    return Document(
        title=normalise(" ".join(found.split())),
        text=normalise("\n\n".join(each.text for each in paragraphs)),
        doubtful_on=day.day if day else None,
    )


def _paragraphs(archive: zipfile.ZipFile, max_bytes: int) -> list[_Paragraph]:
    if _WORKBOOK_PART in archive.namelist():
        raise ReadError(IS_TABLE)
    if _TEXT_PART not in archive.namelist():
        raise ReadError(_("it is a ZIP file, but no Word file (DOCX)."))
    told: list[_Paragraph] = []
    size = 0
    with archive.open(_TEXT_PART) as part:
        for element in _elements(part, f"{_W}p"):
            if text := "".join(_pieces(element)).strip():
                told.append(_Paragraph(text, _style(element)))
                size += len(text.encode("utf-8", "replace"))
            if size > max_bytes:
                raise ReadError(_TOO_LARGE, limit=max_bytes)
    if not told:
        raise ReadError(_("it is a Word file with no text in it; paste the text instead."))
    return told


class _Bounded(io.RawIOBase):
    """A part that ends with an error once more of it has come than is allowed."""

    def __init__(self, part: IO[bytes]) -> None:
        self.part, self.left = part, MAX_XML

    def read(self, size: int = -1) -> bytes:
        data = self.part.read(size if 0 <= size <= self.left else self.left + 1)
        self.left -= len(data)
        if self.left < 0:
            raise ReadError(_("it unpacks to more than %(limit)d bytes."), limit=MAX_XML)
        return data


def _elements(part: IO[bytes], tag: str) -> Iterator[Any]:
    """The outermost elements with this tag, each thrown away once it is read."""
    events = etree.iterparse(
        _Bounded(part),
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    depth = 0
    for event, element in events:
        if element.tag != tag:
            continue
        depth += 1 if event == "start" else -1
        if depth == 0:
            yield element
            element.clear()


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{_W}p":
            # A paragraph in a paragraph: a text box.
            yield f"\n{''.join(_pieces(child))}\n"
        elif child.tag not in _PASSED_OVER:
            yield from _pieces(child)


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = "" if style is None else style.get(f"{_W}val", "")
    return str(name).replace(" ", "").lower()


def _properties(archive: zipfile.ZipFile) -> tuple[str, str]:
    """The title and the date and time that the file's properties give, or "" for each."""
    found = {f"{_DC}title": "", f"{_TERMS}created": ""}
    if _PROPERTIES in archive.namelist():
        with archive.open(_PROPERTIES) as part:
            for name in found:
                part.seek(0)
                found[name] = next((e.text or "" for e in _elements(part, name)), "")
    return found[f"{_DC}title"], found[f"{_TERMS}created"]
