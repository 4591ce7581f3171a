"""What may stand in a filter: each field reads one parameter of an address, and refuses in one
sentence what it cannot read."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext, pgettext
from django.utils.translation import gettext_lazy as _

from timeline import search
from timeline.dates.edtf import Date, DateError, parse
from timeline.dates.julian import from_day
from timeline.dates.parts import drawn
from timeline.dates.scales import Precision
from timeline.extraction.reading import Reading, read_typed
from timeline.models import Category
from timeline.models.ids import is_id
from timeline.selectors.source_keys import Sources, is_article, sources_of

# More of one kind than anybody ticks; bounds what a hostile address makes the database do.
MAX_VALUES = 50
# The field of an article's publisher is as long.
MAX_SOURCE = 300
# Events without a category.
NO_CATEGORY = "none"


class Words(forms.CharField):
    """A query for `timeline.search`."""

    def __init__(self, **more: Any) -> None:
        super().__init__(max_length=search.MAX_QUERY, **more)

    def clean(self, value: Any) -> str:
        query: str = super().clean(value)
        found = search.phrases(query)
        if query and not found:
            raise ValidationError(_("Search for a word or a number: there is none in this."))
        return query


class Day(forms.CharField):
    """A date as EDTF, or in words of a language that has a grammar; of any precision. A part of it
    ("early 2020") is the range of its days."""

    def clean(self, value: Any) -> Date | None:
        words: str = super().clean(value)
        if not words:
            return None
        try:
            return _meant(read_typed(words, get_language() or "", in_any_language=False))
        except DateError as error:
            raise ValidationError(error.in_words(gettext)) from error


def _meant(found: Reading) -> Date:
    if not found.part or found.date.precision is Precision.OPEN:
        return found.date
    first, last = drawn(found.date, found.part)
    return found.date if first == last else parse(f"{_iso(first)}/{_iso(last)}")


def _iso(day: int) -> str:
    year, month, day_of_month = from_day(day)
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day_of_month:02d}"


class Several(forms.Field):
    """A parameter that may be there many times; empty ones count for nothing."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> Any:
        values = list(dict.fromkeys(one for one in value or () if one))
        if len(values) > MAX_VALUES:
            raise ValidationError(
                _("Choose at most %(most)d: these are %(number)d."),
                params={"most": MAX_VALUES, "number": len(values)},
            )
        return self.read(values) if values else []

    def read(self, values: list[str]) -> Any:
        raise NotImplementedError


class Categories(Several):
    """Keys of categories, or `NO_CATEGORY`; their ids are what is looked for, None for that."""

    def read(self, values: list[str]) -> list[int | None]:
        # Compared here: PostgreSQL is not to be asked for a text with a NUL in it.
        known = Category.objects.order_by().values_list("key", "pk")
        ids: dict[str, int | None] = {**dict(known), NO_CATEGORY: None}
        return [ids[key] for key in _all_known(values, ids)]


class Entities(Several):
    """Ids of people, organisations and places. Whether there is such a one is not told: the events
    that name it may be drafts."""

    def read(self, values: list[str]) -> list[int]:
        return [int(value) for value in _all_known(values, filter(is_id, values))]


class Articles(Several):
    """Publishers by their names, and articles as `article:` and their id."""

    def read(self, values: list[str]) -> Sources:
        publishers = [value for value in values if not is_article(value)]
        if too_long := [value for value in publishers if len(value) > MAX_SOURCE]:
            raise _unknown(too_long[0])
        if any("\0" in value for value in publishers):  # PostgreSQL takes no text with it
            raise _unknown("…")
        return sources_of(values)


class Precisions(Several):
    """Names of `timeline.dates.scales.Precision`, in lower case."""

    def read(self, values: list[str]) -> list[Precision]:
        _all_known(values, [precision.name.lower() for precision in Precision])
        return [Precision[value.upper()] for value in values]


def _all_known(values: list[str], known: Iterable[str]) -> list[str]:
    accepted = set(known)
    if unknown := [value for value in values if value not in accepted]:
        raise _unknown(unknown[0])
    return values


def _unknown(value: str) -> ValidationError:
    shown = value if len(value) <= 40 else f"{value[:40]}…"
    message = _("“%(value)s” is none of the choices: pick one from the list.")
    return ValidationError(message, params={"value": shown})


def precision_labels() -> dict[Precision, str]:
    """How exact a date is, in the language of whoever looks."""
    return {
        Precision.MINUTE: pgettext("precision", "Minute"),
        Precision.DAY: pgettext("precision", "Day"),
        Precision.MONTH: pgettext("precision", "Month"),
        Precision.QUARTER: pgettext("precision", "Quarter"),
        Precision.SEASON: pgettext("precision", "Season"),
        Precision.HALF: pgettext("precision", "Half-year"),
        Precision.YEAR: pgettext("precision", "Year"),
        Precision.DECADE: pgettext("precision", "Decade"),
        Precision.CENTURY: pgettext("precision", "Century"),
        Precision.RANGE: pgettext("precision", "From one date to another"),
        Precision.OPEN: pgettext("precision", "Only a beginning or an end"),
    }
