"""An event by hand: its date in words, and what supports it."""

import pytest

from tests.admin.bridge import ARTICLE, PUBLISHED_ON
from timeline.models import Entity, Event, Evidence, Timeline
from timeline.services.articles import store_article
from timeline.services.events import create_event, update_event
from timeline.services.timelines import create_timeline, publish_events

ADD = "/admin/timeline/event/add/"
UNDERSTAND = "/admin/timeline/event/understand-date/"
NO_ROWS = {
    f"{prefix}-{name}_FORMS": 0 for prefix in ("evidence", "media") for name in ("TOTAL", "INITIAL")
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def enter(nour_client):
    """Fills in the form of an event and saves it."""

    def enter(address=ADD, **given):
        fields = {"title": "The bridge opens", "date": "20 May 2024", "status": "published"}
        return nour_client.post(address, {**fields, "importance": 0, **NO_ROWS, **given})

    return enter


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("May 2024", "2024-05"),
        ("20 May 2024", "2024-05-20"),
        ("since 2011", "2011/.."),
        ("22-25 May 2024", "2024-05-22/2024-05-25"),
        ("مايو 2024", "2024-05"),
        ("198X", "198X"),
    ],
)
def test_a_date_is_taken_as_people_write_it(enter, words, edtf):
    assert enter(date=words).status_code == 302
    assert Event.objects.get().date == edtf


@pytest.fixture
def change(enter):
    """Fills in the form of the event that was entered, as it was shown but for what is given."""

    def change(**given):
        event = Event.objects.get()
        rows = {**NO_ROWS, "evidence-TOTAL_FORMS": 1, "evidence-INITIAL_FORMS": 1}
        rows |= {"evidence-0-id": event.evidence.get().pk, "evidence-0-event": event.pk}
        answer = enter(f"/admin/timeline/event/{event.pk}/change/", **{**rows, **given})
        assert answer.status_code == 302

    return change


def dated():
    return Event.objects.values_list("date", "part").get()


def test_the_part_that_the_words_say_is_kept(enter, change, nour_client):
    enter(date="early 2020")
    assert dated() == ("2020", "START")
    page = nour_client.get(f"/admin/timeline/event/{Event.objects.get().pk}/change/")
    assert page.context["adminform"].form["date"].value() == "early 2020"

    change(date="early 2020", title="The ferry opens")
    assert dated() == ("2020", "START")
    change(date="mid-March 2019")
    assert dated() == ("2019-03", "MID")
    change(date="2019-03")
    assert dated() == ("2019-03", "")


def test_a_part_that_cannot_be_said_in_words_read_back_is_not_lost(enter, change, nour_client):
    enter(date="1990~")  # "about early 1990" is not read
    Event.objects.update(part="END")

    change(date="1990~", title="The ferry opens")

    assert dated() == ("1990~", "END")


def test_a_date_that_can_be_two_is_asked_for(enter, nour_client):
    page = enter(date="5/6/2024")
    (problem,) = page.context["adminform"].errors["date"]
    assert "5 June 2024 or 6 May 2024" in problem

    answer = nour_client.get(UNDERSTAND, {"words": "5/6/2024"})
    assert answer.status_code == 400
    assert answer.json() == {"error": problem, "readings": ["5 June 2024", "6 May 2024"]}


def test_the_desk_says_which_part_was_understood(nour_client):
    answer = nour_client.get(UNDERSTAND, {"words": "late 2008"})

    assert answer.json() == {"understood": "Understood as: some day in late 2008 (2008)"}


def test_an_event_without_a_source_stands_on_the_editors_word(enter, nour):
    enter()

    assert [e.kind for e in Event.objects.get().evidence.all()] == ["editors"]
    assert Event.objects.get().entered_by == nour


def test_a_quote_is_found_in_its_article(enter):
    article = store_article(
        text=ARTICLE, title="Bridge", published_on=PUBLISHED_ON, origin="pasted"
    ).article
    words = "a storm damaged two pillars"

    enter(article=article.pk, quote=words)

    evidence = Evidence.objects.get()
    assert article.text[evidence.quote_start : evidence.quote_end] == words


def test_words_that_are_not_in_the_article_are_refused(enter):
    article = store_article(
        text=ARTICLE, title="Bridge", published_on=PUBLISHED_ON, origin="pasted"
    ).article

    page = enter(article=article.pk, quote="a flood")

    assert "These words are not in the article" in page.content.decode()
    assert not Event.objects.exists()


def test_a_quote_is_no_more_of_an_article_than_tells_an_event(enter):
    text = "The bridge opened on May 20. " * 50
    stored = store_article(text=text, title="Opened", published_on=PUBLISHED_ON, origin="pasted")
    page = enter(article=stored.article.pk, quote=text.strip())
    assert "A quote has at most 1000 characters" in page.content.decode()
    assert not Event.objects.exists()


