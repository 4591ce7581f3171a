"""Sentences that are written by a worker and read by people of any language."""

import json
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext

from timeline.dates.messages import Sentence, verbatim

if TYPE_CHECKING:
    _Text = models.TextField["Sentence | str | None", "Sentence | None"]
else:
    _Text = models.TextField


class StoredSentence(Sentence):
    """As the database gives it: as text it is in the language that is active."""

    def __str__(self) -> str:
        return self.in_words(gettext)


class SentenceField(_Text):
    """A `Sentence`, or None where there is nothing to say. Kept as JSON, its msgid and its values;
    what was written as plain words stays these."""

    def from_db_value(self, value: str, *_: object) -> Sentence | None:
        return _read(value)

    def to_python(self, value: Any) -> Any:
        return _read(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        return _written(value) if isinstance(value, Sentence) else value or ""

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.get_prep_value(self.value_from_object(obj)))


def _written(sentence: Sentence) -> str:
    return json.dumps(_fields(sentence), ensure_ascii=False)


def _fields(sentence: Sentence) -> dict[str, Any]:
    values = {name: _value(value) for name, value in sentence.values.items()}
    return {"message": sentence.message, "values": values}


def _value(value: object) -> Any:
    if isinstance(value, Sentence):
        return _fields(value)
    return value if isinstance(value, int | float) else str(value)


def _read(text: str) -> Sentence | None:
    try:
        return _sentence(json.loads(text))
    except (ValueError, TypeError, KeyError):
        plain = verbatim(text)
        return StoredSentence(plain.message, **plain.values) if text else None


def _sentence(fields: Any) -> Sentence:
    values = {
        name: _sentence(value) if isinstance(value, dict) else value
        for name, value in fields["values"].items()
    }
    return StoredSentence(fields["message"], **values)
