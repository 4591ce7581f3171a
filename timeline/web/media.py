"""Pictures that were uploaded, as files: each stays the same as long as its name, by which alone it
is found."""

from pathlib import PurePath

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

# What may be asked for: the names that `timeline.services.pictures` draws, and no other file.
NAME = r"[A-Za-z0-9_-]{20,32}\.(?:jpg|png|webp)"
_TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}


@require_safe
def picture(_request: HttpRequest, name: str) -> FileResponse:
    """For good, in every cache; `nosniff` and the policy come with every page."""
    try:
        file = default_storage.open(name)
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(
        file,
        content_type=_TYPES[PurePath(name).suffix],
        headers={"Cache-Control": "public, max-age=31536000, immutable"},
    )
