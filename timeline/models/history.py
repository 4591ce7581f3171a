"""The versions of records, as django-simple-history keeps them."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

# The last versions of what is being deleted together; None while each is written by itself.
_LAST: ContextVar[list[models.Model] | None] = ContextVar("last versions", default=None)


class History(HistoricalRecords):  # type: ignore[misc]  # it has no types
    """The versions of the records of one model."""

    def create_historical_record(
        self, instance: Any, history_type: str, using: str | None = None
    ) -> None:
        together = _LAST.get()
        if together is None or history_type != "-":
            super().create_historical_record(instance, history_type, using=using)
        else:
            together.append(self._last(instance))

    def _last(self, instance: Any) -> models.Model:
        # Its manager, asked for as usual, would be a class made anew.
        model = vars(type(instance))[self.manager_name].model
        version: models.Model = model(
            history_type="-",
            history_date=getattr(instance, "_history_date", timezone.now()),
            history_user=self.get_history_user(instance),
            history_change_reason=self.get_change_reason_for_object(instance, "-", None),
            **{
                field.attname: getattr(instance, field.attname)
                for field in self.fields_included(instance)
            },
        )
        return version


@contextmanager
def deleted_together() -> Iterator[None]:
    """The last versions of what is deleted meanwhile are written at its end, by one statement for
    each model instead of one for each record."""
    last: list[models.Model] = []
    token = _LAST.set(last)
    try:
        yield
    finally:
        _LAST.reset(token)
    of_each = defaultdict[type[models.Model], list[models.Model]](list)
    for version in last:
        of_each[type(version)].append(version)
    for model, versions in of_each.items():
        model._default_manager.bulk_create(versions)
