"""Choosing a record in a form where there are more than anybody wants to see listed.

With JavaScript that is Django's own search. Without, words are sent with the form, and the records
they are found in are there to choose from when it comes back.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.models.ids import is_id

# Records that are listed: what a person looks through.
_LISTED = 50
# Characters of words that are looked for; longer ones name nothing.
_MOST_WORDS = 200
# The field of people and places by which their names are told apart.
NAME = "names__folded"
# What stands before words in the value of a widget; no id has it.
_SIGN = "?"


class _WithWords(forms.Select):
    """A choice, and beside it a field for words."""

    template_name = "admin/timeline/search_select.html"
    words_label: Any = _("Or by words of its title")
    # Those that the words were found in.
    offered: tuple[Model, ...] = ()
    without_script = False

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        words = data.get(f"{name}-words", "").replace("\0", "").strip()
        chosen = super().value_from_datadict(data, files, name)
        if not words:
            return chosen
        return [*(chosen or []), _SIGN + words] if self.allow_multiple_selected else _SIGN + words

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        _chosen, words = _parted(value if isinstance(value, list) else [value])
        context["widget"] |= {
            "words": words,
            "words_label": self.words_label,
            "without_script": self.without_script,
            "has_more": self.has_more(),
        }
        return context

    def records(self) -> QuerySet[Any]:
        """All that there is to choose from."""
        choices: Any = self.choices
        every: QuerySet[Any] = choices.queryset
        return every

    def has_more(self) -> bool:
        """Whether there is more than is listed."""
        return True

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        chosen = {str(each) for each in value if is_id(str(each))}
        groups = list(super().optgroups(name, sorted(chosen), attrs))
        known = {str(option["value"]) for _label, options, _at in groups for option in options}
        missing = self.records().filter(pk__in=chosen - known)
        for record in (*self.offered, *missing):
            is_chosen = str(record.pk) in chosen
            option = self.create_option(name, record.pk, str(record), is_chosen, len(groups))
            groups.append((None, [option], len(groups)))
        return groups


class _Search(_WithWords, AutocompleteSelect):
    """Lists nothing but what is chosen."""

    without_script = True


class _SearchMany(_WithWords, AutocompleteSelectMultiple):
    without_script = True
    words_label = _("Or by their names, with “;” between them")


class _List(_WithWords):
    def has_more(self) -> bool:
        return self.records()[_LISTED : _LISTED + 1].exists()


class _First(ModelChoiceIterator):  # type: ignore[type-arg]
    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        yield from map(self.choice, self.queryset[:_LISTED])


class Searched(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the records, found by words in their field `by`. With `relation`, a field of a model
    that refers to such records, it is searched as Django's admin does; without, the first are
    listed."""

    def __init__(
        self, records: QuerySet[Any], *, by: str, relation: Any = None, **more: Any
    ) -> None:
        self.by = by
        attrs = more.pop("attrs", None)
        if relation is None:
            self.iterator = _First
        search = relation and _Search(relation, admin.site, attrs=attrs)
        super().__init__(records, widget=search or _List(attrs=attrs), **more)

    def to_python(self, value: Any) -> Any:
        _chosen, words = _parted([value])
        if not words:
            return super().to_python(value)
        found, exact = _named(words, self.widget.records(), self.by)
        if len(exact or found) == 1:
            return (exact or found)[0]
        self.widget.offered = tuple(found)
        if found:
            raise ValidationError(gettext("Several have these words: choose one of them."))
        raise ValidationError(gettext("None has these words: write others."))


class SearchedMany(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Some of the records, each chosen or found by words in their field `by`, for which `read` puts
    the words as that field has them. `relation` is a field of a model that refers to such records.
    """

    def __init__(
        self,
        records: QuerySet[Any],
        *,
        by: str,
        relation: Any,
        read: Callable[[str], str] = str,
        **more: Any,
    ) -> None:
        self.by, self.read = by, read
        super().__init__(records, widget=_SearchMany(relation, admin.site), **more)

    def clean(self, value: Any) -> QuerySet[Any]:
        chosen, words = _parted(value or [])
        names = [name for each in re.split("[;؛]", words) if (name := each.strip())]
        if len(names) > _LISTED:
            raise ValidationError(
                gettext("Give at most %(most)d names at once.") % {"most": _LISTED}
            )
        found = [self._found(name, chosen) for name in names]
        self._widget().offered = tuple(each for some in found if len(some) > 1 for each in some)
        if problems := [
            _problem(*one) for one in zip(names, found, strict=True) if len(one[1]) != 1
        ]:
            raise ValidationError(problems)
        return super().clean(list(dict.fromkeys([*chosen, *(str(one.pk) for (one,) in found)])))

    def _found(self, name: str, chosen: list[Any]) -> list[Any]:
        """Those that a name may mean: one that is chosen already, else one that has it alone."""
        found, exact = _named(self.read(name), self._widget().records(), self.by)
        picked = [each for each in found if str(each.pk) in map(str, chosen)]
        return next((some for some in (picked[:1], exact) if len(some) == 1), found)

    def _widget(self) -> Any:
        """Without what the admin puts around it."""
        return getattr(self.widget, "widget", self.widget)


def _problem(name: str, found: list[Any]) -> str:
    if found:
        return gettext("“%(words)s” names several: choose in the list.") % {"words": name}
    return gettext("“%(words)s” names none: write others.") % {"words": name}


def _named(words: str, records: QuerySet[Any], by: str) -> tuple[list[Any], list[Any]]:
    """Those in whose field `by` the words are, and of these the ones that have nothing else."""
    sought = words[:_MOST_WORDS]
    if not sought:
        return [], []
    exact = list(records.filter(**{by: sought}).distinct()[:_LISTED])
    return list(records.filter(**{f"{by}__icontains": sought}).distinct()[:_LISTED]), exact


def _parted(values: Iterable[Any]) -> tuple[list[Any], str]:
    """What was chosen, and the words beside it."""
    chosen, words = list[Any](), ""
    for each in values:
        if isinstance(each, str) and each.startswith(_SIGN):
            words = each.removeprefix(_SIGN)
        else:
            chosen.append(each)
    return chosen, words
