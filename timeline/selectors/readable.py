"""Which timelines somebody may read, and under which address."""

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q

from timeline.models import Timeline
from timeline.models.timeline import PRIVATE


def by(user: User | AnonymousUser) -> Q:
    """Those that are public; to the desk all."""
    if user.has_perm("timeline.view_timeline"):
        return Q()
    return Q(visibility=Timeline.Visibility.PUBLIC)


def at(address: str, user: User | AnonymousUser) -> Q:
    """The one at this part of an address: its `slug`, or a private link, which lets everybody in
    who has it."""
    if is_private(address):
        return Q(visibility=Timeline.Visibility.LINK, link_token=address.removeprefix(PRIVATE))
    return by(user) & Q(slug=address)


def is_private(address: str) -> bool:
    return address.startswith(PRIVATE)
