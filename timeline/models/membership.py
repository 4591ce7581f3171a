"""Which events are on a timeline, and how many of them fall on its days: copied from the events and
counted, so that a window is drawn without a join."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.category import Category
from timeline.models.event import Event
from timeline.models.timeline import Timeline

_VISIBLE = models.Q(visible=True)


class TimelineEvent(models.Model):
    """Membership, with what a window needs copied from the event by `services.memberships`: at a
    million events counting through a join takes four times as long as from one table.

    `visible` follows the event's status: an event that is withdrawn keeps its place for its return.
    What the timeline features has a `prominence` that no importance reaches.
    """

    # The constraint below has an index that begins with the timeline.
    timeline = models.ForeignKey(
        Timeline, on_delete=models.CASCADE, related_name="memberships", db_index=False
    )
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="memberships")
    by_hand = models.BooleanField(default=True)
    visible = models.BooleanField()
    first_day = models.IntegerField()
    last_day = models.IntegerField()
    sort_day = models.IntegerField()
    # Among the events of its day: below 0 where an editor has put them in an order of their own.
    tie = models.IntegerField(default=0, db_default=0)
    importance = models.PositiveSmallIntegerField()
    category = models.ForeignKey(Category, on_delete=models.PROTECT, null=True)
    reach = models.PositiveSmallIntegerField()
    prominence = models.IntegerField()

    class Meta:
        verbose_name = _("event of a timeline")
        verbose_name_plural = _("events of a timeline")
        constraints = (
            models.UniqueConstraint(fields=("timeline", "event"), name="event_once_per_timeline"),
        )
        # Of what readers see only: of an index that has `visible` as a column SQLite makes no use,
        # since Django asks for "visible" and not for "visible = 1". The most prominent events of
        # some days are picked from the index of prominence alone, without a look at any row.
        indexes = tuple(
            models.Index(
                fields=("timeline", *fields), condition=_VISIBLE, name=f"membership_{name}"
            )
            for name, fields in (
                ("order", ("sort_day", "tie", "event")),
                ("category", ("category", "sort_day")),
                (
                    "overlap",
                    (
                        "reach",
                        "first_day",
                        "last_day",
                        "category",
                        "prominence",
                        "event",
                        "sort_day",
                    ),
                ),
                ("end", ("last_day",)),
                (
                    "prominence",
                    (
                        "-prominence",
                        "event",
                        "sort_day",
                        "reach",
                        "first_day",
                        "last_day",
                        "category",
                    ),
                ),
            )
        )

    def __str__(self) -> str:
        return f"{self.timeline}: {self.event}"


class TimelineCount(models.Model):
    """How many visible events of a category sort into a bucket of 2**`level` days.

    Bucket number n begins with Julian day n * 2**level, so that n is `sort_day >> level`: both
    databases and Python shift negative days (before 4714 BC) downwards alike, where a division
    would round them towards zero.
    """

    timeline = models.ForeignKey(Timeline, on_delete=models.CASCADE, related_name="counts")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, null=True)
    level = models.PositiveSmallIntegerField()
    bucket = models.IntegerField()
    count = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("count of a timeline")
        verbose_name_plural = _("counts of a timeline")
        constraints = (
            # Two constraints, because SQLite holds NULLs apart and cannot be told otherwise.
            models.UniqueConstraint(
                fields=("timeline", "level", "bucket", "category"),
                condition=models.Q(category__isnull=False),
                name="count_once_per_bucket",
            ),
            models.UniqueConstraint(
                fields=("timeline", "level", "bucket"),
                condition=models.Q(category=None),
                name="count_once_per_bucket_without_category",
            ),
        )
        # The two above are partial, so they serve no query that leaves the category open.
        indexes = (models.Index(fields=("timeline", "level", "bucket"), name="count_window"),)

    def __str__(self) -> str:
        return f"{self.timeline}: {self.count}"
