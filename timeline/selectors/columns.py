"""Columns of queries."""

from django.db.models import CharField, Value
from django.db.models.functions import Cast


def text(value: str) -> Cast:
    """A text of ours as a column: PostgreSQL has to be told its type."""
    return Cast(Value(value), CharField())
