"""What one timeline has of its own for an event: a title, a summary, media, and whether it is
featured."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.event import Event
from timeline.models.history import History
from timeline.models.medium import Medium
from timeline.models.timeline import Timeline
from timeline.models.version import Version


class _History(History):
    def get_meta_options(self, model: type[models.Model]) -> dict[str, Any]:
        options: dict[str, Any] = super().get_meta_options(model)
        return options | {"default_permissions": ()}  # as the model itself


class Telling(models.Model):
    """What is empty is as the event itself says it. It belongs to an event and a timeline, not to
    the event's place there: an event that leaves a saved filter and returns is told as before."""

    timeline = models.ForeignKey(
        Timeline, on_delete=models.CASCADE, related_name="tellings", db_index=False
    )
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="tellings")
    title = models.CharField(
        _("title"), max_length=Event._meta.get_field("title").max_length, blank=True
    )
    summary = models.TextField(_("summary"), blank=True)
    featured = models.BooleanField(
        _("featured"),
        default=False,
        help_text=_("It is marked for readers, and keeps its label where there is little room."),
    )

    history = _History(bases=[Version])

    class Meta:
        # Who may put events on a timeline says how it tells them.
        default_permissions = ()
        verbose_name = _("words on a timeline")
        verbose_name_plural = _("words on timelines")
        constraints = (
            # Its index begins with the timeline.
            models.UniqueConstraint(
                fields=("timeline", "event"), name="told_one_way_on_a_timeline"
            ),
        )

    def __str__(self) -> str:
        return self.title or str(self.event)


class TellingMedia(Medium):
    """A medium that shows an event on one timeline; where there are some, the event's own are not
    shown there."""

    telling = models.ForeignKey(Telling, on_delete=models.CASCADE, related_name="media")
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta(Medium.Meta):
        default_permissions = ()
        verbose_name = _("medium on a timeline")
        verbose_name_plural = _("media on a timeline")
        ordering = ("position", "id")


class TellingIndex(models.Model):
    """The words by which an event is found on one timeline: its own there beside all its others.
    Derived like `EventIndex`, with the same kind of full-text index beside it."""

    telling = models.OneToOneField(
        Telling, on_delete=models.CASCADE, primary_key=True, related_name="index"
    )
    tokens = models.TextField()

    class Meta:
        default_permissions = ()
        verbose_name = _("index of words on a timeline")
        verbose_name_plural = _("index of words on timelines")

    def __str__(self) -> str:
        return str(self.telling)
