"""The parts of a Word file, found by the way that leads to them (ECMA-376, part 2), and their XML.

Names of parts are free: Word on the web calls the text `word/document2.xml`. Nothing is unpacked
beyond a bound, whatever the archive says of itself, and the XML loads no entities and nothing from
elsewhere.
"""

import io
import posixpath
import zipfile
from collections.abc import Collection, Iterator
from typing import IO, Any

from lxml import etree

from timeline.dates.messages import megabytes
from timeline.dates.messages import message as _
from timeline.fetching.errors import ReadError

# Bytes of XML; Word writes some ten times as much markup as text.
MAX_XML = 50_000_000
# The file itself, from which the way begins.
FILE = ""
_LEADS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class _Bounded(io.RawIOBase):
    """A part that ends with an error once more of it has come than is allowed."""

    def __init__(self, part: IO[bytes]) -> None:
        self.part, self.left = part, MAX_XML

    def read(self, size: int = -1) -> bytes:
        data = self.part.read(size if 0 <= size <= self.left else self.left + 1)
        self.left -= len(data)
        if self.left < 0:
            raise ReadError(_("it unpacks to more than %(limit)s MB."), limit=megabytes(MAX_XML))
        return data


def related(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The parts to which a part (or FILE) leads, by kind: "officeDocument", "styles" and so on."""
    folder, name = posixpath.split(part)
    found = elements(archive, posixpath.join(folder, "_rels", f"{name}.rels"), {_LEADS})
    return {
        lead.get("Type", "").rpartition("/")[2]: _resolved(folder, lead.get("Target", ""))
        for lead in found
        if lead.get("TargetMode") != "External"
    }


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def elements(archive: zipfile.ZipFile, part: str, tags: Collection[str]) -> Iterator[Any]:
    """The outermost elements of a part with one of these tags, each thrown away once it is read;
    nothing where there is no such part."""
    if part not in archive.namelist():
        return
    with archive.open(part) as file:
        events = etree.iterparse(
            _Bounded(file),
            events=("start", "end"),
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
        )
        depth = 0
        for event, element in events:
            if element.tag not in tags:
                continue
            depth += 1 if event == "start" else -1
            if depth == 0:
                yield element
                element.clear()
