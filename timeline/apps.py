from django.apps import AppConfig


class TimelineConfig(AppConfig):
    name = "timeline"
    verbose_name = "Dateline"

    def ready(self) -> None:
        from timeline import checks  # noqa: F401
        from timeline.services import pictures  # noqa: F401  (it listens for media that go)
