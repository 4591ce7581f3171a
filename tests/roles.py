"""Who comes to the desk: visitors, an account without rights, and the groups of the migrations."""

from django.contrib.auth.models import Group, User
from django.test import Client

# Each may do all that those before it may.
ROLES = ("visitor", "account", "Contributor", "Editor", "Chief editor", "Administrator")


def member(role: str) -> User:
    """Somebody of a group; of none as an "account", which may open the desk and nothing in it."""
    user = User.objects.create_user(role.lower().replace(" ", "-"), is_staff=True)
    if role != "account":
        user.groups.add(Group.objects.get(name=role))
    return user


def client_of(role: str) -> Client:
    client = Client()
    if role != "visitor":
        client.force_login(member(role))
    return client


def allowed(role: str, least: str) -> bool:
    """Whether a role is the one named, or one that may more."""
    return ROLES.index(role) >= ROLES.index(least)
