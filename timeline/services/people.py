"""Who does something, and whether they may: whoever is signed in, or nobody where a command does
it."""

from django.contrib.auth import models
from django.core.exceptions import PermissionDenied
from django.db.models import Model

Account = models.User
User = Account | models.AnonymousUser | None

# To change what readers see: to accept, reject, merge and publish, and to correct what is decided.
PUBLISH = "timeline.publish_event"


def person(user: User) -> models.User | None:
    """The account to write into the records; a visitor without a name has none."""
    return user if isinstance(user, models.User) else None


def sign(record: Model, user: User) -> None:
    """Record in the history who changes the record: unless named, the user of the request."""
    if (account := person(user)) is not None:
        vars(record)["_history_user"] = account


def may(user: User, *permissions: str) -> bool:
    """Whether somebody has all of these permissions ("timeline.add_event"); a command may all."""
    return user is None or user.has_perms(permissions)


def demand(user: User, *permissions: str) -> None:
    """Raise PermissionDenied where somebody may not."""
    if not may(user, *permissions):
        raise PermissionDenied
