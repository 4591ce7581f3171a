"""Timelines on the desk: which events join them by themselves, in plain fields."""

import pytest
from django.urls import reverse

from tests.roles import client_of
from tests.services.make import article, quote
from tests.services.make import event as make_event
from timeline import tasks
from timeline.extraction.findings import Name
from timeline.models import Category, Entity, Run, Timeline
from timeline.services import review
from timeline.services.entities import resolve
from timeline.services.events import create_event
from timeline.services.timelines import add_events, create_timeline

pytestmark = pytest.mark.django_db

FORM = {"title": "Storms", "slug": "storms", "language": "en", "visibility": "draft"}
FORM |= {"lanes": "category", "introduction": ""}
FORM |= {"cover-TOTAL_FORMS": "0", "cover-INITIAL_FORMS": "0"}
DISASTERS = {"by_filter": "on", "categories": ["disaster"]}


@pytest.fixture
def storm(nour):
    return create_event(
        title="A storm",
        date="2024-05-20",
        status="published",
        category=Category.objects.get(key="disaster"),
        places=[Name("Sidra", "place")],
        user=nour,
    )


@pytest.fixture
def timeline(db):
    return create_timeline(title="Storms")


@pytest.fixture
def address(timeline):
    return reverse("admin:timeline_timeline_change", args=[timeline.pk])


@pytest.fixture
def save(nour_client, timeline, address):
    """Saves the form with these fields; the page that follows."""

    def save(**fields):
        page = nour_client.post(address, {**FORM, **fields}, follow=True)
        timeline.refresh_from_db()
        return page

    return save


def on(timeline):
    return [membership.event for membership in timeline.memberships.order_by("event")]


def test_a_filter_is_kept_as_it_was_given_and_its_events_come(save, timeline, storm):
    sidra = storm.places.get()
    save(**DISASTERS, entities=[sidra.pk], since="May 2024", until="early 2025", words="storm")
    assert timeline.saved_filter == {
        "words": "storm",
        "categories": ["disaster"],
        "entities": [sidra.pk],
        "from": "2024-05",
        "to": "2025-01-01/2025-05-02",
    }
    assert on(timeline) == [storm]


def test_the_form_shows_what_is_kept_and_how_many_match(save, nour_client, address, storm):
    save(**DISASTERS, since="2024-05", precisions=["day"])
    page = nour_client.get(address)
    form = page.context["adminform"].form
    assert form["since"].value() == "2024-05"
    assert form["categories"].value() == ["disaster"]
    assert form["precisions"].value() == ["day"]
    assert "1 event matches now." in page.content.decode()


def test_the_form_says_how_many_would_match_what_is_written_in_it(nour_client, storm):
    ask = reverse("admin:timeline_timeline_matching")
    assert nour_client.get(ask, DISASTERS).json()["sentence"] == "1 event matches now."
    wrong = nour_client.get(ask, {**DISASTERS, "since": "2025", "until": "2024"})
    assert (wrong.status_code, "wanted from" in wrong.json()["error"]) == (400, True)
    assert client_of("account").get(ask, DISASTERS).status_code == 403


def test_when_the_filter_changes_its_events_leave_and_those_by_hand_stay(save, timeline, storm):
    save(**DISASTERS)
    by_hand = create_event(title="A flood", date="2023", status="published")
    add_events(events=[by_hand], timeline=timeline)
    save(by_filter="on", categories=["politics"])
    assert on(timeline) == [by_hand]
    save()
    assert (timeline.saved_filter, on(timeline)) == (None, [by_hand])


def test_what_many_events_match_is_filled_in_the_background(save, timeline, storm, monkeypatch):
    monkeypatch.setattr(tasks, "_JOINING_AT_ONCE", 0)
    page = save(**DISASTERS)
    assert "in the background" in page.content.decode()
    assert on(timeline) == []
    tasks.carry_out.call(run_id=Run.objects.get().pk)
    assert on(timeline) == [storm]


