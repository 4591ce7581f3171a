"""What belongs to a record, in its history: shown, compared and brought back."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import ngettext

from timeline.selectors.beside import Named, Support, Versions
from timeline.services import undoing

NOTHING = "–"
# A field that differs: its label as "field", and "old" and "new" in words.
Change = dict[str, Any]


class Beside:
    """What differs between two versions of one record beside its own fields."""

    def __init__(self, model: Any, pk: int) -> None:
        self._versions = Versions(model, pk)

    def __call__(self, old: Any, new: Any) -> list[Change]:
        rows = (
            (label, self._words(old, name), self._words(new, name))
            for label, name in self._labels()
        )
        return [
            {"field": label, "old": then or NOTHING, "new": now or NOTHING}
            for label, then, now in rows
            if then != now
        ]

    def coming_back(self, version: int) -> list[tuple[str, str]]:
        """What comes back with a version and is no field of its form: labels and words. What
        supports an event does not."""
        if version not in self._versions:
            return []
        return [
            (label, self._versions.words(version, name) or NOTHING)
            for label, name in self._labels()
            if not isinstance(self._versions.kinds[name], Named | Support)
        ]

    def _labels(self) -> Iterator[tuple[str, str]]:
        return ((capfirst(str(kind.label)), name) for name, kind in self._versions.kinds.items())

    def _words(self, version: Any, name: str) -> str:
        return self._versions.words(version.history_id, name)


def bring_back_with_message(request: HttpRequest, record: Any, version: int) -> None:
    """What belonged to a record at the time of a version, as far as it is kept."""
    if lost := undoing.bring_back(record=record, version=version):
        message = ngettext(
            "%(count)d picture is kept no longer and did not come back.",
            "%(count)d pictures are kept no longer and did not come back.",
            lost,
        )
        messages.warning(request, message % {"count": lost})