def test_a_citation_supports_an_event(enter):
    enter(citation="The Delta Post, 21 May 2024", citation_url="https://example.org/1")

    evidence = Event.objects.get().evidence.get()
    assert (evidence.kind, evidence.citation_url) == ("citation", "https://example.org/1")


def test_nonsense_as_a_date_says_what_would_be_accepted(enter):
    page = enter(date="one fine day")

    (problem,) = page.context["adminform"].errors["date"]
    assert "20 May 2024" in problem
    assert not Event.objects.exists()


def test_correcting_a_published_event_reaches_its_timelines(enter, change, nour):
    enter()
    event = Event.objects.get()
    timeline = Timeline.objects.create(title="Bridges", slug="bridges")
    publish_events(events=[event], timeline=timeline, user=nour)

    change(date="21 May 2024")

    event.refresh_from_db()
    assert event.date == "2024-05-21"
    assert timeline.memberships.get().first_day == event.first_day


def test_the_desk_says_at_once_how_a_date_is_understood(nour_client):
    answer = nour_client.get(UNDERSTAND, {"words": "since 2011"})

    assert answer.json() == {"understood": "Understood as: since some day in 2011 (2011/..)"}


def test_in_arabic_the_notation_keeps_its_own_direction(nour_client):
    nour_client.cookies["django_language"] = "ar"

    said = nour_client.get(UNDERSTAND, {"words": "5/6/2024"}).json()["understood"]

    assert "(\u20662024-06-05\u2069)" in said


def test_the_desk_says_at_once_that_words_are_no_date(nour_client):
    answer = nour_client.get(UNDERSTAND, {"words": "soon"})

    assert answer.status_code == 400
    assert "20 May 2024" in answer.json()["error"]


def test_reading_dates_is_for_the_desk_alone(client, sam):
    sam.is_staff = True
    sam.save()
    client.force_login(sam)

    assert client.get(UNDERSTAND, {"words": "2011"}).status_code == 403


def test_before_an_event_is_deleted_it_is_told_what_goes_with_it_in_plain_words(enter, nour_client):
    enter(citation="Harbour radio")
    event = Event.objects.get()
    event.places.add(Entity.objects.create(name="Delta", kind="place"))

    page = nour_client.get(f"/admin/timeline/event/{event.pk}/delete/").content.decode()

    assert "The bridge opens" in page
    assert "Evidence: 1" in page
    assert "relationship" not in page
    assert "Index" not in page


def test_an_event_goes_back_to_an_earlier_version(enter, nour, nour_client):
    enter()
    event = Event.objects.get()
    first = event.history.latest()
    update_event(event=event, user=nour, title="The bridge closes", date="2024-06")
    page = f"/admin/timeline/event/{event.pk}/history/{first.history_id}/"
    form = nour_client.get(page).context["adminform"].form

    shown = {name: value for name in form.fields if (value := form[name].value()) is not None}
    nour_client.post(page, shown)

    event.refresh_from_db()
    assert (event.title, event.date) == (first.title, first.date)


def test_the_list_gives_dates_in_words_in_the_order_of_time(nour_client):
    for date in ("2024-05", "198X", "1985-03-02"):
        create_event(title="A storm", date=date)
    page = nour_client.get("/admin/timeline/event/?o=2").content.decode()
    listed = [page.index(date) for date in ("the 1980s", "2 March 1985", "May 2024")]
    assert listed == sorted(listed)


def test_events_are_accepted_and_deleted_from_the_list(enter, nour_client):
    enter(status="suggested")
    event = Event.objects.get()
    chosen = {"_selected_action": [event.pk]}

    nour_client.post("/admin/timeline/event/", {"action": "accept", **chosen})
    event.refresh_from_db()
    assert event.status == "published"

    nour_client.post("/admin/timeline/event/", {"action": "delete_selected", "post": "y", **chosen})
    assert not Event.objects.exists()


def test_readers_are_told_of_a_correction_and_the_history_why(enter, change, nour, nour_client):
    enter()
    event = Event.objects.get()
    timeline = create_timeline(title="Bridges")
    publish_events(events=[event], timeline=timeline, user=nour)
    note = "We gave <20 May> before."

    change(date="21 May 2024", correction=note, reason="The Delta Post was wrong")

    told = "We gave &lt;20 May&gt; before."
    assert told in nour_client.get(f"/events/{event.pk}/").content.decode()
    shown = f"/timelines/{timeline.slug}/?event={event.pk}"
    assert told in nour_client.get(shown).content.decode()
    feed = nour_client.get(f"/timelines/{timeline.slug}/feed/").content.decode()
    assert "Correction: We gave" in feed
    history = nour_client.get(f"/admin/timeline/event/{event.pk}/history/").content.decode()
    assert "The Delta Post was wrong" in history
    assert "The Delta Post was wrong" not in nour_client.get(shown).content.decode()


def test_a_correction_note_has_an_end(enter, nour_client):
    enter()
    address = f"/admin/timeline/event/{Event.objects.get().pk}/change/"
    page = enter(address, correction="x" * 1001)
    assert "correction" in page.context["adminform"].errors