def test_timelines_are_refreshed_from_the_list(nour_client, timeline):
    chosen = {"action": "refresh", "_selected_action": [timeline.pk]}
    nour_client.post(reverse("admin:timeline_timeline_changelist"), chosen)
    assert Run.objects.get().items.get().target == timeline.pk


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Every event would join"),
        ({"since": "2024", "until": "2020"}, "before the date that the events are wanted from"),
        ({"since": "someday"}, "errorlist"),
        ({"words": "?!"}, "there is none in this"),
        ({"categories": ["none such"]}, "Select a valid choice"),
        ({"entities": ["999"]}, "Select a valid choice"),
        ({"sources": ["No such paper"]}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_stored(save, timeline, given, said):
    page = save(by_filter="on", **given)
    assert said in page.content.decode()
    assert timeline.saved_filter is None


def test_a_filter_by_a_name_that_is_gone_does_not_let_everything_join(save, timeline, storm):
    (gone,) = resolve(named=[Name("Atlantis", "place")], language="en")
    save(by_filter="on", entities=[gone.pk])
    Entity.objects.filter(pk=gone.pk).delete()
    assert "Every event would join" in save(by_filter="on").content.decode()
    assert on(timeline) == []


def test_a_filter_names_single_articles_beside_publishers(save, nour_client, address, timeline):
    alone, courier = (
        article("A pier is dug.", publisher=""),
        article("It is long.", publisher="Courier"),
    )
    told = [
        make_event(evidence=[quote(alone, "pier")]),
        make_event(evidence=[quote(courier, "long")]),
        make_event(),
    ]
    review.accept(events=told, user=None)
    save(by_filter="on", sources=["Courier"], articles=[alone.pk])
    assert timeline.saved_filter == {"sources": ["Courier", f"article:{alone.pk}"]}
    assert on(timeline) == told[:2]
    form = nour_client.get(address).context["adminform"].form
    assert (form["sources"].value(), form["articles"].value()) == (["Courier"], [alone.pk])
    assert alone.title in str(form["articles"])


def test_a_filter_follows_the_new_key_of_its_category(save, nour_client, timeline, storm):
    save(**DISASTERS)
    category = Category.objects.get(key="disaster")
    fields = {name: getattr(category, name) for name in ("name", "colour", "shape", "position")}
    change = reverse("admin:timeline_category_change", args=[category.pk])
    assert nour_client.post(change, fields | {"key": "calamity"}).status_code == 302
    timeline.refresh_from_db()
    assert timeline.saved_filter == {"categories": ["calamity"]}
    assert on(timeline) == [storm]


def test_a_filter_follows_a_publisher_whose_articles_all_have_another_name(
    save, nour_client, timeline, django_capture_on_commit_callbacks
):
    first, second = (article(text, publisher="Courier") for text in ("A pier.", "A quay."))
    told = [
        make_event(evidence=[quote(first, "pier")]),
        make_event(evidence=[quote(second, "quay")]),
    ]
    review.accept(events=told, user=None)
    save(by_filter="on", sources=["Courier"])

    def rename(one):
        fields = {"title": one.title, "published_on": one.published_on, "language": "en"}
        fields |= {"addresses-TOTAL_FORMS": 0, "addresses-INITIAL_FORMS": 0}
        change = reverse("admin:timeline_article_change", args=[one.pk])
        with django_capture_on_commit_callbacks(execute=True):
            answer = nour_client.post(change, fields | {"publisher": "The Courier"})
        assert answer.status_code == 302
        timeline.refresh_from_db()

    rename(first)
    assert (timeline.saved_filter, on(timeline)) == ({"sources": ["Courier"]}, told[1:])
    rename(second)
    assert (timeline.saved_filter, on(timeline)) == ({"sources": ["The Courier"]}, told)


def test_a_new_timeline_is_made_with_its_filter(nour_client, storm):
    nour_client.post(reverse("admin:timeline_timeline_add"), {**FORM, **DISASTERS})
    assert on(Timeline.objects.get()) == [storm]


def test_who_may_only_look_sees_no_field_to_fill_in(address):
    page = client_of("Contributor").get(address)
    assert page.status_code == 200
    assert "by_filter" not in page.content.decode()


def test_the_private_link_is_shown_to_those_who_may_change_it_and_made_anew(save, timeline):
    page = save(visibility="link")
    first = timeline.private_address
    form = reverse("admin:timeline_timeline_change", args=[timeline.pk])
    shown = f"http://testserver/timelines/{first}/"
    assert shown in client_of("Editor").get(form).content.decode()
    assert first not in client_of("Contributor").get(form).content.decode()
    save(visibility="link")
    assert timeline.private_address == first
    save(visibility="link", new_link="on")
    assert timeline.private_address not in ("", first)
    assert page.status_code == 200


def test_the_language_of_a_timeline_is_a_code(save, timeline):
    page = save(language="English")
    assert "Write a code such as en or ar." in page.content.decode()
    save(language="AR")
    assert timeline.language == "ar"


def test_credits_are_given_in_the_form_and_stand_below_the_events_as_plain_text(save, client):
    save(visibility="public", credits="Made by Nour & <b>friends</b>.\n\nThanks to Sidra.")
    page = client.get(reverse("timeline", args=["storms"])).content.decode()
    shown = page[page.index('class="credits"') :]
    assert "Made by Nour &amp; &lt;b&gt;friends&lt;/b&gt;." in shown
    assert "Thanks to Sidra." in shown


def test_credits_that_are_too_long_are_refused_and_nothing_is_lost(save, timeline):
    page = save(credits="x" * 2001)
    assert "2001" in page.content.decode()
    assert page.context["adminform"].form["credits"].value() == "x" * 2001
    assert timeline.credits == ""


def test_eras_are_written_in_words_and_kept_as_exact_as_they_are(save, timeline):
    save(eras="1914-1918: The Great War\nthe 1920s: Golden years")
    assert timeline.eras == "1914/1918: The Great War\n192X: Golden years"


def test_an_era_without_an_end_is_told(save, timeline):
    page = save(eras="since 1914: War")
    assert "“1914/..” has not both" in page.content.decode()
    assert timeline.eras == ""


def test_a_new_timeline_begins_with_a_language(nour_client):
    page = nour_client.get(reverse("admin:timeline_timeline_add"))
    assert page.context["adminform"].form["language"].value() == "en"
