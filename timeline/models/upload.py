"""A file of events between the look at it and its import."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.run import Run
from timeline.models.timeline import TITLE_LENGTH, Timeline


class Upload(models.Model):
    """Only who brought it reaches it; `timeline` is where its `events` shall go, None for a new
    one, called `title`. `run` imports it; then its content is let go."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    name = models.CharField(_("name"), max_length=200)
    content = models.BinaryField()
    timeline = models.ForeignKey(Timeline, on_delete=models.CASCADE, null=True)
    title = models.CharField(_("title"), max_length=TITLE_LENGTH, blank=True)
    language = models.CharField(_("language"), max_length=35, blank=True)
    events = models.PositiveIntegerField(_("events"), default=0)
    publish = models.BooleanField(default=False)
    imported = models.BooleanField(default=False)
    run = models.ForeignKey(Run, on_delete=models.SET_NULL, null=True)
    created_at = models.DateTimeField(_("added"), auto_now_add=True, db_index=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("file of events")
        verbose_name_plural = _("files of events")

    def __str__(self) -> str:
        return self.name
