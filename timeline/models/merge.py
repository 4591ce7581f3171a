"""What merging an event into another one changed, so that it can be undone."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.entity import Entity
from timeline.models.event import Event, EventMedia
from timeline.models.evidence import Evidence
from timeline.models.telling import Telling
from timeline.models.timeline import Timeline


class Merge(models.Model):
    """`event` has gone into `event.heir`, which got from it what is named here. What the heir had
    of these already is not: it keeps that when the merge is undone."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="merge")
    status = models.CharField(_("status before"), max_length=10, choices=Event.Status)
    evidence = models.ManyToManyField(Evidence, related_name="+")
    participants = models.ManyToManyField(Entity, related_name="+")
    places = models.ManyToManyField(Entity, related_name="+")
    timelines = models.ManyToManyField(Timeline, related_name="+")
    media = models.ManyToManyField(EventMedia, related_name="+")
    tellings = models.ManyToManyField(Telling, related_name="+")
    # Whether the heir had no summary and took this one's; and what of the heir timelines tell in
    # this one's words, having had none.
    summary = models.BooleanField(default=False)
    worded = models.ManyToManyField(Telling, related_name="+")
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, verbose_name=_("merged by")
    )
    merged_at = models.DateTimeField(_("merged"), auto_now_add=True)

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")

    def __str__(self) -> str:
        return str(self.event)
