"""On the review page a passage becomes an event, by a plain form too."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from tests.admin.bridge import ARTICLE, PUBLISHED_ON
from timeline.models import Event
from timeline.services.articles import store_article

pytestmark = pytest.mark.django_db

STORM = "On May 20, a storm damaged two pillars"


@pytest.fixture
def address():
    stored = store_article(
        text=ARTICLE, title="Bridge", published_on=PUBLISHED_ON, language="en", origin="pasted"
    )
    return reverse("admin:timeline_article_review", args=[stored.article.pk])


@pytest.fixture
def enter(nour_client, address):
    def enter(quote, **fields):
        return nour_client.post(address, {"action": "enter", "quote": quote, **fields}, follow=True)

    return enter


def test_a_pasted_passage_becomes_an_event_and_is_highlighted(enter):
    page = enter(STORM).content.decode()
    event = Event.objects.get()
    assert (event.date, event.status) == ("2024-05-20", "published")
    assert f'data-events="{event.pk}"' in page


def test_the_part_of_a_date_given_for_a_passage_is_kept(enter):
    enter("promised repairs", date="early 2020")
    assert Event.objects.values_list("date", "part").get() == ("2020", "START")


def test_it_can_be_taken_back_by_the_button_that_comes_with_it(enter, nour_client, address):
    page = enter(STORM).content.decode()
    action = f"forget:{Event.objects.get().pk}"
    assert f'value="{action}"' in page
    nour_client.post(address, {"action": action})
    assert not Event.objects.exists()
    assert 'value="forget' not in nour_client.get(address).content.decode()


def test_a_passage_that_is_sent_twice_is_one_event(enter):
    enter(STORM)
    assert "This was sent twice and is stored once" in enter(STORM).content.decode()
    assert Event.objects.count() == 1


def test_a_passage_that_was_taken_back_can_be_entered_again(enter, nour_client, address):
    enter(STORM)
    nour_client.post(address, {"action": f"forget:{Event.objects.get().pk}"})
    enter(STORM)
    assert Event.objects.count() == 1


def test_the_same_words_of_another_article_are_another_event(enter, nour_client):
    enter(STORM)
    text = f"Storms of the year\n\n{ARTICLE}"
    other = store_article(text=text, title="B", published_on=PUBLISHED_ON, origin="pasted").article
    address = reverse("admin:timeline_article_review", args=[other.pk])
    nour_client.post(address, {"action": "enter", "quote": STORM})
    assert Event.objects.count() == 2


def test_the_line_breaks_of_a_copied_passage_do_not_matter(enter):
    enter("repairs\r\n\r\nPresident Alma Torres opened the Delta bridge today")
    assert Event.objects.get().date == "2024-05-30"


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("a storm of protest", "These words are not in the article"),
        ("promised repairs", "No words of this passage give a date"),
        ("bridge " * 200, "A quote has at most 1000 characters"),
        ("", "This field is required."),
    ],
)
def test_what_cannot_become_an_event_says_why_and_keeps_what_was_written(enter, quote, said):
    answer = enter(quote, title="My own title")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "My own title" in page
    assert not Event.objects.exists()


def test_a_date_that_is_none_is_refused_in_place(enter):
    page = enter(STORM, date="soon enough").content.decode()
    assert "soon enough" in page
    assert "20 May 2024" in page
    assert not Event.objects.exists()


def test_the_form_comes_filled_with_what_a_passage_says(nour_client, address):
    start = ARTICLE.index(STORM) - 1
    query = {"passage": f"{start}:{start + len(STORM) + 1}"}
    part = nour_client.get(address, query, headers={"X-Part": "1"}).content.decode()
    assert f">\n{STORM}</textarea>" in part
    assert 'value="2024-05-20"' in part
    assert "<html" not in part


@pytest.mark.parametrize("passage", ["", "x:y", "5", "0:0", "3:1", "9999:99999", "٣:٩"])
def test_a_passage_that_is_none_gives_the_page_as_it_is(nour_client, address, passage):
    page = nour_client.get(address, {"passage": passage})
    assert page.status_code == 200
    assert '<details class="passage" id="passage">' in page.content.decode()


def test_who_may_not_add_events_is_not_offered_it_and_is_stopped(client, sam, address):
    sam.is_staff = True
    sam.save()
    for codename in ("view_article", "change_event"):
        sam.user_permissions.add(Permission.objects.get(codename=codename))
    client.force_login(sam)
    assert 'value="enter"' not in client.get(address).content.decode()
    assert client.post(address, {"action": "enter", "quote": STORM}).status_code == 403


def test_the_event_of_somebody_else_is_not_taken_back(nour_client, address, enter):
    enter(STORM)
    event = Event.objects.get()
    Event.objects.update(entered_by=None)
    page = nour_client.post(address, {"action": f"forget:{event.pk}"}, follow=True)
    assert "reject it instead" in page.content.decode()
    assert Event.objects.exists()


def test_a_text_that_begins_with_an_empty_line_keeps_its_places(nour_client):
    stored = store_article(
        text=f"\n{ARTICLE}", title="B", published_on=PUBLISHED_ON, origin="pasted"
    )
    address = reverse("admin:timeline_article_review", args=[stored.article.pk])
    assert f"<pre>\n\n{ARTICLE[:10]}" in nour_client.get(address).content.decode()
