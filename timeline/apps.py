"""Dateline as an app of Django, and its desk in the place of Django's admin site."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class TimelineConfig(AppConfig):
    name = "timeline"
    verbose_name = "Dateline"

    def ready(self) -> None:
        from timeline import checks  # noqa: F401
        from timeline.services import pictures  # noqa: F401  (it listens for media that go)


class DeskConfig(AdminConfig):
    default_site = "timeline.desk.Desk"
