"""Ids of rows, as they come in addresses and forms."""

from django.db.models import BigIntegerField


def is_id(text: str) -> bool:
    """Whether a text from outside is a number that a database can be asked for."""
    digits = text.isascii() and text.isdecimal() and len(text) <= len(str(2**63))
    return digits and int(text) <= BigIntegerField.MAX_BIGINT
