"""A program of its own: a PDF on standard input, its paragraphs as JSON on standard output.

It imports nothing of Dateline, so that it starts quickly and works in an isolated interpreter.
`{"title": …, "day": "2024-05-30" or "", "paragraphs": […]}`, or `{"problem": …}`, one of those
that `pdf` has a sentence for.
"""

import io
import json
import re
import resource
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTComponent, LTContainer, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import decode_text

# Seconds of CPU and bytes of memory: tens of times what a long newspaper page takes.
SECONDS, MEMORY = 40, 1_500_000_000
# A book has some hundreds of pages.
MAX_PAGES = 1000
# Characters: a long book is some 2 million.
MAX_TEXT = 5_000_000
# Bytes in which the end of a file is looked for; some programs write more behind it.
_TAIL = 4096
# Widths of a letter between two that are written one after the other, so that they are still of one
# line: in narrow columns that are set to both edges the words stand far apart.
_WORD_GAP = 6.0
# A headline is set at least so much larger than the text.
_LARGER = 1.15
# What stands on so many pages, and on more than half of them, is a running head.
_RUNNING = 3
# It is as short as this, in characters, and among so many blocks at an edge of its page.
_HEAD, _EDGE = 150, 2
_PAGE_NUMBER = re.compile(r"\W*\d{1,3}(?:\s*/\s*\d{1,3})?\W*")
_MARKS = ".,;:!?()“”\"'"
_HYPHENS = ("-", "\N{HYPHEN}", "\N{SOFT HYPHEN}")
# Kinds of characters (UAX #9) that go from the left within a line from the right, and of those that
# hold their runs together.
_FROM_THE_LEFT, _BETWEEN = ("L", "EN", "AN"), ("CS", "ES", "ET")
_MADE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")


@dataclass(slots=True)
class Line:
    """A line of text as it is read, its width and the height of its letters in points."""

    text: str
    width: float
    size: float


@dataclass(slots=True)
class Paragraph:
    text: str
    size: float


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    # Some systems, macOS among them, do not bound the memory of a process; the time stays bounded.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        found: dict[str, object] = read(sys.stdin.buffer.read())
    except PDFPasswordIncorrect:
        found = {"problem": "encrypted"}
    except (MemoryError, RecursionError):
        found = {"problem": "large"}
    except Exception:
        # A stranger's file in a third party's parser: whatever breaks, the file is no good.
        found = {"problem": "broken"}
    json.dump(found, sys.stdout)


def read(data: bytes) -> dict[str, object]:
    """What a PDF holds, or its problem."""
    # Without its last line a file is cut off: what could still be read is not the whole.
    if b"startxref" not in data[-_TAIL:]:
        return {"problem": "broken"}
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    pages = [list(_blocks(page)) for page in _pages(document)]
    if not pages:
        return {"problem": "broken"}
    paragraphs = _joined(_without_running(pages))
    if not any(character.isalnum() for each in paragraphs for character in each.text):
        return {"problem": "empty"}
    if sum(len(each.text) for each in paragraphs) > MAX_TEXT:
        return {"problem": "large"}
    return {
        "title": _title(paragraphs),
        "day": _day(document),
        "paragraphs": [each.text for each in paragraphs],
    }


def _pages(document: PDFDocument) -> Iterator[LTContainer[LTComponent]]:
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams(char_margin=_WORD_GAP))
    interpreter = PDFPageInterpreter(resources, device)
    for number, page in enumerate(PDFPage.create_pages(document)):
        if number >= MAX_PAGES:
            raise MemoryError
        interpreter.process_page(page)
        yield device.get_result()


def _blocks(page: LTContainer[LTComponent]) -> Iterator[list[Line]]:
    """The blocks of text of a page, each as its lines."""
    for box in page:
        if isinstance(box, LTTextBox):
            lines = [_line(line) for line in box if isinstance(line, LTTextLine)]
            if lines := [line for line in lines if line.text]:
                yield lines


def _line(line: LTTextLine) -> Line:
    text, letters = line.get_text(), [each for each in line if isinstance(each, LTChar)]
    if _is_right_to_left(text):
        text = _right_to_left(letters)
    # Ligatures and the joined forms of Arabic letters become the letters that people type.
    text = " ".join(unicodedata.normalize("NFKC", text).split())
    # That of most letters: a raised sign makes a line of text higher, and no headline.
    heights = [letter.height for letter in letters] or [line.height]
    return Line(text, line.width, median_low(heights))


def _is_right_to_left(text: str) -> bool:
    kinds = Counter(map(unicodedata.bidirectional, text))
    return kinds["R"] + kinds["AL"] > kinds["L"]


def _right_to_left(letters: list[LTChar]) -> str:
    """A line by where its letters stand: from the right, but numbers and words of other scripts
    from the left (a simple case of the Unicode Bidirectional Algorithm)."""
    parts: list[str] = []
    run: list[str] = []
    following: LTChar | None = None
    for letter in sorted(letters, key=lambda letter: -letter.x1):
        text = letter.get_text()
        kind = unicodedata.bidirectional(text[0]) if text else ""
        # A vowel sign has no width of its own, and parts no word.
        sign = kind == "NSM"
        gap = following is not None and following.x0 - letter.x1 > letter.width / 4
        following = following if sign else letter
        if gap and not sign and kind != "WS":
            _end(run, parts)
            parts.append(" ")
        held = kind in _BETWEEN if run else False
        if kind in _FROM_THE_LEFT or held or (kind == "WS" and _in_words(run)):
            run.insert(0, text)
        else:
            _end(run, parts)
            parts.append(text)
    _end(run, parts)
    return "".join(parts)


