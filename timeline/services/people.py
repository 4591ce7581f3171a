"""Who does something: whoever is signed in, or nobody where a command does it."""

from django.contrib.auth import models
from django.db.models import Model

User = models.User | models.AnonymousUser | None


def person(user: User) -> models.User | None:
    """The account to write into the records; a visitor without a name has none."""
    return user if isinstance(user, models.User) else None


def sign(record: Model, user: User) -> None:
    """Let the history say who changes the record: unless named, the user of the request."""
    if (account := person(user)) is not None:
        vars(record)["_history_user"] = account
