"""PDF files to articles.

The parsing is done by `pdf_text` in a process of its own: what a stranger's file takes in time and
memory is bounded by the system, and nothing that breaks there breaks here.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from timeline.dates.messages import message as _
from timeline.fetching.document import Document
from timeline.fetching.errors import ReadError
from timeline.fetching.publication import read_iso
from timeline.text import normalise

_READER = Path(__file__).with_name("pdf_text.py")
# Seconds until an answer. A hundred dense pages take some ten on a slow machine.
SECONDS = 60
_PROBLEMS = {
    "encrypted": _("it is a PDF locked by a password; save it without one."),
    "broken": _("it is a damaged or cut off PDF; save or download it again."),
    "empty": _("it is a PDF with no text in it, such as scanned pages; paste the text instead."),
    "large": _("it is a PDF that takes too much time or memory to read; split it."),
}


def read_pdf(data: bytes) -> Document:
    """Read the article of a PDF.

    The day in the file's own properties is when the file was made, so it is only offered as
    doubtful.

    Raises:
        ReadError: it is locked, damaged, too large, or holds no text.
    """
    found = _answer(data)
    if problem := found.get("problem"):
        raise ReadError(_PROBLEMS[problem])
    made = read_iso(found["day"])
    return Document(
        title=normalise(found["title"]),
        text=normalise("\n\n".join(found["paragraphs"])),
        doubtful_on=made.day if made else None,
    )


def _answer(data: bytes) -> dict[str, Any]:
    # Isolated (-I): the reader sees neither this folder nor the environment's Python settings.
    command = [sys.executable, "-I", str(_READER)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603
        found: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        # Ended by the system or by us: nothing but its limits does that.
        return {"problem": "large"}
    return found
