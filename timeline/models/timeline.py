"""A timeline, which is a published selection of events, and its cover."""

import secrets
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.dates.edtf import DateError
from timeline.dates.eras import LONGEST as LONGEST_ERAS
from timeline.dates.eras import read as read_eras
from timeline.models.article import LANGUAGE_TAG_LENGTH
from timeline.models.event import Event
from timeline.models.history import History
from timeline.models.medium import Medium
from timeline.models.version import Version

if TYPE_CHECKING:
    from timeline.models.membership import TimelineEvent

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
        PERSON = "person", _("by who takes part")
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

    def clean(self) -> None:
        try:
            read_eras(self.eras)
        except DateError as error:
            raise ValidationError({"eras": error.in_words(gettext)}) from error

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
