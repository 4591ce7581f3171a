"""Word files (DOCX, ECMA-376) to articles: the text, then its notes; comments and headers are none
of it."""

import io
import zipfile
import zlib
from collections.abc import Collection, Iterator
from itertools import chain
from typing import Any

from lxml import etree

from timeline.dates.messages import megabytes
from timeline.dates.messages import message as _
from timeline.fetching.document import Document
from timeline.fetching.docx_parts import FILE, elements, related
from timeline.fetching.errors import IS_TABLE, ReadError
from timeline.fetching.publication import read_iso
from timeline.text import normalise

# Where a file does not say where its text is.
_TEXT_PART = "word/document.xml"
_NOTES = ("footnotes", "endnotes")
_WORKBOOK_PART = "xl/workbook.xml"
# As Word saves, and as it saves where "Strict Open XML" is chosen.
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SAID = _TITLE, _CREATED = (
    "{http://purl.org/dc/elements/1.1/}title",
    "{http://purl.org/dc/terms/}created",
)


def _tags(*names: str) -> dict[str, str]:
    """Whole tags to names."""
    return {f"{{{word}}}{name}": name for word in _WORD for name in names}


_PARAGRAPHS, _ROWS, _CELLS, _TEXTS = _tags("p"), _tags("tr"), _tags("tc"), _tags("t")
_BLOCKS = {*_PARAGRAPHS, *_ROWS}
_SET, _STYLES = _tags("pPr"), _tags("style")
# What is not read: where moved text was before, and the old form of what is there in a new one.
_PASSED_OVER = {*_tags("moveFrom", "del"), f"{_MC}Fallback"}
_WRITTEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_SIGNS = {tag: _WRITTEN[name] for tag, name in _tags(*_WRITTEN).items()}
# Names of styles are English in every language of Word, but for their case and spaces.
_TITLES = {"title", "heading1"}
_DAMAGED = _("it is a damaged or cut off DOCX; save or download it again.")
_TOO_LARGE = _("its text is larger than %(limit)s MB.")


def read_docx(data: bytes, *, max_bytes: int) -> Document:
    """Read the article of a DOCX.

    The day in its properties is when the file was made, so it is only offered as doubtful.

    Raises:
        ReadError: it is no DOCX, damaged, too large once unpacked, or holds no text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            paragraphs, heading = _content(archive, max_bytes)
            title, made = _properties(archive)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            raise ReadError(_TOO_LARGE, limit=megabytes(max_bytes)) from error
        raise ReadError(_DAMAGED) from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise ReadError(_DAMAGED) from error
    except (NotImplementedError, RuntimeError) as error:
        raise ReadError(_("it is a ZIP file that is locked or packed unusually.")) from error
    day = read_iso(made)
    return Document(
        title=normalise(" ".join((heading or title).split())),
        text=normalise("\n\n".join(paragraphs)),
        doubtful_on=day.day if day else None,
    )


def _content(archive: zipfile.ZipFile, max_bytes: int) -> tuple[list[str], str]:
    """The paragraphs of the text and of its notes, and the first one that is styled as a title."""
    if _WORKBOOK_PART in archive.namelist():
        raise ReadError(IS_TABLE)
    text = related(archive, FILE).get("officeDocument", _TEXT_PART)
    if text not in archive.namelist():
        raise ReadError(_("it is a ZIP file, but no Word file (DOCX)."))
    beside = related(archive, text)
    titles = _titles(archive, beside.get("styles", ""))
    paragraphs, heading, size = [], "", 0
    parts = [text, *(beside[notes] for notes in _NOTES if notes in beside)]
    for block in chain.from_iterable(elements(archive, part, _BLOCKS) for part in parts):
        if words := _row(block) if block.tag in _ROWS else _words(block):
            paragraphs.append(words)
            heading = heading or _heading(block, titles)
            size += len(words.encode("utf-8", "replace"))
        if size > max_bytes:
            raise ReadError(_TOO_LARGE, limit=megabytes(max_bytes))
    if not paragraphs:
        raise ReadError(_("it is a Word file with no text in it; paste the text instead."))
    return paragraphs, heading


def _titles(archive: zipfile.ZipFile, part: str) -> set[str]:
    """The ids of the styles of titles, in the language of the Word that wrote the file."""
    named = {
        _attribute(style, "styleId"): _value(style, "name")
        for style in elements(archive, part, _STYLES)
    }
    return {style for style, name in named.items() if name.replace(" ", "").lower() in _TITLES}


def _row(row: Any) -> str:
    """A row of a table on one line: what happened stands beside its day. A cell of several
    paragraphs lays the page out."""
    line = ""
    for cell in _outermost(row, _CELLS):
        paragraphs = [words for each in _outermost(cell, _PARAGRAPHS) if (words := _words(each))]
        line += "\n\n".join(paragraphs) + ("\n\n" if len(paragraphs) > 1 else "\t")
    return line.strip()


def _heading(block: Any, titles: Collection[str]) -> str:
    """The words of its first paragraph that has the style of a title, or ""."""
    found = (_words(each) for each in block.iter(*_PARAGRAPHS) if _style(each) in titles)
    return next(filter(None, found), "")


def _outermost(element: Any, tags: Collection[str]) -> Iterator[Any]:
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag not in _PASSED_OVER:
            yield from _outermost(child, tags)


def _words(paragraph: Any) -> str:
    return "".join(_pieces(paragraph)).strip()


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _TEXTS:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag in _PARAGRAPHS:
            # A paragraph in a paragraph: a text box.
            yield f"\n{''.join(_pieces(child))}\n"
        elif child.tag not in _PASSED_OVER:
            yield from _pieces(child)


def _style(paragraph: Any) -> str:
    """The id of its style, or ""."""
    properties = next((child for child in paragraph if child.tag in _SET), None)
    return "" if properties is None else _value(properties, "pStyle")


def _value(element: Any, name: str) -> str:
    """What a child of this name says, or ""."""
    found = next((child for child in element if child.tag in _tags(name)), None)
    return "" if found is None else _attribute(found, "val")


def _attribute(element: Any, name: str) -> str:
    return next((element.get(tag) for tag in _tags(name) if tag in element.attrib), "")


def _properties(archive: zipfile.ZipFile) -> tuple[str, str]:
    """The title and the date and time that the file's properties give, or "" for each."""
    part = related(archive, FILE).get("core-properties", "")
    found = {element.tag: element.text or "" for element in elements(archive, part, _SAID)}
    return found.get(_TITLE, ""), found.get(_CREATED, "")
