"""A run: one piece of bulk work, item by item, with its progress and what went wrong."""

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from timeline.models.article import Article
from timeline.models.sentence import SentenceField
from timeline.models.timeline import Timeline

# A run gives a sign of life after each thing it does, an article or a timeline. The largest article
# takes a minute on a busy machine; a run that is silent for ten has lost its worker.
STALE_AFTER = datetime.timedelta(minutes=10)


class Run(models.Model):
    """`heartbeat_at` shows whether a run goes on or its worker was killed."""

    class Kind(models.TextChoices):
        INGEST = "ingest", _("articles brought in")
        EXTRACT = "extract", _("articles read again")
        REFRESH = "refresh", _("timelines refreshed")
        FOLLOW = "follow", _("feeds fetched")
        IMPORT = "import", _("events imported")

    class Status(models.TextChoices):
        QUEUED = "queued", _("queued")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.QUEUED)
    total = models.PositiveIntegerField(_("in all"), default=0)
    done = models.PositiveIntegerField(_("done"), default=0)
    failed = models.PositiveIntegerField(_("failed"), default=0)
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

    @property
    def left(self) -> int:
        return self.total - self.done - self.failed

    @property
    def worked(self) -> int:
        return self.done + self.failed

    @property
    def may_be_steered(self) -> bool:
        """Whether there is something to cancel, or to do again."""
        return self.done < self.total

    @property
    def is_silent(self) -> bool:
        """Whether its worker is gone."""
        running = self.status == self.Status.RUNNING
        beat = self.heartbeat_at
        return running and beat is not None and beat < timezone.now() - STALE_AFTER

    @property
    def is_over(self) -> bool:
        return self.status not in (self.Status.QUEUED, self.Status.RUNNING)


class RunItem(models.Model):
    """One thing that a run has to do: `target` is the id of an article, a feed, and so on. What
    came of it is an article, or so many events on a timeline."""

    class Status(models.TextChoices):
        QUEUED = "queued", _("queued")
        BEGUN = "begun", _("begun")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="items")
    target = models.BigIntegerField()
    name = models.CharField(_("name"), max_length=300, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.QUEUED)
    message = SentenceField(_("message"), blank=True)
    article = models.ForeignKey(
        Article, on_delete=models.SET_NULL, null=True, verbose_name=_("article")
    )
    timeline = models.ForeignKey(
        Timeline, on_delete=models.SET_NULL, null=True, verbose_name=_("timeline")
    )
    events = models.PositiveIntegerField(_("events"), null=True)

    class Meta:
        verbose_name = _("part of a run")
        verbose_name_plural = _("parts of runs")
        ordering = ("id",)
        default_permissions = ()
        indexes = (models.Index(fields=("run", "status", "id"), name="run_item_next"),)

    def __str__(self) -> str:
        return self.name or str(self.target)
