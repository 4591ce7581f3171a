"""What somebody has brought and looks at before it is stored; it goes again by itself."""

from typing import Any

from django.conf import settings
from django.db import models

from timeline.models.article import Article
from timeline.models.run import Run


class Intake(models.Model):
    """The files of one upload. Nobody but who brought them sees them."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    created_at = models.DateTimeField(auto_now_add=True)
    # Set once what was chosen is being stored: sent again, nothing is stored twice.
    run = models.ForeignKey(Run, on_delete=models.SET_NULL, null=True)

    class Meta:
        ordering = ("-id",)
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.user} {self.created_at:%Y-%m-%d %H:%M}"


class IntakeItem(models.Model):
    """One article of an upload, or the sentence that says why there is none.

    `document` holds the fields of `fetching.document.Document`, days as ISO 8601. The figures are
    those of its extraction; `events` is None until it was read. `first` and `last` are EDTF.
    """

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="items")
    name = models.CharField(max_length=300)
    error = models.TextField(blank=True)
    document: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64, blank=True)
    events = models.PositiveIntegerField(null=True)
    first = models.CharField(max_length=90, blank=True)
    last = models.CharField(max_length=90, blank=True)
    # Category keys and how many events are of each.
    kinds: "models.JSONField[dict[str, int], dict[str, int]]" = models.JSONField(default=dict)
    # The article that holds the text already.
    known = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True)

    class Meta:
        ordering = ("id",)
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