def _in_words(run: list[str]) -> bool:
    return any(unicodedata.bidirectional(text[0]) == "L" for text in run)


def _end(run: list[str], parts: list[str]) -> None:
    """Write a run that goes from the left; signs at its beginning stand behind it."""
    signs: list[str] = []
    while run and unicodedata.bidirectional(run[0][0]) not in _FROM_THE_LEFT:
        signs.insert(0, run.pop(0))
    parts += [*run, *signs]
    run.clear()


def _without_running(pages: list[list[list[Line]]]) -> Iterator[list[Line]]:
    """The blocks of all pages, without running heads and page numbers."""
    seen = Counter(key for page in pages for key in {_without_digits(block) for block in page})
    for page in pages:
        for number, block in enumerate(page):
            key = _without_digits(block)
            running = seen[key] >= _RUNNING and seen[key] * 2 > len(pages) and len(key) <= _HEAD
            number_alone = len(block) == 1 and _PAGE_NUMBER.fullmatch(block[0].text)
            edge = min(number, len(page) - 1 - number) < _EDGE
            if not (edge and (running or number_alone)):
                yield block


def _without_digits(block: list[Line]) -> str:
    return re.sub(r"\d+", "0", " ".join(line.text for line in block))


def _joined(blocks: Iterable[list[Line]]) -> list[Paragraph]:
    """Paragraphs, also where a block goes on in the next column or on the next page."""
    of_blocks = list(blocks)
    all_lines = [line for block in of_blocks for line in block]
    widest: dict[int, float] = {}
    for line in all_lines:
        widest[round(line.size)] = max(line.width, widest.get(round(line.size), 0))
    paragraphs: list[list[Line]] = []
    for block in of_blocks:
        for number, lines in enumerate(_paragraphs(block)):
            last = paragraphs[-1][-1] if paragraphs else lines[0]
            if number == 0 and paragraphs and _goes_on(last, lines[0], widest[round(last.size)]):
                paragraphs[-1] += lines
            else:
                paragraphs.append(lines)
    words = {word.strip(_MARKS) for line in all_lines for word in line.text.split()}
    return [Paragraph(_text(lines, words), lines[0].size) for lines in paragraphs]


def _paragraphs(block: list[Line]) -> Iterator[list[Line]]:
    """A line was ended on purpose where the next word would still have fitted, or where the
    letters change their size."""
    width = max(line.width for line in block)
    lines = block[:1]
    for line, following in pairwise(block):
        on_purpose = _has_room(line, following, width) and not following.text[0].islower()
        if on_purpose or not _same_size(line, following):
            yield lines
            lines = []
        lines.append(following)
    yield lines


def _goes_on(line: Line, following: Line, widest: float) -> bool:
    """Whether a sentence goes on: it is not ended, and what follows begins no other, or found no
    room beside it. With wide spacing each line is a block of its own."""
    if line.text[-1] in ".!?:" or not _same_size(line, following):
        return False
    return following.text[0].islower() or not _has_room(line, following, widest)


def _has_room(line: Line, following: Line, width: float) -> bool:
    """Whether the first word of the following line would still have fitted."""
    first = len(following.text.split()[0]) + 1
    return width - line.width > following.width * first / len(following.text)


def _same_size(line: Line, other: Line) -> bool:
    return max(line.size, other.size) < _LARGER * min(line.size, other.size)


def _text(lines: list[Line], words: set[str]) -> str:
    """The lines as one; a word that was divided is whole again, unless the text has it with its
    hyphen elsewhere."""
    text = lines[0].text
    for line in lines[1:]:
        if text.endswith(_HYPHENS) and text[-2:-1].isalpha() and line.text[0].islower():
            head, tail = text.split()[-1], line.text.split()[0]
            kept = head + tail.strip(_MARKS) in words
            text = (text if kept else text[:-1]) + line.text
        else:
            text = f"{text} {line.text}"
    return text.replace("\N{SOFT HYPHEN}", "")


def _title(paragraphs: list[Paragraph]) -> str:
    """What stands at the beginning in the largest letters, if these are larger than the text's."""
    beginning = paragraphs[:10]
    largest = max(beginning, key=lambda each: each.size)
    letters = [each.size for each in paragraphs for _ in range(1 + len(each.text) // 50)]
    return largest.text if largest.size > _LARGER * median_low(letters) else ""


def _day(document: PDFDocument) -> str:
    """When the file was made, as its properties have it."""
    for info in document.info:
        made = info.get("CreationDate")
        if isinstance(made, bytes) and (match := _MADE.match(decode_text(made))):
            return "-".join(match.groups())
    return ""


if __name__ == "__main__":
    main()
