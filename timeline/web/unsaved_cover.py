"""The cover that the desk's form gives a timeline, before it is saved."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from timeline.fetching.picture import MAX_BYTES, PictureError, prepared
from timeline.models import Picture
from timeline.text import in_its_own_order

_KINDS = {"jpg": "jpeg"}


@dataclass(frozen=True, slots=True)
class Size:
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class UnsavedCover:
    """As templates show a `models.Cover`; its address holds what was uploaded, kept nowhere."""

    credit: str
    alternative_text: str
    url: str = ""
    address: str = ""
    picture: Size | None = None


def cover_of(given: Mapping[str, Any], file: Any) -> UnsavedCover | None:
    """By the fields of the form's row and the file with them; None where there is no picture, or
    none that can be shown."""
    words = [given.get(f"cover-0-{name}", "") for name in ("credit", "alternative_text")]
    credit, alternative = map(in_its_own_order, words)
    if given.get("cover-0-DELETE"):
        return None
    if file:
        return _uploaded(credit, alternative, file)
    if kept := Picture.objects.filter(name=given.get("cover-0-kept", "")).first():
        size = Size(kept.width, kept.height)
        return UnsavedCover(credit, alternative, "", kept.address, size)
    url = given.get("cover-0-url", "")
    return UnsavedCover(credit, alternative, url) if url else None


def _uploaded(credit: str, alternative: str, file: Any) -> UnsavedCover | None:
    try:
        ready = prepared(file.read(MAX_BYTES + 1), str(file.name))
    except PictureError:  # told when the form is saved
        return None
    kind = _KINDS.get(ready.ending, ready.ending)
    content = base64.b64encode(ready.content).decode()
    address = f"data:image/{kind};base64,{content}"
    return UnsavedCover(credit, alternative, "", address, Size(ready.width, ready.height))
