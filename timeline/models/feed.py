"""Feeds that are followed, and which of their entries were seen."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.article import URL_LENGTH, Article
from timeline.models.sentence import SentenceField
from timeline.models.timeline import Timeline


class Feed(models.Model):
    """An address of RSS or Atom. `etag` and `modified` are what its server calls its last version;
    `error` is what is wrong with it now, if anything."""

    url = models.URLField(_("address"), max_length=URL_LENGTH, unique=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    active = models.BooleanField(
        _("followed"), default=True, help_text=_("Its new articles come in by themselves.")
    )
    timeline = models.ForeignKey(
        Timeline,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("timeline"),
        help_text=_("Where the events of its articles wait for review."),
    )
    fetched_at = models.DateTimeField(_("last fetched"), null=True, editable=False)
    etag = models.CharField(max_length=300, blank=True, editable=False)
    modified = models.CharField(max_length=100, blank=True, editable=False)
    error = SentenceField(_("what is wrong"), blank=True, editable=False)

    class Meta:
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")
        ordering = ("title", "id")

    def __str__(self) -> str:
        return self.title or self.url


class FeedEntry(models.Model):
    """An entry that was seen, by the digest of what its feed calls it: the article it led to, or
    why there is none yet and how often that was tried."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="entries")
    sha256 = models.CharField(max_length=64)
    url = models.URLField(_("address"), max_length=URL_LENGTH)
    title = models.CharField(_("title"), max_length=500, blank=True)
    changed = models.CharField(max_length=100, blank=True)
    seen_at = models.DateTimeField(_("seen"), auto_now=True)
    tries = models.PositiveSmallIntegerField(default=0)
    error = SentenceField(_("what is wrong"), blank=True)
    article = models.ForeignKey(
        Article, on_delete=models.SET_NULL, null=True, verbose_name=_("article")
    )

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ("-id",)
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(fields=("feed", "sha256"), name="entry_once_per_feed"),
        )

    def __str__(self) -> str:
        return self.title or self.url
