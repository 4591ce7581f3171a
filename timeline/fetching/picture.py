"""A picture from outside made safe to show: read by its content, turned upright, bounded in size
and written anew, so that of the file nothing is left but its colours.

Only the readers of four formats are ever tried, and no size is believed before it is looked at.
"""

import zipfile
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

from PIL import Image, ImageCms, ImageOps

from timeline.dates.messages import megabytes
from timeline.dates.messages import message as _
from timeline.fetching.errors import Problem

# What the camera of a phone writes at its best, with room.
MAX_BYTES = 15_000_000
# Sensors of 48 million points are common; in memory each point takes four bytes at most.
MAX_POINTS = 50_000_000
# Points of the longest side: twice what the widest place for a picture has, for dense screens.
MAX_SIDE = 1600
# Beyond it files grow faster than eyes can tell.
QUALITY = 85

# As Pillow calls them: what each may be called, and the format in which it is kept.
ENDINGS = {
    "JPEG": ("jpg", "jpeg", "jpe", "jfif"),
    "PNG": ("png",),
    "WEBP": ("webp",),
    "GIF": ("gif",),
}
_KEPT = {"JPEG": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "GIF": "PNG"}
# Beginnings of what a browser or a reader of documents would take for something else than a
# picture. None has fewer than seven bytes: shorter ones are met by chance in compressed data.
_DOCUMENTS = (b"<script", b"<!doctype", b"<iframe", b"<foreignobject", b"%pdf-1.")
_WHOLE = {"L", "RGB", "RGBA"}

TOO_LARGE = _("“%(name)s” has more than %(most)s MB: make the picture smaller.")
NO_PICTURE = _(
    "“%(name)s” is no picture that can be shown here: choose a JPEG, PNG, WebP or GIF file."
)
OTHER_KIND = _(
    "“%(name)s” is a picture of another kind than its name says: it should end in “.%(ending)s”."
)
MORE = _("“%(name)s” holds more than a picture: save the picture anew, and choose that file.")
TOO_MANY_POINTS = _("“%(name)s” has more than %(most)s million points: make the picture smaller.")
MOVES = _("“%(name)s” moves: choose a picture that stands still.")
DAMAGED = _("“%(name)s” is damaged or was cut off: save it anew, and choose it again.")


class PictureError(Problem):
    """What was given is no picture, or none that can be shown."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The file as it is kept; `ending` is that of its name, width and height are in points."""

    content: bytes
    ending: str
    width: int
    height: int


def prepared(data: bytes, name: str) -> Prepared:
    """The picture in `data`, which its owner calls `name`. Raises PictureError."""
    if len(data) > MAX_BYTES:
        raise PictureError(TOO_LARGE, name=name, most=megabytes(MAX_BYTES))
    image, kind = _opened(data, name)
    _check(image, kind, data, name)
    try:
        return _written(_reduced(image), _KEPT[kind])
    except Exception as error:  # whatever a decoder stumbles over, it is the file's fault
        raise PictureError(DAMAGED, name=name) from error


def _opened(data: bytes, name: str) -> tuple[Image.Image, str]:
    """The picture, not decoded yet, and its format. Phones write a JPEG and what belongs to it
    (a small view, a map of depths) as one file, MPO, whose first picture is meant."""
    try:
        image = Image.open(BytesIO(data), formats=tuple(ENDINGS))
    except Image.DecompressionBombError as error:
        raise PictureError(TOO_MANY_POINTS, name=name, most=MAX_POINTS // 1_000_000) from error
    except Exception as error:  # as above
        raise PictureError(NO_PICTURE, name=name) from error
    return image, "JPEG" if image.format == "MPO" else str(image.format)


def _check(image: Image.Image, kind: str, data: bytes, name: str) -> None:
    ending = PurePath(name).suffix[1:].lower()
    if ending and ending not in ENDINGS[kind]:
        raise PictureError(OTHER_KIND, name=name, ending=ENDINGS[kind][0])
    if image.width * image.height > MAX_POINTS:
        raise PictureError(TOO_MANY_POINTS, name=name, most=MAX_POINTS // 1_000_000)
    if zipfile.is_zipfile(BytesIO(data)) or any(sign in data.lower() for sign in _DOCUMENTS):
        raise PictureError(MORE, name=name)
    if kind != "JPEG" and _moves(image, name):
        raise PictureError(MOVES, name=name)


def _moves(image: Image.Image, name: str) -> bool:
    try:
        return bool(getattr(image, "is_animated", False))
    except Exception as error:  # as above: the second picture may be broken
        raise PictureError(DAMAGED, name=name) from error


def _reduced(image: Image.Image) -> Image.Image:
    # A JPEG is decoded at a half, a quarter or an eighth where that is large enough.
    image.draft(None, (MAX_SIDE, MAX_SIDE))
    upright = _in_srgb(ImageOps.exif_transpose(image))
    upright.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    return upright


def _in_srgb(image: Image.Image) -> Image.Image:
    """In the colours that screens take for granted: the profile that says otherwise is dropped with
    everything else that is no colour."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if image.mode not in {*_WHOLE, "CMYK"} or mode == "RGBA":
        image = image.convert(mode)
    if profile:
        with suppress(ImageCms.PyCMSError, OSError):
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            common = ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, own, common, outputMode=mode) or image
    return image if image.mode in _WHOLE else image.convert(mode)


def _written(image: Image.Image, kind: str) -> Prepared:
    image.info.clear()  # some writers would keep comments and profiles
    file = BytesIO()
    image.save(file, kind, quality=QUALITY, progressive=True)
    return Prepared(file.getvalue(), ENDINGS[kind][0], image.width, image.height)
