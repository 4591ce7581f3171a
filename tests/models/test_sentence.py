"""What a worker writes down is read in the language of whoever looks at it."""

import pytest
from django.core import serializers
from django.db import connection
from django.utils import translation

from timeline.dates.messages import Sentence, verbatim
from timeline.fetching.errors import FetchError, ReadError
from timeline.models import Feed, RunItem

pytestmark = pytest.mark.django_db

UNKNOWN = "Whether %(host)s lets programs read this page is not known: %(reason)s"
ANSWERED = "%(host)s answered “%(status)s” instead of the page."
LARGE = "The page on %(host)s is larger than %(limit)d bytes."


def kept(error: Sentence | None) -> Feed:
    feed = Feed.objects.create(url="https://news.example/rss", error=error)
    return Feed.objects.get(pk=feed.pk)


def test_a_sentence_within_a_sentence_is_read_in_the_language_of_the_reader():
    answered = FetchError(ANSWERED, host="news.example", status="503 No")
    feed = kept(FetchError(UNKNOWN, host="news.example", reason=answered))
    feed.save()
    feed.refresh_from_db()
    with translation.override("de"):
        expected = translation.gettext(UNKNOWN) % {
            "host": "news.example",
            "reason": translation.gettext(ANSWERED) % {"host": "news.example", "status": "503 No"},
        }
        assert str(feed.error) == expected
        assert expected.startswith("Ob news.example")
    assert str(feed.error).startswith("Whether news.example")


def test_numbers_stay_numbers():
    feed = kept(ReadError(LARGE, host="news.example", limit=5))
    assert str(feed.error) == "The page on news.example is larger than 5 bytes."


@pytest.mark.parametrize("words", ["100% wrong: %(this)s", "17", "[]", "null", '{"a": 1}', "“نص”"])
def test_what_was_written_as_plain_words_stays_these(words):
    feed = kept(None)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE timeline_feed SET error = %s", [words])
    feed.refresh_from_db()
    assert str(feed.error) == words


def test_nothing_to_say_is_none():
    assert kept(None).error is None
    assert Feed.objects.filter(error="").count() == 1


def test_a_dump_of_the_database_gives_it_back():
    kept(ReadError(LARGE, host="news.example", limit=5))
    dump = serializers.serialize("json", Feed.objects.all())
    Feed.objects.all().delete()
    for found in serializers.deserialize("json", dump):
        found.save()
    with translation.override("fr"):
        assert str(Feed.objects.get().error) == translation.gettext(LARGE) % {
            "host": "news.example",
            "limit": 5,
        }


def test_words_with_signs_of_formats_are_told_as_they_are():
    assert str(verbatim("50 % of %(all)s")) == "50 % of %(all)s"
    assert RunItem._meta.get_field("message").get_prep_value(None) == ""
