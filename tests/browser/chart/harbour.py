"""A timeline whose events have all precisions, and how the tests of the chart make any."""

import datetime

from timeline.models import Timeline
from timeline.services.bulk import Draft, Report, store_reports
from timeline.services.timelines import create_timeline
from timeline.text import Span

EVENTS = [
    ("The harbour is founded", "1990~", "politics"),
    ("The first pier is built", "2011", "economy"),
    ("A ferry line opens", "2011/..", "economy"),
    ("The lighthouse is lit", "2019-10", "society"),
    ("A storm takes the pier", "2024-05-19", "disaster"),
    ("The council meets", "2024-05-20T10:30", "politics"),
    ("Days without boats", "2024-05-22/2024-05-25", "economy"),
    ("The pier is repaired", "2024-05-30", "economy"),
]
PUBLISHED = datetime.date(2024, 6, 1)
STORM = "A storm takes the pier"


def publish(title: str, events: list[tuple[str, str, str]]) -> Timeline:
    """A timeline of events, all told by one article, a line each."""
    text = "\n".join(name for name, _, _ in events)
    drafts = []
    for name, date, category in events:
        quote = Span(at := text.index(name), at + len(name))
        drafts.append(Draft(name, date, category, 0, (), (), quote, quote))
    report = Report(title, text, PUBLISHED, tuple(drafts))
    timeline = create_timeline(title=title, visibility=Timeline.Visibility.PUBLIC)
    store_reports(reports=[report], language="en", timeline=timeline)
    return timeline
