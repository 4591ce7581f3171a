"""Texts of the desk hold no invisible signs that turn the order of letters around."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from timeline import text as texts


def in_its_own_order(text: str) -> None:
    """Raises ValidationError for a text that is shown in another order than it is stored in."""
    if texts.in_its_own_order(text) != text:
        raise ValidationError(
            _("This holds invisible signs that turn letters around: write it without them.")
        )


class PlainLines:
    """Of a model's admin: its texts are shown in the order in which they are stored."""

    def formfield_for_dbfield(
        self, db_field: models.Field[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field and isinstance(db_field, (models.CharField, models.TextField)):
            field.validators.append(in_its_own_order)
        return field
