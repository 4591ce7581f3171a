"""Two people on one event: the second to save sees both versions and chooses."""

import pytest
from django.contrib.auth.models import User

from tests.admin.articles import extracted_article
from tests.admin.test_events import NO_ROWS
from timeline.models import Event
from timeline.services.events import ChangedMeanwhileError, create_event, update_event

pytestmark = pytest.mark.django_db

SAID = "Nothing was saved: this event was changed since you opened it."


@pytest.fixture
def event():
    """Of an article, with evidence in it."""
    extracted_article()
    return Event.objects.get(date="2019-10")


@pytest.fixture
def somebody_else(event):
    mira = User.objects.create_superuser("mira")
    return lambda **changes: update_event(event=event, user=mira, **changes)


class Form:
    """The form of an event as it was opened, in the review or by itself."""

    def __init__(self, client, address, form_of, **also):
        self.client, self.address, self.form_of = client, address, form_of
        form = form_of(client.get(address))
        values = {name: form[name].value() for name in form.fields}
        self.fields = {n: value for n, value in values.items() if value is not None} | also

    def send(self, **given):
        return self.client.post(self.address, {**self.fields, **given})


@pytest.fixture(params=["review", "event"])
def form(request, nour_client, event):
    evidence = event.evidence.get()
    if request.param == "event":
        rows = {**NO_ROWS, "evidence-TOTAL_FORMS": 1, "evidence-INITIAL_FORMS": 1}
        rows |= {"evidence-0-event": event.pk, "evidence-0-id": evidence.pk}
        address = f"/admin/timeline/event/{event.pk}/change/"
        return Form(nour_client, address, lambda page: page.context["adminform"].form, **rows)
    address = f"/admin/timeline/article/{evidence.article_id}/review/?edit={event.pk}"
    return Form(nour_client, address, opened_in_review, action=f"edit:{event.pk}")


def opened_in_review(page):
    (item,) = [each for each in page.context["found"] if each.form]
    return item.form


def test_who_saves_first_meets_nothing(form, event):
    assert form.send(title="The ferry closes").status_code == 302
    event.refresh_from_db()
    assert event.title == "The ferry closes"


def test_who_saves_second_sees_both_and_nothing_is_overwritten(form, event, somebody_else):
    somebody_else(title="The ferry stops")
    page = form.send(title="The ferry closes").content.decode()
    event.refresh_from_db()
    assert event.title == "The ferry stops"
    for words in (SAID, "mira", "The ferry stops", 'value="The ferry closes"'):
        assert words in page


def test_who_sends_the_form_that_says_so_again_has_chosen(form, event, somebody_else):
    somebody_else(title="The ferry stops")
    form.send(title="The ferry closes")
    event.refresh_from_db()
    form.send(title="The ferry closes", seen=event.updated_at.isoformat())
    event.refresh_from_db()
    assert event.title == "The ferry closes"


def test_the_form_that_comes_back_is_of_the_version_that_it_shows(form, event, somebody_else):
    somebody_else(title="The ferry stops")
    page = form.send(title="The ferry closes").content.decode()
    event.refresh_from_db()
    assert f'name="seen" value="{event.updated_at.isoformat()}"' in page.replace("&#x2B;", "+")


def test_a_third_who_saves_meanwhile_is_seen_too(form, event, somebody_else):
    somebody_else(title="The ferry stops")
    form.send(title="The ferry closes")
    event.refresh_from_db()
    second = event.updated_at.isoformat()
    somebody_else(title="The ferry goes")
    assert "The ferry goes" in form.send(title="The ferry closes", seen=second).content.decode()


@pytest.mark.parametrize("seen", ["", "yesterday", "2024-05-20", "9" * 30])
def test_a_form_without_its_version_is_taken_as_it_is(form, event, seen):
    form.send(title="The ferry closes", seen=seen)
    event.refresh_from_db()
    assert event.title == "The ferry closes"


def test_a_form_sent_twice_asks_nothing(form, event):
    form.send(title="The ferry closes")
    assert form.send(title="The ferry closes").status_code == 302


def test_what_the_form_does_not_show_may_have_changed(form, event, somebody_else):
    somebody_else(status="published")
    form.send(title="The ferry closes")
    event.refresh_from_db()
    shown = "status" in form.fields
    assert (event.title == "The ferry closes") is not shown
    assert event.status == "published"


def test_the_service_writes_on_the_version_that_was_seen_alone(nour):
    event = create_event(title="A storm", date="2024")
    seen = event.updated_at
    update_event(event=event, user=nour, title="A gale", seen=seen)
    with pytest.raises(ChangedMeanwhileError):
        update_event(event=event, user=nour, title="A breeze", seen=seen)
    assert Event.objects.get().title == "A gale"
