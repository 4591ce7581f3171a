"""The Arabic catalogue as the pure packages get it: a function from message to translation."""

from functools import lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import timeline

_CATALOGUE = Path(timeline.__file__ or "").parent / "locale" / "ar" / "LC_MESSAGES" / "django.po"


@lru_cache(maxsize=1)
def _catalogue() -> Catalog:
    with _CATALOGUE.open("rb") as file:
        return read_po(file, locale="ar")


def arabic(text: str) -> str:
    """The Arabic for a message; an error where the catalogue has none, so that no test of Arabic
    passes in English."""
    message = _catalogue().get(text)
    assert message is not None, f"“{text}” is not in the catalogue"
    assert message.string, f"“{text}” is not translated"
    return str(message.string)
