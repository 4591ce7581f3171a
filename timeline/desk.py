"""The desk as one place: what it is called, and in which order it offers what it holds.

Not in `admin`: Django asks for its site before there are models, which that package needs.
"""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

# As the work goes, not as the letters of each language have it; what is not named comes last.
ORDER = ("Article", "Event", "Timeline", "Entity", "Category", "Feed", "Run", "Deleted")


class Desk(AdminSite):
    site_header = _("Dateline desk")
    site_title = _("Dateline desk")
    index_title = _("Articles, events and timelines")

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Articles, events and timelines before accounts and groups."""
        apps: list[Any] = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=_place)
        return sorted(apps, key=lambda app: bool(app["app_label"] != "timeline"))


def _place(model: dict[str, Any]) -> int:
    name = model["object_name"]
    return ORDER.index(name) if name in ORDER else len(ORDER)
