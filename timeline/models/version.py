"""What the history of a record keeps beside the record's own fields."""

from django.db import models


class Version(models.Model):
    """`told` is what belongs to a record (`selectors.beside`), as `services.versions` writes it. It
    is empty where none of that changed between this version and the next that has it, or now."""

    told = models.JSONField(null=True, editable=False)

    class Meta:
        abstract = True
