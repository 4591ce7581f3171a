"""Marks words that people read, in packages that do not know Django.

Import it as `_`, so that `makemessages` collects the words; whoever shows them passes
`translate=django.utils.translation.gettext`.
"""

from collections.abc import Callable
from typing import Protocol

Translate = Callable[[str], str]


def message(text: str) -> str:
    """The same text: a mark for the message catalogue, nothing else."""
    return text


def identity(text: str) -> str:
    """The translation into the language of the messages themselves, British English."""
    return text


def megabytes(size: int) -> str:
    """ "5" for 5,000,000 bytes: to stand before “MB”, in which people know how large files are."""
    return f"{size / 1_000_000:g}"


class Translatable(Protocol):
    """Words that are translated when they are shown, such as `Sentence` and errors that are one."""

    def in_words(self, translate: Translate = identity) -> str: ...


class Sentence:
    """A sentence that is translated when it is shown, into the language of whoever reads it.

    `message` is a msgid with %(name)s places; `values`, sentences among them, fill them.
    """

    def __init__(self, message: str, **values: object) -> None:
        self.message, self.values = message, values

    def __str__(self) -> str:
        return self.in_words()

    def in_words(self, translate: Translate = identity) -> str:
        return translate(self.message) % {
            name: value.in_words(translate) if isinstance(value, Sentence) else value
            for name, value in self.values.items()
        }


def verbatim(words: str) -> Sentence:
    """Words that come as they are, in whatever language."""
    return Sentence("%(words)s", words=words)
