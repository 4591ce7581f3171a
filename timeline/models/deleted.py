"""The bin: what was deleted, kept for a while with all that belonged to it."""

import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.medium import Picture

KEPT = datetime.timedelta(days=30)


class Deleted(models.Model):
    """One record in the bin. `content` is what `services.bin.snapshots` makes of the rows that went
    with it; `pictures` are those that they show, which stay as long."""

    class Kind(models.TextChoices):
        """Named like the models."""

        ARTICLE = "article", _("article")
        EVENT = "event", _("event")
        TIMELINE = "timeline", _("timeline")
        ENTITY = "entity", _("person, organisation or place")
        CATEGORY = "category", _("category")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    record = models.BigIntegerField()
    title = models.CharField(_("title"), max_length=500)
    deleted_at = models.DateTimeField(_("deleted"), auto_now_add=True, db_index=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, verbose_name=_("by whom")
    )
    reason = models.CharField(_("why"), max_length=100, blank=True)
    content = models.JSONField()
    pictures = models.ManyToManyField(Picture, related_name="deleted")

    class Meta:
        # Who may delete a kind of record may see it in the bin, and bring it back.
        default_permissions = ()
        verbose_name = _("deleted record")
        verbose_name_plural = _("bin")
        ordering = ("-deleted_at", "-id")
        indexes = (models.Index(fields=("kind", "record"), name="deleted_record"),)

    def __str__(self) -> str:
        return self.title

    @property
    def goes_on(self) -> datetime.datetime:
        """When it is taken out of the bin for good."""
        return self.deleted_at + KEPT


class GoneEvent(models.Model):
    """An event that readers could see and that was deleted: its address says so from then on."""

    event = models.BigIntegerField(primary_key=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.event)
