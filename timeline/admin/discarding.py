"""Deleting on the desk: into the bin, with why, and with the way back."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from timeline import tasks
from timeline.admin.reasons import asked_reason
from timeline.services.bin.removal import discard


def discard_with_message(request: HttpRequest, model: type[Any], records: Iterable[Any]) -> None:
    discard(model=model, records=records, user=request.user, reason=asked_reason(request))
    tasks.keep_emptying()
    message, see = gettext("What was deleted is in the bin for 30 days."), gettext("Open the bin")
    address = reverse("admin:timeline_deleted_changelist")
    messages.info(request, format_html('{} <a href="{}">{}</a>', message, address, see))
