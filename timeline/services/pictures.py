"""Pictures that were uploaded: kept as long as a medium shows them."""

import datetime
import secrets
from collections.abc import Iterable
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_delete
from django.utils import timezone

from timeline.fetching.picture import prepared
from timeline.models import Medium, Picture
from timeline.services.batches import batches

# A form that is sent again, corrected, still has its picture: until the next day somebody may.
KEPT = datetime.timedelta(days=1)
# 128 bits: nobody finds by trying what a draft shows.
_NAME_BYTES = 16


@transaction.atomic
def keep(*, data: bytes, name: str) -> Picture:
    """Keep the picture in a file that its owner calls `name`, for a medium that will show it; those
    that nothing came to show go. Raises `timeline.fetching.picture.PictureError`."""
    ready = prepared(data, name)
    sweep()
    drawn = f"{secrets.token_urlsafe(_NAME_BYTES)}.{ready.ending}"
    stored = default_storage.save(drawn, ContentFile(ready.content))
    return Picture.objects.create(name=stored, width=ready.width, height=ready.height)


def kept_at(addresses: Iterable[str]) -> dict[str, Picture]:
    """Those of the addresses, whole or not, that lead to a picture that is kept here."""
    names = {address: address.rpartition("/")[2] for address in addresses}
    found: dict[str, Picture] = {}
    for some in batches(names.values()):
        found |= {picture.name: picture for picture in Picture.objects.filter(name__in=some)}
    return {address: found[name] for address, name in names.items() if name in found}


@transaction.atomic
def sweep() -> None:
    """Let go of those that nothing has come to show, or shows any more, not even in the bin."""
    _forget(_shown_nowhere().filter(created_at__lt=timezone.now() - KEPT))


@transaction.atomic
def forget(*, picture_id: int | None) -> None:
    """Let go of a picture, and of its file, unless a medium shows it."""
    if picture_id is not None:
        _forget(_shown_nowhere().filter(pk=picture_id))


def _shown_nowhere() -> QuerySet[Picture]:
    by_nothing = {f"{model.__name__.lower()}__isnull": True for model in Medium.__subclasses__()}
    return Picture.objects.filter(**by_nothing, deleted=None)


def _forget(going: QuerySet[Picture]) -> None:
    for picture in going:
        picture.delete()
        # A file that cannot be deleted is in nobody's way: what was decided stands.
        transaction.on_commit(partial(default_storage.delete, picture.name), robust=True)


def _is_gone(instance: Medium, **_kwargs: object) -> None:
    forget(picture_id=instance.picture_id)


# Media go with their events in many ways, all of which end here. Each model by itself: a listener
# to all would keep Django from deleting others at one stroke.
for _model in Medium.__subclasses__():
    post_delete.connect(_is_gone, sender=_model)
