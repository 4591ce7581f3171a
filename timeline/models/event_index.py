"""What an event is found by."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.event import Event


class EventIndex(models.Model):
    """Derived from the event and everything that tells of it, by `services.search_index`.

    `tokens` are folded words joined by spaces (`timeline.search.document`); the migration that made
    the table put the database's own full-text index beside it, which follows by itself.
    """

    event = models.OneToOneField(
        Event, on_delete=models.CASCADE, primary_key=True, related_name="index"
    )
    tokens = models.TextField()
    # A `timeline.dates.scales.Precision`, which only the event's date in EDTF tells otherwise.
    precision = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("index of an event")
        verbose_name_plural = _("index of events")

    def __str__(self) -> str:
        return str(self.event)
