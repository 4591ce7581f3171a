"""How static files are stored for production."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

from timeline.static_joining import Read, joined_script, joined_style

OURS = ("js/", "css/")
# What pages ask for: the files that these import come in them.
JOINED: dict[str, Callable[[str, Read], str]] = {
    "js/timeline/main.js": joined_script,
    "css/reading.css": joined_style,
    "css/site.css": joined_style,
}
# Chromium reads all functions of a script with this first line beside the page's own work, once and
# whole, instead of each when it is first called: the page is drawn sooner.
READ_WHOLE = {"plotly/plotly-basic.min.js": b"//# allFunctionsCalledOnLoad\n"}
# Comments that have lines of their own (a `//` within a line may belong to an address) and indents.
_COMMENTS = {"js": re.compile(r"^\s*//.*\n", re.M), "css": re.compile(r"/\*.*?\*/\s*", re.S)}
_INDENTS = re.compile(r"^[ \t]+", re.M)


class ModuleStorage(CompressedManifestStaticFilesStorage):
    """Compressed, named by their content, and so cached for good: the modules that a script imports
    as well, or a browser would keep an old one beside a new page. Comments are for readers of the
    source, and a seventh of what browsers would load."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], *args: Any, **options: Any) -> Iterator[Any]:
        lean = {name: (_served(name, storage), path) for name, (storage, path) in paths.items()}
        yield from super().post_process(lean, *args, **options)


def _served(name: str, storage: Any) -> Any:
    if name in JOINED:
        return _Joined(storage, JOINED[name])
    if name.startswith(OURS):
        return _Lean(storage)
    return _Led(storage, READ_WHOLE[name]) if name in READ_WHOLE else storage


class _Led:
    """A storage whose files begin with a line more."""

    def __init__(self, storage: Any, line: bytes) -> None:
        self._storage, self._line = storage, line

    def open(self, path: str) -> ContentFile[bytes]:
        with self._storage.open(path) as file:
            return ContentFile(self._line + file.read())


class _Lean:
    """A storage whose texts are read without comments."""

    def __init__(self, storage: Any) -> None:
        self._storage = storage

    def open(self, path: str) -> ContentFile[bytes]:
        return ContentFile(self._text(path).encode())

    def _text(self, path: str) -> str:
        with self._storage.open(path) as file:
            return without_comments(file.read().decode(), path.rpartition(".")[2])


class _Joined(_Lean):
    """The same, and with the texts of the files that they import."""

    def __init__(self, storage: Any, join: Callable[[str, Read], str]) -> None:
        super().__init__(storage)
        self._join = join

    def open(self, path: str) -> ContentFile[bytes]:
        return ContentFile(self._join(path, self._text).encode())


def without_comments(text: str, kind: str) -> str:
    """The text of a file of ours without what only people read; `kind` is "js" or "css"."""
    return _INDENTS.sub("", _COMMENTS[kind].sub("", text)) if kind in _COMMENTS else text
