"""The groups of the migrations, named in the reader's language wherever the desk names them."""

from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

# A group is found by its name, which therefore stays English in the database.
_NAMES = {
    "Contributor": _("Contributor"),
    "Editor": _("Editor"),
    "Chief editor": _("Chief editor"),
    "Administrator": _("Administrator"),
}


def called(group: Group) -> str:
    return str(_NAMES.get(group.name, group.name))


# Lists, choices, filters and what assistive technology is told all ask the record itself.
Group.add_to_class("__str__", called)
