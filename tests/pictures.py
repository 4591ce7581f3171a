"""Pictures for the tests, drawn when they are needed."""

from io import BytesIO
from typing import Any

from PIL import Image


def drawn(
    size: tuple[int, int] = (40, 30), *, mode: str = "RGB", colour: Any = (180, 60, 20)
) -> Image.Image:
    """A picture of one colour."""
    return Image.new(mode, size, colour)


def as_file(image: Image.Image | None = None, kind: str = "JPEG", **options: Any) -> bytes:
    """The file of a picture, in one of Pillow's formats, with that format's options."""
    file = BytesIO()
    (image or drawn()).save(file, kind, **options)
    return file.getvalue()


def look(content: bytes) -> Image.Image:
    """The picture in a file."""
    return Image.open(BytesIO(content))


def points(image: Image.Image, mode: str = "RGB") -> tuple[int, ...]:
    """The colour of a picture of one colour, in a mode of several bands."""
    middle: Any = image.convert(mode).getpixel((image.width // 2, image.height // 2))
    return tuple(middle)
