"""The services hold to what somebody may, whatever leads to them; commands may all."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from tests.roles import member
from tests.services import make
from timeline.models import Event, Timeline
from timeline.services import merging, passages, review, timelines
from timeline.services.events import update_event
from timeline.text import Span

pytestmark = pytest.mark.django_db

# Each with an event that waits, one that is published, and a draft.
FOR_EDITORS = {
    "enter a published event": lambda who, *_: make.event(status="published", user=who),
    "publish by a correction": lambda who, waits, *_: update_event(
        event=waits, user=who, status="published"
    ),
    "correct what is published": lambda who, _waits, public, _draft: update_event(
        event=public, user=who, title="Other"
    ),
    "accept": lambda who, waits, *_: review.accept(events=[waits], user=who),
    "reject": lambda who, waits, *_: review.reject(events=[waits], user=who),
    "put back": lambda who, _waits, public, _draft: review.restore(events=[public], user=who),
    "merge": lambda who, waits, public, _draft: merging.merge(
        events=[waits], heir=public, user=who
    ),
    "make a timeline": lambda who, *_: timelines.create_timeline(title="New", user=who),
    "publish": lambda who, waits, _public, draft: timelines.publish_events(
        events=[waits], timeline=draft, user=who
    ),
    "put on a timeline": lambda who, _waits, public, draft: timelines.add_events(
        events=[public], timeline=draft, user=who
    ),
}
FOR_CONTRIBUTORS = {
    "enter": lambda who, *_: make.event(user=who),
    "correct what waits": lambda who, waits, *_: update_event(event=waits, user=who, title="Other"),
}


@pytest.fixture
def store() -> tuple[Event, Event, Timeline]:
    draft = timelines.create_timeline(title="A draft")
    return make.event(), make.event(status="published"), draft


@pytest.mark.parametrize("act", FOR_EDITORS.values(), ids=FOR_EDITORS)
def test_a_contributor_is_stopped_and_an_editor_is_not(act, store):
    with pytest.raises(PermissionDenied):
        act(member("Contributor"), *store)
    act(member("Editor"), *store)


@pytest.mark.parametrize("act", FOR_CONTRIBUTORS.values(), ids=FOR_CONTRIBUTORS)
def test_a_visitor_is_stopped_and_a_contributor_is_not(act, store):
    with pytest.raises(PermissionDenied):
        act(AnonymousUser(), *store)
    act(member("Contributor"), *store)


def test_a_passage_that_a_contributor_entered_and_others_accepted_stays(nour):
    article, contributor = make.article(), member("Contributor")
    passage = Span(0, 40)
    said = passages.read(article=article, passage=passage)
    event = passages.enter(article=article, passage=passage, content=said, user=contributor)
    assert event.status == "suggested"
    review.accept(events=[event], user=nour)
    assert not passages.take_back(article=article, event=event, user=contributor)
