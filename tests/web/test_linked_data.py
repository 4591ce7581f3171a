"""What the pages say to programs that read JSON-LD."""

import json
import re
from typing import Any

from django.urls import reverse

from timeline.models import Timeline
from timeline.selectors import listing

BLOCK = re.compile('<script type="application/ld\\+json">(.*?)</script>')


def _blocks(client, name: str, *args: Any, **query: Any) -> list[Any]:
    page = client.get(reverse(name, args=args), query).content.decode()
    return [json.loads(block) for block in BLOCK.findall(page)]


def test_the_page_of_an_event_tells_it_with_its_articles(client, harbour, opening):
    (told,) = _blocks(client, "public_event", opening.pk)
    assert told["@id"] == f"http://testserver/events/{opening.pk}/"
    assert told["startDate"] == "2024-05-20"
    articles = [each["citation"]["headline"] for each in told["subjectOf"]]
    assert articles == ["The harbour opens", "المرفأ يُفتح"]
    assert _blocks(client, "event", harbour.slug, opening.pk) == [told]


def test_the_page_of_a_timeline_lists_the_events_of_that_page(client, harbour, monkeypatch):
    monkeypatch.setattr(listing, "PER_PAGE", 3)
    (told,) = _blocks(client, "timeline", harbour.slug, page=2)
    assert told["numberOfItems"] == 4
    (item,) = told["itemListElement"]
    assert (item["position"], item["item"]["startDate"]) == (4, "2031")


def test_the_list_has_what_the_filters_leave(client, harbour):
    (told,) = _blocks(client, "timeline", harbour.slug, category="economy")
    dates = [item["item"]["dcterms:date"]["@value"] for item in told["itemListElement"]]
    assert dates == ["../2018-08", "2024-05-20"]


def test_a_title_does_not_break_out_of_its_block(client, harbour):
    (told,) = _blocks(client, "timeline", harbour.slug)
    names = [item["item"]["name"] for item in told["itemListElement"]]
    assert "<script>alert(1)</script> is asked for" in names


def test_a_draft_says_nothing_to_programs(nour_client, harbour, opening):
    Timeline.objects.filter(pk=harbour.pk).update(visibility=Timeline.Visibility.DRAFT)
    assert _blocks(nour_client, "timeline", harbour.slug) == []
    assert _blocks(nour_client, "event", harbour.slug, opening.pk) == []
