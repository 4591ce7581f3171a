"""Many finished events at once."""

import datetime

import pytest

from timeline.services.bulk import Draft, Report, store_reports
from timeline.services.timelines import create_timeline
from timeline.text import Span

pytestmark = pytest.mark.django_db


def test_events_that_name_nobody_are_stored_with_their_evidence():
    timeline = create_timeline(title="The harbour")
    draft = Draft("A storm", "2024-05-19", "disaster", 0, (), (), Span(0, 7), Span(0, 7))
    report = Report("Log", "A storm took the pier.", datetime.date(2024, 6, 1), (draft,))
    store_reports(reports=[report], language="en", timeline=timeline)
    (evidence,) = timeline.events.get().evidence.with_quotes()
    assert evidence.quote == "A storm"
