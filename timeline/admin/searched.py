"""Records that a form lets one choose among more than anybody wants to see listed.

With JavaScript that is Django's own search. Without, words are sent with the form, and the records
they are found in are there to choose from when it comes back.
"""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext

from timeline.models.ids import is_id

# Records that are listed: what a person looks through.
_LISTED = 50
# Characters of words that are looked for; longer ones name nothing.
_MOST_WORDS = 200
# What stands before words in the value of a widget; no id has it.
_SIGN = "?"


class _WithWords(forms.Select):
    """A choice, and beside it a field for words."""

    template_name = "admin/timeline/search_select.html"
    # Those that the words were found in.
    offered: tuple[Model, ...] = ()
    without_script = False

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        words = data.get(f"{name}-words", "").replace("\0", "").strip()
        return _SIGN + words if words else super().value_from_datadict(data, files, name)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        words = value.removeprefix(_SIGN) if _is_words(value) else ""
        context["widget"] |= {"words": words, "without_script": self.without_script}
        context["widget"]["has_more"] = self.has_more()
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
        return self._found(value[1:]) if _is_words(value) else super().to_python(value)

    def _found(self, words: str) -> Model:
        sought, records = words[:_MOST_WORDS], self.widget.records()
        found = list(records.filter(**{f"{self.by}__icontains": sought})[:_LISTED])
        exact = [record for record in found if getattr(record, self.by) == sought]
        if len(exact or found) == 1:
            record: Model = (exact or found)[0]
            return record
        self.widget.offered = tuple(found)
        if found:
            raise ValidationError(gettext("Several have these words: choose one of them."))
        raise ValidationError(gettext("None has these words: write others."))


def _is_words(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(_SIGN)
