"""Columns of queries."""

from django.db.models import CharField, Value
from django.db.models.functions import Cast


def text(value: str) -> Cast:
    """A constant text as a column: PostgreSQL has to be given its type."""
    return Cast(Value(value), CharField())
