"""What is kept of a picture is its colours; what is no plain picture is refused in a sentence."""

import zipfile
import zlib
from io import BytesIO
from struct import pack

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from tests.pictures import as_file, drawn, look, points
from timeline.fetching.picture import MAX_BYTES, MAX_SIDE, PictureError, prepared

# Tags of EXIF: what is on the picture, who made it, which way the camera was held, and where.
DESCRIPTION, ARTIST, ORIENTATION, GPS = 0x010E, 0x013B, 0x0112, 0x8825
TURNED_RIGHT = 6
SECRET = "SECRET-WORDS"


def _refused(data: bytes, name: str) -> str:
    with pytest.raises(PictureError) as caught:
        prepared(data, name)
    return str(caught.value)


def _like(colour: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether eyes would hardly tell the two apart."""
    return all(abs(a - b) < 5 for a, b in zip(colour, other, strict=True))


@pytest.mark.parametrize(
    ("kind", "name", "kept", "ending"),
    [
        ("JPEG", "quay.jpg", "JPEG", "jpg"),
        ("JPEG", "QUAY.JPEG", "JPEG", "jpg"),
        ("PNG", "quay.png", "PNG", "png"),
        ("WEBP", "quay.webp", "WEBP", "webp"),
        ("GIF", "quay.gif", "PNG", "png"),
        ("PNG", "quay", "PNG", "png"),
    ],
)
def test_each_format_is_read_and_written_anew(kind, name, kept, ending):
    given = as_file(kind=kind)
    found = prepared(given, name)
    image = look(found.content)
    assert (image.format, found.ending) == (kept, ending)
    assert (found.width, found.height) == image.size == (40, 30)
    assert _like(points(image), (180, 60, 20))


@pytest.mark.parametrize("size", [(3200, 400), (400, 3200)])
def test_the_longest_side_is_bounded_and_the_shape_stays(size):
    found = prepared(as_file(drawn(size)), "quay.jpg")
    assert sorted((found.width, found.height)) == [MAX_SIDE // 8, MAX_SIDE]
    assert (found.width > found.height) == (size[0] > size[1])


def test_a_small_picture_is_not_made_larger():
    assert prepared(as_file(drawn((3, 2)), "PNG"), "dot.png").width == 3


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[DESCRIPTION], exif[ARTIST], exif[ORIENTATION] = SECRET, SECRET, TURNED_RIGHT
    exif.get_ifd(GPS)[1] = SECRET
    return exif


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")]
)
def test_what_the_camera_wrote_is_gone_and_the_picture_stands_upright(kind, name):
    given = as_file(kind=kind, exif=_exif())
    assert SECRET.encode() in given
    found = prepared(given, name)
    assert SECRET.encode() not in found.content
    assert not look(found.content).getexif()
    assert (found.width, found.height) == (30, 40)


def test_comments_profiles_and_texts_are_gone():
    words = PngInfo()
    words.add_text("Comment", SECRET)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for given, name in (
        (as_file(comment=SECRET.encode(), icc_profile=profile), "a.jpg"),
        (as_file(kind="PNG", pnginfo=words, icc_profile=profile), "a.png"),
        (as_file(kind="GIF", comment=SECRET.encode()), "a.gif"),
        (as_file(kind="WEBP", xmp=SECRET.encode(), icc_profile=profile), "a.webp"),
    ):
        kept = look(prepared(given, name).content)
        kept.load()
        assert not {"comment", "Comment", "icc_profile", "xmp", "exif"} & kept.info.keys()


def test_what_follows_the_picture_in_its_file_is_gone():
    assert b"MOTION" not in prepared(as_file() + b"MOTION PICTURE", "a.jpg").content


def test_the_first_picture_of_a_phone_is_meant():
    both = as_file(drawn((60, 30)), "MPO", save_all=True, append_images=[drawn((10, 10))])
    assert look(both).format == "MPO"
    found = prepared(both, "phone.jpg")
    assert (found.ending, found.width) == ("jpg", 60)


@pytest.mark.parametrize(
    ("mode", "colour", "kind", "name", "seen"),
    [
        ("CMYK", (0, 0, 0, 255), "JPEG", "a.jpg", (0, 0, 0)),
        ("L", 128, "JPEG", "a.jpg", (128, 128, 128)),
        ("1", 1, "PNG", "a.png", (255, 255, 255)),
        ("I;16", 0x8080, "PNG", "a.png", (128, 128, 128)),
        ("LA", (90, 255), "PNG", "a.png", (90, 90, 90)),
    ],
)
def test_colours_of_every_kind_become_those_of_a_screen(mode, colour, kind, name, seen):
    found = prepared(as_file(drawn(mode=mode, colour=colour), kind), name)
    assert _like(points(look(found.content)), seen)


@pytest.mark.parametrize(("kind", "name"), [("PNG", "a.png"), ("WEBP", "a.webp"), ("GIF", "a.gif")])
def test_what_is_transparent_stays_so(kind, name):
    found = prepared(as_file(drawn(mode="RGBA", colour=(9, 9, 9, 0)), kind), name)
    assert points(look(found.content), "RGBA")[3] == 0


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PAGE = b"<!doctype html><script>alert(1)</script>"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.jpg"),
        (SVG, "a.svg"),
        (SVG, "a.png"),
        (PAGE, "a.jpg"),
        (b"%PDF-1.7", "a.gif"),
        (b"MZ\x90\0", "a.webp"),
        (as_file(kind="BMP"), "a.bmp"),
        (as_file(kind="TIFF"), "a.jpg"),
    ],
)
def test_what_is_none_of_the_four_formats_is_refused(data, name):
    assert _refused(data, name) == (
        f"“{name}” is no picture that can be shown here: choose a JPEG, PNG, WebP or GIF file."
    )


@pytest.mark.parametrize(
    ("kind", "name", "ending"),
    [("JPEG", "a.png", "jpg"), ("PNG", "a.jpg", "png"), ("GIF", "a.html", "gif")],
)
def test_a_name_that_lies_about_its_kind_is_refused(kind, name, ending):
    assert _refused(as_file(kind=kind), name) == (
        f"“{name}” is a picture of another kind than its name says: it should end in “.{ending}”."
    )


def _zip() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.js", "alert(1)")
    return file.getvalue()


@pytest.mark.parametrize("other", [PAGE, _zip(), b"%PDF-1.7 1 0 obj", b"/*<ScRiPt>*/"])
@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("GIF", "a.gif"), ("PNG", "a.png")])
def test_a_picture_that_is_also_something_else_is_refused(kind, name, other):
    assert "holds more than a picture" in _refused(as_file(kind=kind) + other, name)


def test_a_program_in_the_comment_of_a_picture_is_found():
    assert "holds more" in _refused(as_file(comment=b"<script>alert(1)</script>"), "a.jpg")


@pytest.mark.parametrize(("kind", "name"), [("GIF", "a.gif"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_a_picture_that_moves_is_refused(kind, name):
    moving = as_file(kind=kind, save_all=True, append_images=[drawn(colour=(0, 0, 0))])
    assert _refused(moving, name) == f"“{name}” moves: choose a picture that stands still."


@pytest.mark.parametrize(
    ("kind", "name", "why"),
    [
        ("JPEG", "a.jpg", "was cut off"),
        ("PNG", "a.png", "was cut off"),
        ("GIF", "a.gif", "was cut off"),
        ("WEBP", "a.webp", "is no picture"),  # its head says how long it is
    ],
)
def test_a_file_that_was_cut_off_is_refused(kind, name, why):
    whole = as_file(Image.effect_noise((80, 60), 90), kind)
    assert why in _refused(whole[: len(whole) * 2 // 3], name)


def _png(width: int, height: int, rows: bytes) -> bytes:
    """A PNG in greys that says it is so large, and holds the rows."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pieces = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(pieces)


@pytest.mark.parametrize(("width", "height"), [(10_000, 6_000), (60_000, 60_000)])
def test_a_small_file_with_more_points_than_memory_should_hold_is_refused(width, height):
    bomb = _png(width, height, bytes(1_000_000))
    assert len(bomb) < 2_000
    assert "more than 50 million points" in _refused(bomb, "a.png")


def test_a_file_that_is_too_large_is_refused():
    assert "more than 15 MB" in _refused(as_file() + bytes(MAX_BYTES), "a.jpg")
