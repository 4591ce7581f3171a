"""An event: what happened, when, and how exactly that is known."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.dates import edtf
from timeline.models.category import Category
from timeline.models.entity import Entity
from timeline.models.history import History
from timeline.models.medium import Medium
from timeline.models.version import Version

# Fits a database's short integer and any order of importance an editor can tell apart.
MAX_IMPORTANCE = 100
# Characters: a few sentences.
MAX_CORRECTION = 1000
DERIVED_FIELDS = ("first_day", "last_day", "sort_day")


class Event(models.Model):
    """`date` is the one truth (EDTF text, precision included); `first_day`, `last_day` and
    `sort_day` (Julian Day Numbers; see `timeline.dates.julian` for the two open ends) follow from
    it and let both databases sort, overlap and count alike, before year 1 too."""

    class Status(models.TextChoices):
        SUGGESTED = "suggested", _("suggested")
        PUBLISHED = "published", _("published")
        REJECTED = "rejected", _("rejected")
        MERGED = "merged", _("merged into another event")

    class Part(models.TextChoices):
        """TIMEX3's `mod`: which part of the date is meant."""

        WHOLE = "", _("all of it")
        START = "START", _("early")
        MID = "MID", _("middle")
        END = "END", _("late")

    title = models.CharField(_("title"), max_length=300)
    summary = models.TextField(_("summary"), blank=True)
    correction = models.TextField(
        _("public correction note"),
        max_length=MAX_CORRECTION,
        blank=True,
        help_text=_("What readers are told of a correction: what was wrong before."),
    )
    date = models.CharField(_("date"), max_length=64)
    part = models.CharField(_("part"), max_length=5, choices=Part, default=Part.WHOLE, blank=True)
    first_day = models.IntegerField(editable=False)
    last_day = models.IntegerField(editable=False)
    sort_day = models.IntegerField(editable=False)
    category = models.ForeignKey(
        Category, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("category")
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.SUGGESTED, db_index=True
    )
    importance = models.PositiveSmallIntegerField(
        _("importance"), default=0, validators=[MaxValueValidator(MAX_IMPORTANCE)]
    )
    confidence = models.FloatField(
        _("confidence"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    reasons = models.JSONField(_("reasons for the confidence"), default=list, blank=True)
    # The fields of `timeline.formats.records.Look` that say something.
    look = models.JSONField(default=dict, blank=True, editable=False)
    participants = models.ManyToManyField(
        Entity, blank=True, related_name="events_taken_part_in", verbose_name=_("participants")
    )
    places = models.ManyToManyField(
        Entity, blank=True, related_name="events_held", verbose_name=_("places")
    )
    heir = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("entered by"),
    )
    created_at = models.DateTimeField(_("added"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    # What the timeline that it is read on says otherwise (`selectors.tellings`).
    telling: Any = None

    history = History(bases=[Version])

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ("sort_day", "date", "id")
        permissions = (("publish_event", "Can accept, reject, merge and publish events"),)
        constraints = (
            models.CheckConstraint(condition=~models.Q(title=""), name="event_has_title"),
            models.CheckConstraint(
                condition=models.Q(first_day__lte=models.F("last_day")),
                name="event_first_day_not_after_last",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    sort_day__gte=models.F("first_day"), sort_day__lte=models.F("last_day")
                ),
                name="event_sort_day_within",
            ),
            models.CheckConstraint(
                condition=models.Q(confidence=None) | models.Q(confidence__range=(0, 1)),
                name="event_confidence_zero_to_one",
            ),
            models.CheckConstraint(
                condition=models.Q(importance__lte=MAX_IMPORTANCE), name="event_importance_bounded"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=("suggested", "published", "rejected"), heir=None)
                | models.Q(status="merged", heir__isnull=False),
                name="event_status_known",
            ),
            models.CheckConstraint(
                condition=models.Q(part__in=("", "START", "MID", "END")), name="event_part_known"
            ),
        )
        indexes = (
            models.Index(fields=("sort_day", "date", "id"), name="event_order"),
            models.Index(fields=("first_day", "last_day"), name="event_interval"),
        )

    def __str__(self) -> str:
        return self.title

    def save(self, **kwargs: Any) -> None:
        self.derive_days()
        if (fields := kwargs.get("update_fields")) is not None and "date" in fields:
            kwargs["update_fields"] = {*fields, *DERIVED_FIELDS}
        super().save(**kwargs)

    def clean(self) -> None:
        if not self.date:
            return  # The field has said what is wrong with it.
        try:
            self.derive_days()
        except edtf.DateError as error:
            raise ValidationError({"date": str(error)}) from error

    def derive_days(self) -> None:
        """Set the days that follow from `date`; call it before `bulk_create`, which skips `save`.

        Raises `timeline.dates.edtf.DateError` for a text that is no date.
        """
        date = self.parsed_date
        self.first_day, self.last_day = date.first_day, date.last_day
        self.sort_day = date.sort_day

    @property
    def is_featured(self) -> bool:
        """By the timeline that it is read on."""
        return bool(self.telling and self.telling.featured)

    @property
    def parsed_date(self) -> edtf.Date:
        return edtf.parse(self.date)


class EventMedia(Medium):
    """A picture or another medium that shows an event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="media")
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta(Medium.Meta):
        verbose_name = _("medium")
        verbose_name_plural = _("media")
        ordering = ("position", "id")
