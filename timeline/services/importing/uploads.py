"""Files of events that were looked at: kept for a day, and imported once, by a run."""

import datetime
from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from timeline.dates.messages import Sentence
from timeline.dates.messages import message as _
from timeline.fetching.errors import Problem, ReadError
from timeline.formats.incoming.contents import Incoming
from timeline.formats.incoming.errors import FileError
from timeline.models import Run, Timeline, Upload
from timeline.selectors.incoming import read
from timeline.services import runs
from timeline.services.importing.drafts import Draft, FaultyError, drafts_of
from timeline.services.importing.storing import Imported, import_as_new, import_events
from timeline.services.people import PUBLISH, Account, demand

# A night between looking and deciding; then it is in nobody's way.
KEPT = datetime.timedelta(days=1)


@transaction.atomic
def keep(
    *,
    content: bytes,
    events: int,
    name: str,
    user: User,
    timeline: Timeline | None,
    title: str,
    language: str,
) -> Upload:
    """Keep a file in place of the last one of the same person, so that nobody fills the store; but
    never in place of one that is being imported."""
    over = Upload.objects.exclude(run__status__in=(Run.Status.QUEUED, Run.Status.RUNNING))
    over.filter(created_at__lt=timezone.now() - KEPT).delete()
    over.filter(user=user).delete()
    return Upload.objects.create(
        content=content,
        events=events,
        name=name[:200],
        user=user,
        timeline=timeline,
        title=title,
        language=language,
    )


@transaction.atomic
def close(*, upload: Upload, publish: bool, user: Account) -> tuple[Run, bool]:
    """Have it imported by a run; False beside the run that is there already. PermissionDenied where
    the user may not do what it asks for."""
    demand(user, "timeline.add_event", "timeline.change_timeline")
    if publish:
        demand(user, PUBLISH)
    locked = Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.run:
        return locked.run, False
    targets = [(locked.pk, locked.name)]
    locked.run = runs.create_run(kind=Run.Kind.IMPORT, targets=targets, user=user)
    locked.publish = publish
    locked.save(update_fields=["run", "publish"])
    return locked.run, True


def import_upload(pk: int) -> runs.Outcome:
    """Import what is kept, all of it or nothing: repeated after a worker was killed, it is begun
    anew or is found done. Raises Problem where it cannot be, or is not wanted any more."""
    upload = Upload.objects.select_related("user", "timeline").filter(pk=pk).first()
    if upload is None:
        raise ReadError(_("It is not kept any longer: bring it in again."))
    if upload.imported:
        return runs.Outcome(timeline=upload.timeline)
    try:
        # Before the transaction, which would keep other writers waiting meanwhile.
        incoming = read(bytes(upload.content), upload.language)
        drafts = drafts_of(incoming)
        return _import(upload, incoming, drafts)
    except (FileError, FaultyError) as error:
        raise ReadError("%(error)s", error=str(error)) from error


@transaction.atomic
def _import(upload: Upload, incoming: Incoming, drafts: Sequence[Draft]) -> runs.Outcome:
    waiting = Upload.objects.filter(pk=upload.pk, imported=False)
    if not waiting.update(imported=True, content=b""):
        return runs.Outcome(timeline=upload.timeline)
    timeline, imported = _stored(upload, incoming, drafts)
    Upload.objects.filter(pk=upload.pk).update(timeline=timeline)
    return runs.Outcome(timeline=timeline, events=imported.added, message=_left_out(imported))


def _stored(
    upload: Upload, incoming: Incoming, drafts: Sequence[Draft]
) -> tuple[Timeline, Imported]:
    def demand_going(_stored: int) -> None:
        if Run.objects.filter(upload=upload, status=Run.Status.CANCELLED).exists():
            raise Problem(_("It was cancelled: nothing of it was stored."))

    if upload.timeline is None:
        return import_as_new(
            incoming=incoming,
            title=upload.title,
            publish=upload.publish,
            user=upload.user,
            progress=demand_going,
            drafts=drafts,
        )
    return upload.timeline, import_events(
        incoming=incoming,
        timeline=upload.timeline,
        publish=upload.publish,
        user=upload.user,
        progress=demand_going,
        drafts=drafts,
    )


def _left_out(imported: Imported) -> Sentence | None:
    remarks = []
    if imported.left_out:
        unknown = _("These categories are not known, and were left out: %(names)s")
        remarks.append(Sentence(unknown, names=", ".join(imported.left_out)))
    if imported.eras_left_out:
        remarks.append(
            Sentence(_("Eras that were left out: %(number)s"), number=imported.eras_left_out)
        )
    if not remarks:
        return None
    if len(remarks) == 1:
        return remarks[0]
    return Sentence("%(one)s · %(other)s", one=remarks[0], other=remarks[1])
