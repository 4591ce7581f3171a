"""The catalogues as the pure packages get them: functions from message to translation."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import timeline

_LOCALE = Path(timeline.__file__ or "").parent / "locale"


@lru_cache
def _catalogue(language: str) -> Catalog:
    with (_LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


def speaker(language: str) -> Callable[[str], str]:
    """The translation of a message; an error where the catalogue has none, so that no test of
    another language passes in English."""

    def translate(text: str) -> str:
        message = _catalogue(language).get(text)
        assert message is not None, f"“{text}” is not in the catalogue"
        assert message.string, f"“{text}” is not translated"
        return str(message.string)

    return translate
