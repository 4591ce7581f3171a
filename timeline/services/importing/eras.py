"""The eras of an imported file, stored on the timeline that its events come on."""

from collections.abc import Sequence

from timeline.dates import eras
from timeline.formats.records import EraRecord
from timeline.models import Timeline
from timeline.services import locks, memberships
from timeline.services.people import PUBLISH, User, may, sign
from timeline.text import in_its_own_order


def add(*, records: Sequence[EraRecord], timeline: Timeline, user: User) -> int:
    """Store those that it has not yet. How many were left out: because there are too many for one
    chart, or readers would see what the user may not publish."""
    (stored,) = locks.timelines(ids=[timeline.pk])
    there = [(era.date.text, era.name) for era in eras.read(stored.eras)]
    wanted = dict.fromkeys((era.date, in_its_own_order(era.name)) for era in records)
    new = [era for era in wanted if era not in there]
    may_show = stored.visibility == Timeline.Visibility.DRAFT or may(user, PUBLISH)
    taken = new[: eras.MOST_ERAS - len(there)] if may_show else []
    if taken:
        stored.eras = timeline.eras = eras.written([*there, *taken])
        sign(stored, user)
        stored.save(update_fields=["eras", "updated_at"])
        memberships.touch(ids=[timeline.pk])
    return len(new) - len(taken)
