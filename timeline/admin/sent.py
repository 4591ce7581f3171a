"""A form that is sent twice, by a double click or by going back, makes one record."""

import datetime
import hashlib
from typing import TypeVar, cast

from django.contrib import messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from timeline.admin.access.kept import SENDER
from timeline.services.locks import hold
from timeline.services.people import Account, person

M = TypeVar("M", bound=Model)

# Who enters the very same again on another day means it.
_WITHIN = datetime.timedelta(days=1)
# Say who sends it and where it leads, not what it says.
_BESIDE = ("csrfmiddlewaretoken", SENDER, "_save", "_continue", "_addanother")


def digest(request: HttpRequest) -> str:
    """Of all that a form says, and of where."""
    fields = [(n, v) for n, values in request.POST.lists() for v in values if n not in _BESIDE]
    brought = [(n, f.name, f.size) for n, files in request.FILES.lists() for f in files]
    return hashlib.sha256(
        repr((request.path, sorted(fields), sorted(brought))).encode()
    ).hexdigest()


def made_before(request: HttpRequest, model: type[M]) -> M | None:
    """The record that the same person has added by the same form (its digest is in the log).

    Call it in the transaction that adds: who sends at the same time waits.
    """
    form = digest(request)
    hold(f"form {form}")
    log = LogEntry.objects.filter(
        user=person(request.user),
        action_flag=ADDITION,
        content_type=ContentType.objects.get_for_model(model),
        action_time__gt=timezone.now() - _WITHIN,
        change_message__contains=form,
    )
    entry = log.first()
    return model._default_manager.filter(pk=entry.object_id).first() if entry else None


def remember_made(request: HttpRequest, record: Model) -> None:
    """Log what a form has added that is none of Django's admin, for `made_before`."""
    message = [{"added": {}, "form": digest(request)}]
    LogEntry.objects.log_actions(
        cast("Account", request.user).pk,
        [record],
        ADDITION,
        change_message=message,
        single_object=True,
    )


def tell_twice(request: HttpRequest) -> None:
    messages.info(request, gettext("This was sent twice and is stored once: here it is."))
