"""Pictures that were uploaded: kept as long as a medium shows them, and after that as long as the
bin keeps things, for a version that showed them may be brought back."""

import datetime
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.signals import post_delete
from django.utils import timezone

from timeline.fetching.picture import prepared
from timeline.formats import records
from timeline.models import Medium, Picture
from timeline.models.deleted import KEPT as KEPT_IN_BIN
from timeline.services.batches import batches
from timeline.text import in_its_own_order

# A form that is sent again, corrected, still has its picture: until the next day somebody may.
KEPT = datetime.timedelta(days=1)
# 128 bits: nobody finds by trying what a draft shows.
_NAME_BYTES = 16
_NAME = re.compile(r"[A-Za-z0-9_-]{22,32}\.(?:jpg|png|webp)")
# The files that were written since `gone_with_rollback` began.
_written: ContextVar[list[str] | None] = ContextVar("written", default=None)


@transaction.atomic
def keep(*, data: bytes, name: str) -> Picture:
    """Keep the picture in a file that its owner calls `name`, for a medium that will show it; those
    that nothing came to show go. Raises `timeline.fetching.picture.PictureError`."""
    ready = prepared(data, name)
    sweep()
    drawn = f"{secrets.token_urlsafe(_NAME_BYTES)}.{ready.ending}"
    stored = default_storage.save(drawn, ContentFile(ready.content))
    if (written := _written.get()) is not None:
        written.append(stored)
    return Picture.objects.create(name=stored, width=ready.width, height=ready.height)


@contextmanager
def gone_with_rollback() -> Iterator[None]:
    """Around a transaction: where it fails, the files go that were written in it."""
    written: list[str] = []
    token = _written.set(written)
    try:
        yield
    except BaseException:
        for name in written:
            default_storage.delete(name)
        raise
    finally:
        _written.reset(token)


def kept_at(addresses: Iterable[str]) -> dict[str, Picture]:
    """Those of the addresses, whole or not, that lead to a picture that is kept here."""
    names = {address: address.rpartition("/")[2] for address in addresses}
    found: dict[str, Picture] = {}
    for some in batches(names.values()):
        found |= {picture.name: picture for picture in Picture.objects.filter(name__in=some)}
    return {address: found[name] for address, name in names.items() if name in found}


def fields_of(medium: records.Medium, kept: Mapping[str, Picture]) -> dict[str, Any]:
    """The model fields of a medium from a file; `kept` are stored pictures by their address."""
    picture = kept.get(medium.url)
    return {
        "picture": picture,
        "url": "" if picture else medium.url,
        "credit": in_its_own_order(medium.credit),
        "alternative_text": in_its_own_order(medium.alternative_text),
    }


@transaction.atomic
def sweep() -> None:
    """Let go of those that nothing has come to show, and of those that nothing shows any more, for
    as long as the bin keeps things, and not even in the bin."""
    now = timezone.now()
    never = Q(left_at=None, created_at__lt=now - KEPT)
    _forget(_shown_nowhere().filter(never | Q(left_at__lt=now - KEPT_IN_BIN)))


def leave(*, picture_id: int | None) -> None:
    """A medium shows the picture no longer."""
    if picture_id is not None:
        Picture.objects.filter(pk=picture_id).update(left_at=timezone.now())


def drop_orphans() -> int:
    """Delete files of pictures that the database knows nothing of, since what stored them broke
    off; how many. Those of the last day may be on their way into it."""
    before = timezone.now() - KEPT
    names = [name for name in _files() if default_storage.get_modified_time(name) < before]
    dropped = 0
    for some in batches(names):
        known = set(Picture.objects.filter(name__in=some).values_list("name", flat=True))
        for name in set(some) - known:
            default_storage.delete(name)
            dropped += 1
    return dropped


def _files() -> list[str]:
    """Files that are called as pictures are; others are nothing of ours."""
    try:
        _folders, names = default_storage.listdir("")
    except FileNotFoundError:  # nothing was ever uploaded
        return []
    return [name for name in names if _NAME.fullmatch(name)]


def _shown_nowhere() -> QuerySet[Picture]:
    by_nothing = {f"{model.__name__.lower()}__isnull": True for model in Medium.__subclasses__()}
    return Picture.objects.filter(**by_nothing, deleted=None)


def _forget(going: QuerySet[Picture]) -> None:
    for picture in going:
        picture.delete()
        # A file that cannot be deleted is in nobody's way: what was decided stands.
        transaction.on_commit(partial(default_storage.delete, picture.name), robust=True)


def _is_gone(instance: Medium, **_kwargs: object) -> None:
    leave(picture_id=instance.picture_id)


# Media go with their events in many ways, all of which end here. Each model by itself: a listener
# to all would keep Django from deleting others at one stroke.
for _model in Medium.__subclasses__():
    post_delete.connect(_is_gone, sender=_model)
