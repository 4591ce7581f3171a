"""What a button of the review page leads to."""

from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest

from timeline.admin.meanwhile import Meanwhile
from timeline.admin.review.forms import EventForm, PassageForm, PublishForm

# Where the session keeps what takes back the last step, until the next page offers it.
_KEPT = "review-undo"


@dataclass(frozen=True, slots=True)
class Undo:
    """The button that takes a step back, and the fields that go with it."""

    action: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a form led to: the event to come back to and whether it alone has changed, or the form
    that has to be shown again; `meanwhile` says why nothing was decided."""

    event: int | None = None
    alone: bool = True
    address: str = ""
    edit: EventForm | None = None
    publish: PublishForm | None = None
    passage: PassageForm | None = None
    undo: Undo | None = None
    meanwhile: Meanwhile | None = None

    @property
    def status(self) -> int:
        """Of the answer in HTTP: 422 for a form with what is wrong in it, 409 for a decision about
        an event that has changed."""
        forms = (self.edit, self.publish, self.passage)
        if any(form is not None and form.errors for form in forms):
            return 422
        return 409 if self.meanwhile else 200


def keep_undo(request: HttpRequest, undo: Undo | None) -> None:
    """Keep it for the page that the browser is sent to."""
    if undo:
        request.session[_KEPT] = asdict(undo)


def kept_undo(request: HttpRequest) -> Any:
    """What was kept, once: a mapping like `Undo`, or None."""
    return request.session.pop(_KEPT, None)
