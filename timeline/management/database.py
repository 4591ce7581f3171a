"""A database that cannot be used, told in one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db.utils import DatabaseError

from timeline.management.reading import printable


@contextmanager
def database_in_use() -> Iterator[None]:
    """Within it, whatever the database refuses ends the command with one sentence."""
    try:
        yield
    except DatabaseError as error:
        raise CommandError(
            f"The database cannot be used: {printable(str(error)).rstrip('.?')}. "
            "Check DATABASE_URL, and run `manage.py migrate`."
        ) from error
