"""An article: a text, when it was published, and the addresses it was found at."""

from django.core.validators import MinLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.history import History

# RFC 5646 (4.4.1) asks for room for at least 35 characters of a language tag.
LANGUAGE_TAG_LENGTH = 35
# Addresses longer than this are refused by common browsers and proxies.
URL_LENGTH = 2000


class Article(models.Model):
    """A text is stored once (`text_sha256`) and never changes once events were extracted from it:
    all evidence is given by offsets, in code points, of exactly this text."""

    class Origin(models.TextChoices):
        PASTED = "pasted", _("pasted")
        FILE = "file", _("from a file")
        FETCHED = "fetched", _("fetched from its address")
        QUOTED = "quoted", _("known by quotes alone")

    class Status(models.TextChoices):
        STORED = "stored", _("stored")
        EXTRACTED = "extracted", _("waiting for review")
        REVIEWED = "reviewed", _("reviewed")

    title = models.CharField(_("title"), max_length=500)
    text = models.TextField(_("text"), validators=[MinLengthValidator(1)])
    text_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    publisher = models.CharField(_("publisher"), max_length=300, blank=True)
    author = models.CharField(_("author"), max_length=300, blank=True)
    language = models.CharField(_("language"), max_length=LANGUAGE_TAG_LENGTH, blank=True)
    published_on = models.DateField(
        _("published on"),
        help_text=_(
            "The date as printed (the document creation time): “today” in the text is this day."
        ),
    )
    published = models.CharField(
        _("published at"),
        max_length=40,
        blank=True,
        help_text=_("The instant as written, ISO 8601 with its offset, where it is known."),
    )
    origin = models.CharField(_("came in"), max_length=10, choices=Origin)
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.STORED, db_index=True
    )
    # How many of its events wait for review, and how sure they are on average: what the queue goes
    # by, kept up by `services.review.mark_articles`.
    waiting = models.PositiveIntegerField(_("waiting"), default=0, editable=False)
    certainty = models.FloatField(_("certainty"), null=True, editable=False)
    # Passages that tell something without a date, and whether an editor has set them aside:
    # [quote start, quote end, expression start, expression end, set aside], in code points.
    undated = models.JSONField(default=list, editable=False)
    # The version of it that stood at the same address before.
    earlier = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, editable=False, related_name="later"
    )
    created_at = models.DateTimeField(_("added"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    history = History(
        excluded_fields=["text", "text_sha256", "waiting", "certainty", "undated", "earlier"]
    )

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ("-published_on", "-id")
        constraints = (
            models.CheckConstraint(condition=~models.Q(text=""), name="article_has_text"),
            models.CheckConstraint(condition=~models.Q(title=""), name="article_has_title"),
        )
        indexes = (models.Index(fields=("status", "created_at", "id"), name="article_queue"),)

    def __str__(self) -> str:
        return self.title

    @property
    def url(self) -> str:
        """The first address that the article is known by, or an empty string."""
        addresses = self.addresses.all()
        return addresses[0].url if addresses else ""


class ArticleAddress(models.Model):
    """One of the addresses an article was found at."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="addresses")
    url = models.URLField(_("address"), max_length=URL_LENGTH)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("article", "url"), name="address_once_per_article"),
        )
        indexes = (models.Index(fields=("url",), name="address_url"),)

    def __str__(self) -> str:
        return self.url
