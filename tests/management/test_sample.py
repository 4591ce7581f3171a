"""Invented news: its dates, quotes and names hold together, and it fills a timeline."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from timeline import search
from timeline.dates import edtf
from timeline.dates.words import in_words
from timeline.management import invented
from timeline.models import Article, Category, Event, Evidence, Timeline
from timeline.selectors.store.faults import faults


def test_there_are_as_many_events_as_asked_for():
    assert sum(len(report.events) for report in invented.reports(47)) == 47


def test_the_same_seed_gives_the_same_news_and_another_seed_other_news():
    assert list(invented.reports(30, 5)) == list(invented.reports(30, 5))
    assert list(invented.reports(30, 5)) != list(invented.reports(30, 6))


def test_each_event_is_quoted_in_its_article_with_the_words_of_its_date():
    for report in invented.reports(500):
        for event in report.events:
            quote = report.text[slice(*event.quote)]
            assert quote.endswith(".")
            assert "\n" not in quote
            said = report.text[slice(*event.expression)]
            assert said.lower() == in_words(edtf.parse(event.date), "en").lower()


def test_dates_are_of_many_precisions_and_come_in_bursts():
    events = [event for report in invented.reports(3000) for event in report.events]
    dates = [edtf.parse(event.date) for event in events]
    assert len({date.precision for date in dates}) >= 7
    busiest = sum(count for _, count in Counter(d.sort_day // 30 for d in dates).most_common(18))
    assert busiest > 0.4 * len(dates), "a tenth of the months holds much more than its share"


@pytest.mark.django_db
def test_the_command_makes_a_public_timeline_with_evidence_and_history():
    call_command("sample", events=60, stdout=StringIO())
    timeline = Timeline.objects.get(slug="invented-60-1")
    assert timeline.visibility == Timeline.Visibility.PUBLIC
    assert timeline.memberships.filter(visible=True).count() == 60
    assert Evidence.objects.count() == Event.objects.count() == 60
    assert Event.history.count() == 60
    assert Event.objects.filter(places=None).count() == 0
    assert Event.objects.values("category").distinct().count() == Category.objects.count()


@pytest.mark.django_db
def test_the_store_agrees_with_itself_after_invented_news():
    call_command("sample", events=120, stdout=StringIO())
    assert list(faults()) == []


@pytest.mark.django_db
def test_what_is_invented_is_found_by_its_words_and_by_who_took_part():
    call_command("sample", events=40, stdout=StringIO())
    for event in Event.objects.all()[:5]:
        person = event.participants.all()[0]
        found = Event.objects.filter(search.matching(f'"{event.title}" {person.name}', "pk"))
        assert event in found


@pytest.mark.django_db
def test_the_quotes_in_the_database_are_those_of_the_articles():
    call_command("sample", events=40, stdout=StringIO())
    for evidence in Evidence.objects.with_quotes().select_related("event"):
        assert evidence.event.title[1:] in evidence.quote


@pytest.mark.django_db
def test_the_same_news_twice_is_refused_and_leaves_nothing_behind():
    call_command("sample", events=20, stdout=StringIO())
    with pytest.raises(CommandError, match="another --seed"):
        call_command("sample", events=20, stdout=StringIO())
    assert Article.objects.count() == 1


def test_a_number_out_of_range_is_refused():
    with pytest.raises(CommandError, match="from 1 to"):
        call_command("sample", events=0)
