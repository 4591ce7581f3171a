"""Message catalogues: collected from the sources, checked and compiled, with Babel alone, so that
neither readers nor translators need GNU gettext."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

# Babel's keywords, and those that Django and `timeline.dates.messages` add.
KEYWORDS = dict(DEFAULT_KEYWORDS) | {
    "message": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
ROOT = Path(__file__).resolve().parents[2]
# Wider than any line of a catalogue: a text that changes changes one line.
UNWRAPPED = 10_000


class CatalogueError(ValueError):
    """A translation that would fail when it is shown, told in one sentence."""


def sources() -> list[Path]:
    """The catalogues that people write, one for each language."""
    folders = map(Path, settings.LOCALE_PATHS)
    return sorted(path for folder in folders for path in folder.glob("*/LC_MESSAGES/*.po"))


def collected() -> Catalog:
    """Every text of the project that people read, untranslated."""
    catalogue = Catalog(project="Dateline", charset="utf-8")
    for text, comments, context in _texts():
        catalogue.add(text, auto_comments=comments, context=context)
    return catalogue


def _texts() -> Iterator[tuple[str | tuple[str, ...], list[str], str | None]]:
    for path in _files():
        code = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            # What stands between the texts comes out as X; its indentation is not that of Python.
            code = "\n".join(map(str.lstrip, templatize(code).split("\n")))
        found = extract("python", io.BytesIO(code.encode()), KEYWORDS, ["Translators:"])
        yield from ((text, comments, context) for _, text, comments, context in found)


def _files() -> list[Path]:
    code = [path for path in (ROOT / "timeline").rglob("*.py") if "migrations" not in path.parts]
    return sorted([*code, *(ROOT / "templates").rglob("*.html")])


def read(source: Path) -> Catalog:
    with source.open("rb") as file:
        return read_po(file, locale=_language(source))


def update(source: Path, template: Catalog) -> None:
    """Bring a catalogue up to the texts of `template`: new ones come in untranslated, those that
    are gone go, nothing is guessed."""
    catalogue = read(source)
    catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False)
    write(source, catalogue)


def write(source: Path, catalogue: Catalog) -> None:
    """In the order of the messages and without their places, so that one text changes one line."""
    with source.open("wb") as file:
        file.write(_header(catalogue).encode())
        write_po(
            file,
            catalogue,
            width=UNWRAPPED,
            omit_header=True,
            no_location=True,
            sort_output=True,
            ignore_obsolete=True,
        )


def _header(catalogue: Catalog) -> str:
    """What programs need to read the catalogue; no time, so that nothing changes without a text."""
    lines = (
        f"Language: {catalogue.locale}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {catalogue.plural_forms}",
    )
    return "\n".join(('msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in lines), "", ""))


def compile_catalogue(source: Path) -> Path:
    """Write the `.mo` beside `source` and return its path; CatalogueError for a translation with
    placeholders that its message does not have."""
    catalogue = read(source)
    for message in catalogue:
        _check(source, message)
    target = source.with_suffix(".mo")
    with target.open("wb") as file:
        write_mo(file, catalogue)
    return target


def _check(source: Path, message: Message) -> None:
    if not message.id:
        return  # The header.
    problems = [str(error) for error in message.check()]
    known = set().union(*map(_fields, _forms(message.id)))
    for form in _forms(message.string):
        problems += [f"{{{name}}} is none of its placeholders" for name in _fields(form) - known]
        problems += [f"“{number}” numbers no form" for number in _forms_named(form)]
    if problems:
        raise CatalogueError(f"{source}: the translation of “{message.id}”: {problems[0]}.")


def is_translated(message: Message) -> bool:
    return all(_forms(message.string))


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """The text, or each of its plural forms."""
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def _fields(text: str) -> set[str]:
    """The names in braces, as `str.format` reads them."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _forms_named(text: str) -> list[str]:
    """What follows a name in braces and is not, as in "{date:1}", the number of a form."""
    formats = (format_ for _, _, format_, _ in Formatter().parse(text) if format_)
    return [format_ for format_ in formats if not re.fullmatch(r"\d", format_, re.ASCII)]


def _language(source: Path) -> str:
    return source.parent.parent.name
