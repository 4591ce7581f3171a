"""Two people on one event: who decides second sees what the first has made of it."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from tests.admin.articles import extracted_article
from timeline.admin.events import EventAdmin
from timeline.models import Event
from timeline.services import merging, review
from timeline.services.events import update_event

pytestmark = pytest.mark.django_db

NOTHING_DONE = "Nothing was done: this event was changed since the page showed it"


@pytest.fixture
def article():
    return extracted_article()


@pytest.fixture
def event(article):
    return Event.objects.get(date="2019-10")


@pytest.fixture
def mira(db):
    return User.objects.create_superuser("mira")


@pytest.fixture
def page(nour_client, article):
    return Page(nour_client, f"/admin/timeline/article/{article.pk}/review/")


class Page:
    """The review as it was opened: what its buttons send."""

    def __init__(self, client, address):
        self.client, self.address = client, address
        self.shown = client.get(address).context["shown"]

    def press(self, action, **fields):
        fields = {"action": action, "shown": self.shown, **fields}
        return self.client.post(self.address, fields, follow=True)


def status(event):
    event.refresh_from_db()
    return event.status


@pytest.mark.parametrize("verb", ["accept", "reject", "longer", "shorter"])
def test_a_decision_on_what_somebody_changed_is_not_made_unseen(page, event, mira, verb):
    update_event(event=event, user=mira, title="The ferry stops", date="2019-11")
    answer = page.press(f"{verb}:{event.pk}")
    assert answer.status_code == 409
    for words in (NOTHING_DONE, "mira", "The ferry stops", "2019-10", "2019-11"):
        assert words in answer.content.decode()
    assert status(event) == "suggested"
    assert event.date == "2019-11"


def test_what_somebody_rejected_is_not_accepted_over_it_until_one_chooses(page, event, mira):
    review.reject(events=[event], user=mira)
    answer = page.press(f"accept:{event.pk}")
    assert "Rejected" in answer.content.decode() or "rejected" in answer.content.decode()
    assert status(event) == "rejected"
    page.press(f"accept:{event.pk}", shown=answer.context["shown"])
    assert status(event) == "published"


def test_who_decides_the_same_has_nothing_to_choose(page, event, mira):
    review.accept(events=[event], user=mira)
    assert page.press(f"accept:{event.pk}").status_code == 200
    assert status(event) == "published"


def test_a_decision_sent_twice_asks_nothing(page, event):
    page.press(f"reject:{event.pk}")
    assert page.press(f"reject:{event.pk}").status_code == 200


def test_a_change_of_what_the_card_does_not_show_stops_nobody(page, event, mira):
    update_event(event=event, user=mira, importance=3)
    page.press(f"accept:{event.pk}")
    assert status(event) == "published"


def test_what_somebody_merged_is_told_with_where_it_went(page, event, mira):
    heir = Event.objects.get(date="2024-05-20")
    merging.merge(events=[event], heir=heir, user=mira)
    said = page.press(f"accept:{event.pk}").content.decode()
    assert f"was merged into “{heir.title}” meanwhile" in said
    assert status(heir) == "suggested"


@pytest.mark.parametrize("action", ["accept-all", "reject-all", "publish-all"])
def test_together_what_somebody_changed_is_left_alone_and_named(page, event, mira, action):
    update_event(event=event, user=mira, title="The ferry stops")
    said = page.press(action, new_title="Delta").content.decode()
    assert "1 event was left as it is" in said
    assert "“The ferry stops”" in said
    assert status(event) == "suggested"
    assert not Event.objects.filter(status="suggested").exclude(pk=event.pk).exists()


def test_together_what_somebody_rejected_is_named_too(page, event, mira):
    review.reject(events=[event], user=mira)
    assert f"“{event.title}”" in page.press("accept-all").content.decode()
    assert status(event) == "rejected"


def test_taking_back_leaves_alone_what_somebody_decided_since(page, event, mira):
    answer = page.press("accept-all")
    undo = dict(answer.context["undo"]["fields"])
    review.reject(events=[event], user=mira)
    chosen = [str(pk) for pk in Event.objects.values_list("pk", flat=True)]
    page.press("restore-chosen", shown=undo["shown"], chosen=chosen)
    assert status(event) == "rejected"
    assert Event.objects.filter(status="suggested").count() == len(chosen) - 1


def test_nothing_is_merged_where_one_of_the_chosen_was_changed(page, event, mira):
    heir = Event.objects.get(date="2024-05-20")
    update_event(event=event, user=mira, date="2019-11")
    page.press("merge-chosen", chosen=[event.pk, heir.pk])
    assert status(event) == "suggested"


@pytest.mark.parametrize("shown", ["", "x", "1@", "@2024", "1@2024-05-20", "9" * 40, "1@x,,"])
def test_versions_that_are_none_are_versions_not_seen(page, event, shown):
    assert page.press(f"accept:{event.pk}", shown=shown).status_code == 409
    assert status(event) == "suggested"


@pytest.mark.parametrize("action", ["accept-all", "reject-all", "publish-all"])
def test_why_is_kept_for_each_event_decided_on_together(page, event, action):
    page.press(action, new_title="Delta", reason="  Checked by phone ")
    reasons = {one.history.first().history_change_reason for one in Event.objects.all()}
    assert reasons == {"Checked by phone"}


@pytest.mark.parametrize("action", ["accept-all", "publish-all", "merge-chosen"])
def test_a_reason_that_the_history_cannot_hold_decides_nothing(page, event, action):
    answer = page.press(action, new_title="Delta", reason="x" * 101)
    assert status(event) == "suggested"
    assert "The reason has 101 characters: at most 100 are kept." in answer.content.decode()


def test_why_is_kept_of_a_merge(page, event):
    heir = Event.objects.get(date="2024-05-20")
    page.press("merge-chosen", chosen=[event.pk, heir.pk], reason="One and the same")
    assert event.history.first().history_change_reason == "One and the same"


class List:
    """The list of events as it was opened."""

    def __init__(self, client):
        self.client, self.address = client, "/admin/timeline/event/"
        self.shown = client.get(self.address).context["action_form"]["shown"].value()

    def act(self, action, events, **fields):
        chosen = {"_selected_action": [event.pk for event in events]}
        fields = {"action": action, "shown": self.shown, **chosen, **fields}
        return self.client.post(self.address, fields, follow=True).content.decode()


def test_on_the_list_too_what_was_changed_is_left_alone_and_why_is_kept(nour_client, event, mira):
    page = List(nour_client)
    update_event(event=event, user=mira, title="The ferry stops")
    said = page.act("accept", Event.objects.all(), reason="Checked by phone")
    assert "“The ferry stops”" in said
    assert status(event) == "suggested"
    (other, *_others) = Event.objects.filter(status="published")
    assert other.history.first().history_change_reason == "Checked by phone"


def test_on_the_list_nothing_is_merged_where_one_was_changed(nour_client, event, mira):
    page = List(nour_client)
    update_event(event=event, user=mira, title="The ferry stops")
    page.act("merge", Event.objects.all())
    assert status(event) == "suggested"


@pytest.fixture
def merged(article, event):
    """An event of the article that has gone into that one."""
    other = Event.objects.exclude(pk=event.pk).earliest("pk")
    merging.merge(events=[other], heir=event, user=None)
    return other


def test_nothing_is_taken_out_of_what_somebody_changed_until_one_chooses(
    nour_client, page, event, merged, mira
):
    update_event(event=event, user=mira, title="The ferry stops")
    answer = page.press(f"part:{merged.pk}")
    assert answer.status_code == 409
    assert "The ferry stops" in answer.content.decode()
    assert status(merged) == "merged"
    page.shown = answer.context["shown"]
    page.press(f"part:{merged.pk}", reason="Two days")
    assert status(merged) == "suggested"
    assert merged.history.first().history_change_reason == "Two days"


def test_on_the_list_what_was_merged_otherwise_is_not_taken_apart(nour_client, event, merged, mira):
    page = List(nour_client)
    Event.objects.filter(pk=merged.pk).update(title="A gale", updated_at=timezone.now())
    assert "“A gale”" in page.act("take_apart", [merged])
    assert status(merged) == "merged"
    List(nour_client).act("take_apart", [merged])
    assert status(merged) == "suggested"


def test_all_of_a_list_that_goes_over_several_pages_are_decided_on(
    nour_client, event, mira, monkeypatch
):
    monkeypatch.setattr(EventAdmin, "list_per_page", 2)
    page = List(nour_client)
    update_event(event=event, user=mira, title="The ferry stops")
    shown = Event.objects.all()[:2]
    page.act("accept", shown, select_across="1")
    assert event in shown
    assert status(event) == "suggested"
    assert Event.objects.filter(status="published").count() == Event.objects.count() - 1
