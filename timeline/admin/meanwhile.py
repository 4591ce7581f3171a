"""Two people on one event: who saves second sees what the first has made of it, and chooses."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Field
from django.utils.translation import gettext_lazy as _

from timeline.admin.fields.dates import as_written
from timeline.models import Event

# The hidden field of a form that holds when its event, as it is shown, was last changed.
SEEN = "seen"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that is not what the form says: its label, what is stored now, and what was given."""

    label: str
    stored: str
    given: str


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Who has changed the event and when, and where that differs from the form."""

    who: str
    when: datetime
    differences: list[Difference]


class SeenField(forms.CharField):
    """Cleans to the instant, None where there is none."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False, max_length=40, label="")

    def clean(self, value: Any) -> datetime | None:
        return instant(super().clean(value) or "")


def instant(text: str) -> datetime | None:
    """A moment as `isoformat` writes it; None where the text is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


class SeenForm(forms.BaseForm):
    """A form of one stored event. Where that is another by now the form is invalid once, says what
    is different, and can be sent again as it then is."""

    meanwhile: Meanwhile | None = None
    stored: Event

    def look_at(self, event: Event) -> None:
        """Remember the event as it is stored now; call it when the form is made."""
        self.stored = Event.objects.get(pk=event.pk)
        self.initial[SEEN] = self.stored.updated_at.isoformat()

    def compare(self) -> None:
        """Call it when all fields are clean. Nobody has to choose where what is given is stored, or
        where what the form does not show was changed alone."""
        seen = self.cleaned_data.get(SEEN)
        if seen is None or seen == self.stored.updated_at or not self._touched(seen):
            return
        if not (differences := self._differing()):
            return
        self.meanwhile = Meanwhile(last_by(self.stored), self.stored.updated_at, differences)
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data[self.add_prefix(SEEN)] = self.initial[SEEN]
        self.data = data
        self.add_error(None, _("Nothing was saved: this event was changed since you opened it."))

    def _touched(self, seen: datetime) -> bool:
        """Whether what the form shows was changed since, as far as the versions kept can tell: they
        do not hold names."""
        fields = [Event._meta.get_field(name) for name in self._of_event()]
        was = self.stored.history.filter(updated_at=seen).first()
        if was is None or any(field.many_to_many for field in fields):
            return True
        kept = [field.attname for field in fields if isinstance(field, Field)]
        return any(getattr(was, n) != getattr(self.stored, n) for n in (*kept, "part"))

    def _of_event(self) -> list[str]:
        known = {field.name for field in Event._meta.get_fields()}
        return [name for name in self.fields if name in known]

    def _differing(self) -> list[Difference]:
        pairs = ((n, in_words_of(self.stored, n), self._given(n)) for n in self._of_event())
        return [
            Difference(str(self.fields[name].label), stored, given)
            for name, stored, given in pairs
            if stored != given
        ]

    def _given(self, name: str) -> str:
        value = self.cleaned_data.get(name)
        if name == "date":
            return as_written(value, getattr(self, "part", "")) if value else ""
        return _in_words(value, self.fields[name])


def in_words_of(event: Any, name: str) -> str:
    """The value of an event's field as people read it: names, not ids."""
    if name == "date":
        return as_written(event.date, event.part)
    value = getattr(event, name)
    field = event._meta.get_field(name)
    if field.many_to_many:
        value = value.all()
    elif getattr(field, "choices", None):
        return str(getattr(event, f"get_{name}_display")())
    return _in_words(value)


def _in_words(value: Any, field: Any = None) -> str:
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        labels: Mapping[Any, Any] = dict(field.choices)  # type: ignore[arg-type]
        return str(labels.get(value, value))
    if hasattr(value, "all"):
        return ", ".join(sorted(str(each) for each in value.all()))
    return "" if value is None else str(value)


def last_by(event: Event) -> str:
    """Who made the last change to an event, as far as that is known."""
    last = event.history.select_related("history_user").first()
    return str(last.history_user or "") if last else ""
