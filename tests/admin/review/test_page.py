"""The review page: each button does what it says, and only for those who may."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.http import HttpResponse
from django.urls import reverse

from tests.admin.articles import extracted_article
from tests.admin.bridge import DATES, PUBLISHED_ON
from tests.roles import client_of
from timeline.models import Article, Event, Timeline
from timeline.services.articles import store_article
from timeline.services.extract import extract_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return extracted_article()


@pytest.fixture
def press(nour_client, article):
    """Presses a button of the review page, with what the fields hold."""

    def press(action, **fields):
        return nour_client.post(review_of(article), {"action": action, **fields})

    return press


def review_of(article: Article) -> str:
    return reverse("admin:timeline_article_review", args=[article.pk])


def statuses():
    return set(Event.objects.values_list("status", flat=True))


def event_of(date):
    return Event.objects.get(date=date)


def test_the_page_shows_every_event_with_its_quote_and_how_it_was_resolved(nour_client, article):
    page = nour_client.get(review_of(article)).content.decode()

    assert "October 2019" in page
    assert "<mark>May 20</mark>" in page
    assert "30 May 2024" in page
    assert "The text gives the whole date." in page
    assert f"{len(DATES)} events found" in page


def test_the_number_of_queries_does_not_depend_on_the_events(
    nour_client, article, django_assert_max_num_queries
):
    with django_assert_max_num_queries(24):
        nour_client.get(review_of(article))


def test_one_event_is_accepted_rejected_and_put_back(press):
    event = event_of("2019-10")

    for action, status in (
        ("accept", "published"),
        ("reject", "rejected"),
        ("restore", "suggested"),
    ):
        answer = press(f"{action}:{event.pk}")
        assert answer["Location"].endswith(f"#event-{event.pk}")
        assert event_of("2019-10").status == status


def test_all_that_wait_are_accepted_at_once_and_decisions_stay(press):
    press(f"reject:{event_of('2019-10').pk}")
    press("accept-all")

    assert event_of("2019-10").status == "rejected"
    assert event_of("2024-05-30").status == "published"


def test_all_that_wait_are_rejected_at_once(press):
    press("reject-all")

    assert statuses() == {"rejected"}


def test_an_event_is_corrected_in_place_with_the_date_in_words(press):
    event = event_of("2019-10")

    press(f"edit:{event.pk}", title="The ferry closes", date="15 October 2019", category="")

    event.refresh_from_db()
    assert (event.title, event.date) == ("The ferry closes", "2019-10-15")


def test_a_date_that_is_none_says_what_would_be_accepted_and_keeps_the_words(press):
    event = event_of("2019-10")

    page = press(f"edit:{event.pk}", title="The ferry closes", date="soon enough", category="")

    assert page.status_code == 422
    assert "20 May 2024" in page.content.decode()
    assert "soon enough" in page.content.decode()
    assert event_of("2019-10").title != "The ferry closes"


def test_a_title_that_turns_letters_around_is_refused_in_place(press):
    event = event_of("2019-10")

    page = press(f"edit:{event.pk}", title="Ferry \u202esesolc", date="October 2019", category="")

    assert page.status_code == 422
    assert "invisible signs" in page.content.decode()
    assert event_of("2019-10").title == event.title


def test_the_part_of_a_date_is_kept_and_corrected_with_it(press, nour_client, article):
    event = event_of("2019-10")
    Event.objects.filter(pk=event.pk).update(part="END")
    form = nour_client.get(review_of(article), {"edit": event.pk}).content.decode()
    assert 'value="late October 2019"' in form

    press(f"edit:{event.pk}", title="The ferry closes", date="late October 2019", category="")
    assert event_of("2019-10").part == "END"
    press(f"edit:{event.pk}", title="The ferry closes", date="early October 2019", category="")
    assert event_of("2019-10").part == "START"


def test_accepting_all_and_publishing_to_a_new_timeline_is_one_step(press):
    answer = press("publish-all", timeline="", new_title="The Delta bridge")

    timeline = Timeline.objects.get()
    assert answer["Location"] == reverse("timeline", args=[timeline.slug])
    assert (timeline.title, timeline.visibility) == ("The Delta bridge", "public")
    assert timeline.memberships.filter(visible=True).count() == len(DATES)


def test_publishing_that_is_sent_twice_makes_one_timeline(press):
    first, second = (press("publish-all", timeline="", new_title="Bridges") for _ in range(2))

    assert Timeline.objects.count() == 1
    assert second["Location"] == first["Location"]


def test_what_is_accepted_after_that_goes_to_a_timeline_of_its_own(press):
    for date in ("2019-10", "2022-05-08"):
        press(f"accept:{event_of(date).pk}")
        press("publish", timeline="", new_title="Bridges")

    assert Timeline.objects.count() == 2


def test_only_the_accepted_are_published_to_a_timeline_that_exists(press):
    timeline = Timeline.objects.create(title="Bridges", slug="bridges")
    press(f"accept:{event_of('2019-10').pk}")

    press("publish", timeline=timeline.pk, new_title="")

    assert [m.event.date for m in timeline.memberships.all()] == ["2019-10"]


def test_publishing_nowhere_asks_for_a_timeline(press):
    page = press("publish-all", timeline="", new_title=" ")

    assert page.status_code == 422
    assert "Choose a timeline" in page.content.decode()
    assert statuses() == {"suggested"}


def test_publishing_nothing_says_so(press):
    press("publish", timeline="", new_title="Empty")

    assert not Timeline.objects.exists()


@pytest.mark.parametrize(
    "action",
    ["", "burn:1", "accept:x", "accept:٣x", "accept", "join:1", "part:9999999999999999999999"],
)
def test_a_button_that_does_not_exist_changes_nothing(press, action):
    assert press(action).status_code == 302
    assert statuses() == {"suggested"}


def test_the_event_of_another_article_is_not_reviewed_here(press):
    other = Event.objects.create(title="Elsewhere", date="2001")

    page = press(f"accept:{other.pk}")
    assert page.status_code == 404
    assert "not here any more: nothing was changed" in page.content.decode()


def test_who_may_only_look_sees_no_buttons_and_cannot_press_them(client, sam, article):
    sam.is_staff = True
    sam.save()
    sam.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(sam)

    assert "accept-all" not in client.get(review_of(article)).content.decode()
    assert client.post(review_of(article), {"action": "accept-all"}).status_code == 403
    assert statuses() == {"suggested"}


def test_who_may_review_but_not_publish_is_stopped_at_publishing(client, sam, article):
    sam.is_staff = True
    sam.save()
    for codename in ("view_article", "change_event"):
        sam.user_permissions.add(Permission.objects.get(codename=codename))
    client.force_login(sam)

    answer = client.post(review_of(article), {"action": "publish-all", "new_title": "Mine"})

    assert answer.status_code == 403
    assert not Timeline.objects.exists()


def test_hostile_words_of_an_article_are_text(nour_client):
    text = "<script>alert(1)</script> On May 20, 2024, the council voted.</pre><b>"
    stored = store_article(text=text, title=text, published_on=PUBLISHED_ON, origin="pasted")
    stored.article.refresh_from_db()
    extract_article(article=stored.article)

    page = nour_client.get(review_of(stored.article)).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_form_of_an_event_opens_without_a_script(nour_client, article):
    event = event_of("2019-10")
    assert not forms_open(nour_client.get(review_of(article)))
    page = nour_client.get(review_of(article), {"edit": event.pk})
    assert forms_open(page) == [str(event.pk)]


@pytest.mark.parametrize("number", ["x", "0", "9" * 30])
def test_a_form_that_is_asked_for_in_vain_is_not_there(nour_client, article, number):
    page = nour_client.get(review_of(article), {"edit": number})
    assert page.status_code == 200
    assert not forms_open(page)


def forms_open(page: HttpResponse) -> list[str]:
    """Of which events forms are open; the one that scripts have ready is of none."""
    return re.findall(r'name="action" value="edit:(\d+)"', page.content.decode())


def test_a_script_gets_the_event_that_has_changed_and_no_more(nour_client, article):
    event = event_of("2019-10")
    fields = {"action": f"accept:{event.pk}"}
    part = nour_client.post(review_of(article), fields, headers={"X-Part": "1"}).content.decode()
    assert f'id="event-{event.pk}"' in part
    assert part.count('class="review-event') == 1
    assert "<html" not in part


def test_who_lacks_a_right_is_told_so_and_not_taken_for_signed_out(article):
    sent = {"action": f"longer:{event_of('2024-05-20').pk}"}
    answer = client_of("Contributor").post(review_of(article), sent, headers={"X-Part": "1"})
    assert (answer.status_code, answer["X-Refused"]) == (403, "right")
    assert "You have no right to do that" in answer.content.decode()
    assert event_of("2024-05-20")
