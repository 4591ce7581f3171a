"""Marks words that people read, in packages that do not know Django.

Import it as `_`, so that `makemessages` collects the words; whoever shows them passes
`translate=django.utils.translation.gettext`.
"""

from collections.abc import Callable

Translate = Callable[[str], str]


def message(text: str) -> str:
    """The same text: a mark for the message catalogue, nothing else."""
    return text


def identity(text: str) -> str:
    """The translation into the language of the messages themselves, British English."""
    return text
