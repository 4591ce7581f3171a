"""A run: one piece of bulk work, with its progress and what went wrong."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Run(models.Model):
    """`heartbeat_at` tells a run that works from one whose worker was killed."""

    class Kind(models.TextChoices):
        INGEST = "ingest", _("articles brought in")
        EXTRACT = "extract", _("articles read again")
        REFRESH = "refresh", _("timelines refreshed")

    class Status(models.TextChoices):
        QUEUED = "queued", _("queued")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.QUEUED)
    total = models.PositiveIntegerField(_("in all"), default=0)
    done = models.PositiveIntegerField(_("done"), default=0)
    failed = models.PositiveIntegerField(_("failed"), default=0)
    messages = models.JSONField(_("messages"), default=list, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("started by"),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    heartbeat_at = models.DateTimeField(_("last sign of life"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("run")
        verbose_name_plural = _("runs")
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(total__gte=models.F("done") + models.F("failed")),
                name="run_counts_within_total",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"
