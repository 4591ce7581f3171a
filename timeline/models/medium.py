"""What is shown beside an event or a timeline: a picture that is kept here, or an address."""

from typing import Any

from django.core.files.storage import default_storage
from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.article import URL_LENGTH


class Picture(models.Model):
    """A file that was uploaded, made safe by `timeline.fetching.picture`; media show it.

    Whoever knows its address sees it, so `name` is drawn by chance and tells nothing of the file.
    """

    name = models.CharField(_("name"), max_length=40, unique=True)
    width = models.PositiveIntegerField(_("width"))
    height = models.PositiveIntegerField(_("height"))
    created_at = models.DateTimeField(_("added"), auto_now_add=True, db_index=True)
    # When a medium showed it last; empty for one that is shown, or that nothing has come to show.
    left_at = models.DateTimeField(null=True, editable=False, db_index=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """Its path on this site, or where else the storage says that it is."""
        return default_storage.url(self.name)


class MediumManager(models.Manager[Any]):
    """Media are never shown without their pictures."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().select_related("picture")


class Medium(models.Model):
    """Either a `picture` or a `url`, with its credit and its text alternative."""

    url = models.URLField(_("address"), max_length=URL_LENGTH, blank=True)
    picture = models.ForeignKey(
        Picture,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)s",
        verbose_name=_("picture"),
    )
    credit = models.CharField(_("credit"), max_length=300)
    alternative_text = models.CharField(_("text alternative"), max_length=500)

    objects: Any = MediumManager()

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=models.Q(url="", picture__isnull=False)
                | (~models.Q(url="") & models.Q(picture=None)),
                name="%(class)s_is_a_picture_or_an_address",
            ),
        )

    def __str__(self) -> str:
        return self.alternative_text

    @property
    def address(self) -> str:
        return self.picture.address if self.picture else self.url
