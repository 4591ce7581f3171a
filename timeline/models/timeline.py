"""A timeline: a published selection of events, with what is counted and copied to draw it fast."""

import secrets
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.dates.eras import LONGEST as LONGEST_ERAS
from timeline.models.article import LANGUAGE_TAG_LENGTH
from timeline.models.category import Category
from timeline.models.event import MAX_IMPORTANCE, Event
from timeline.models.history import History
from timeline.models.medium import Medium
from timeline.models.version import Version

# A window of 2**k days, k from 8 to 23 (the years -9999 to 9999 are fewer than 2**23 days), finds a
# level by which 32 to 256 buckets show it: any four neighbouring numbers k-8..k-5 hold an even one.
# Shorter windows are shown by their events, or by days.
COUNT_LEVELS = tuple(range(0, 17, 2))
# Of all that is counted the fewest rows: 180 years to a bucket.
COARSEST = max(COUNT_LEVELS)

# Days that dates of a reach cover at most: a day, a month, a year. What lasts longer is rare.
REACHES = (1, 31, 366)
# Knuth's multiplicative hash for 16 bits (The Art of Computer Programming 3, 6.4): of equally
# important events it takes some from everywhere rather than the first.
_SCATTER, _SCATTERED = 40503, 1 << 16


def reach(first_day: int, last_day: int) -> int:
    """Which of `REACHES` holds the days from the first to the last; their number where none does.

    What can overlap a window and is of a reach begins so many days before it or in it: that makes
    the search for a window's events one for a range of an index.
    """
    return sum(last_day - first_day >= most for most in REACHES)


# Added to the importance of what a timeline features: more than any event has of its own.
FEATURED = MAX_IMPORTANCE + 1


def prominence(importance: Any, event_id: Any) -> Any:
    """By importance, and among equals by chance: numbers, or expressions of a database."""
    return importance * _SCATTERED + event_id * _SCATTER % _SCATTERED


TITLE_LENGTH = 200
# Characters: some dozen names with what each did.
MAX_CREDITS = 2000
# Bytes of chance in a private link: what nobody guesses (32 letters in an address).
_TOKEN_BYTES, _TOKEN_LENGTH = 24, 32
# What its part of an address begins with; no slug does.
PRIVATE = "~"


class Timeline(models.Model):
    """`version` rises with every change a reader could see; figures carry it in their address, so
    that each may be cached for good."""

    class Visibility(models.TextChoices):
        DRAFT = "draft", _("draft")
        LINK = "link", _("by a private link")
        PUBLIC = "public", _("public")

    class Lanes(models.TextChoices):
        CATEGORY = "category", _("by category")
        PERSON = "person", _("by person")
        PLACE = "place", _("by place")
        SOURCE = "source", _("by source")
        ONE = "one", _("one lane")

    title = models.CharField(_("title"), max_length=TITLE_LENGTH)
    slug = models.SlugField(_("address"), max_length=120, unique=True, allow_unicode=True)
    introduction = models.TextField(_("introduction"), blank=True)
    credits = models.TextField(
        _("credits"),
        max_length=MAX_CREDITS,
        blank=True,
        help_text=_("Who made it, and whom it thanks: below the events, for readers."),
    )
    # Lines of `timeline.dates.eras`.
    eras = models.TextField(
        _("eras"),
        max_length=LONGEST_ERAS,
        blank=True,
        help_text=_(
            "Bands with a name behind the chart, one to a line, its date first: "
            "1914-1918: The Great War"
        ),
    )
    # The fields of `timeline.formats.records.Look` that say something.
    look = models.JSONField(default=dict, blank=True, editable=False)
    language = models.CharField(_("language"), max_length=LANGUAGE_TAG_LENGTH, default="en")
    visibility = models.CharField(
        _("visibility"), max_length=10, choices=Visibility, default=Visibility.DRAFT
    )
    # There while a private link is what shows it, and never twice; another one ends the link.
    link_token = models.CharField(  # noqa: DJ001  # empty texts would not be unique
        max_length=_TOKEN_LENGTH, null=True, unique=True, editable=False
    )
    lanes = models.CharField(_("lanes"), max_length=10, choices=Lanes, default=Lanes.CATEGORY)
    saved_filter = models.JSONField(
        _("saved filter"),
        null=True,
        blank=True,
        help_text=_("Published events that match it join the timeline by themselves."),
    )
    version = models.PositiveIntegerField(
        default=1, editable=False, validators=[MinValueValidator(1)]
    )
    created_at = models.DateTimeField(_("added"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)
    events: "models.ManyToManyField[Event, TimelineEvent]" = models.ManyToManyField(
        Event, through="TimelineEvent", related_name="timelines"
    )
    # Taken off by an editor: no saved filter brings them back.
    left_out: "models.ManyToManyField[Event, Any]" = models.ManyToManyField(
        Event, blank=True, editable=False, related_name="left_out_of"
    )

    # Whether it is shown under its private link.
    by_link = False

    history = History(bases=[Version], excluded_fields=["link_token"])

    class Meta:
        verbose_name = _("timeline")
        verbose_name_plural = _("timelines")
        ordering = ("-updated_at", "-id")
        constraints = (
            models.CheckConstraint(condition=~models.Q(title=""), name="timeline_has_title"),
            models.CheckConstraint(
                condition=models.Q(visibility="link", link_token__isnull=False)
                | (~models.Q(visibility="link") & models.Q(link_token=None)),
                name="timeline_link_where_it_is_shown_by_one",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def save(self, **kwargs: Any) -> None:
        by_link = self.visibility == self.Visibility.LINK
        drawn = self.link_token or secrets.token_urlsafe(_TOKEN_BYTES)
        self.link_token = drawn if by_link else None
        if (fields := kwargs.get("update_fields")) is not None and "visibility" in fields:
            kwargs["update_fields"] = {*fields, "link_token"}
        super().save(**kwargs)

    @property
    def private_address(self) -> str:
        """Its private link's part of an address; empty where there is none."""
        return f"{PRIVATE}{self.link_token}" if self.link_token else ""

    @property
    def address_part(self) -> str:
        """What stands for it in addresses: a private link leads to pages of the same link."""
        return self.private_address if self.by_link else self.slug


class Cover(Medium):
    """The picture that stands for a timeline, wherever that is named."""

    timeline = models.OneToOneField(Timeline, on_delete=models.CASCADE, related_name="cover")

    class Meta(Medium.Meta):
        # Who may edit a timeline chooses its cover.
        default_permissions = ()
        verbose_name = _("cover")
        verbose_name_plural = _("covers")


_VISIBLE = models.Q(visible=True)


class TimelineEvent(models.Model):
    """Membership, with what a window needs copied from the event by `services.timelines`: at a
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
