"""Scripts and style sheets joined into one file each: a browser takes longer to ask for twenty
small ones than to read them, and what is compressed together is smaller.

Served without being joined, as in development, the same files work: browsers follow imports.
"""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

# Gives the text of a file by its name.
Read = Callable[[str], str]

_STYLE = re.compile(r"""^@import url\("(?P<file>[\w-]+\.css)"\);\n""", re.M)
# One line each, from the same folder.
_IMPORT = re.compile(
    r"""^import (?P<what>\{ \w+(?:, \w+)* \}|\* as \w+) from "\./(?P<name>\w+)\.js";\n""", re.M
)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (?P<name>\w+))", re.M)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*", re.M)


class JoiningError(ValueError):
    """An import or export that is not written as the others are."""


def joined_style(name: str, read: Read) -> str:
    """The style sheet with those it imports in their places."""
    folder = PurePosixPath(name).parent
    return _STYLE.sub(lambda found: read(str(folder / found["file"])), read(name))


def joined_script(name: str, read: Read) -> str:
    """The module after those of its folder that it imports, each in a function of its own, so that
    their names do not meet.

    Raises `JoiningError` for what would be lost on the way.
    """
    path = PurePosixPath(name)
    done: dict[str, str] = {}

    def bring(stem: str) -> None:
        if stem in done:
            return
        text = read(str(path.with_name(f"{stem}.js")))
        for found in _IMPORT.finditer(text):
            bring(found["name"])
        done[stem] = _wrapped(stem, text)

    main = read(name)
    for found in _IMPORT.finditer(main):
        bring(found["name"])
    return "".join(done.values()) + _without_imports(path.stem, main)


def _wrapped(stem: str, text: str) -> str:
    names = ", ".join(found["name"] for found in _EXPORT.finditer(text))
    body = _without_imports(stem, _EXPORT.sub("", text))
    return f"const ${stem} = (() => {{\n{body}return {{ {names} }};\n}})();\n"


def _without_imports(stem: str, text: str) -> str:
    body = _IMPORT.sub(_taken, text)
    if left := _LEFT_OVER.search(body):
        raise JoiningError(f"{stem}.js: “{left.group()}” cannot be joined with other modules.")
    return body


def _taken(found: re.Match[str]) -> str:
    """`{ a }` and `* as b` of an import as a declaration."""
    what = found["what"].removeprefix("* as ")
    return f"const {what} = ${found['name']};\n"
