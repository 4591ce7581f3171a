"""An article comes in on the desk, and its review page opens."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.admin.bridge import ARTICLE, DATES, PUBLISHED_ON
from timeline.admin import article_form
from timeline.fetching.document import Document
from timeline.fetching.errors import FetchError
from timeline.models import Article, Event, Run
from timeline.services.articles import store_article
from timeline.services.bin.removal import delete_articles

ADD = "/admin/timeline/article/add/"
BLANK = {"url": "", "text": "", "title": "", "published_on": "", "language": "", "publisher": ""}

pytestmark = pytest.mark.django_db


def bring_in(client, **given):
    return client.post(ADD, {**BLANK, "author": "", **given}, follow=True)


def change(client, article, **given):
    """The form of an article, sent with another title."""
    rows = {"addresses-TOTAL_FORMS": 0, "addresses-INITIAL_FORMS": 0}
    address = reverse("admin:timeline_article_change", args=[article.pk])
    return client.post(address, {"title": "Another title", **rows, **given}, follow=True)


def fetching(monkeypatch, document):
    def fetched(url):
        if isinstance(document, Exception):
            raise document
        return document

    monkeypatch.setattr(article_form, "_fetched", fetched)


def test_a_pasted_article_is_read_and_its_review_opens(nour_client):
    page = bring_in(nour_client, text=ARTICLE, published_on=PUBLISHED_ON)

    article = Article.objects.get()
    assert page.redirect_chain[-1][0] == reverse("admin:timeline_article_review", args=[article.pk])
    assert set(Event.objects.values_list("date", flat=True)) == DATES
    assert article.title == "Delta bridge reopens after repairs"
    assert article.origin == "pasted"


def test_a_text_is_stored_once_and_its_review_opens_again(nour_client):
    bring_in(nour_client, text=ARTICLE, published_on=PUBLISHED_ON)
    page = bring_in(nour_client, text=ARTICLE.replace("\n", "\r\n"), published_on=PUBLISHED_ON)

    assert Article.objects.count() == 1
    assert Event.objects.count() == len(DATES)
    assert "stored already" in page.content.decode()


def test_an_article_without_a_date_says_what_is_missing_and_keeps_the_text(nour_client):
    page = bring_in(nour_client, text=ARTICLE)

    assert "Give the day on which it was published." in page.content.decode()
    assert "a storm damaged two pillars" in page.content.decode()
    assert not Article.objects.exists()


def test_an_empty_form_asks_for_a_text_or_an_address(nour_client):
    page = bring_in(nour_client, published_on=PUBLISHED_ON)

    assert "Paste the text of the article, or give its address." in page.content.decode()


def test_an_address_is_fetched_and_what_the_editor_wrote_goes_first(nour_client, monkeypatch):
    document = Document(title="From the page", text=ARTICLE, publisher="The Delta Post")
    fetching(monkeypatch, document)

    bring_in(nour_client, url="https://example.org/bridge", title="Mine", published_on=PUBLISHED_ON)

    article = Article.objects.get()
    assert (article.title, article.publisher) == ("Mine", "The Delta Post")
    assert (article.origin, article.url) == ("fetched", "https://example.org/bridge")


def test_a_page_without_a_date_asks_for_it_and_shows_what_was_read(nour_client, monkeypatch):
    fetching(monkeypatch, Document(title="From the page", text=ARTICLE))

    page = bring_in(nour_client, url="https://example.org/bridge").content.decode()

    assert "Give the day on which it was published." in page
    assert "a storm damaged two pillars" in page


def test_a_page_that_cannot_be_fetched_says_why(nour_client, monkeypatch):
    fetching(monkeypatch, FetchError("%(host)s did not answer.", host="example.org"))

    page = bring_in(nour_client, url="https://example.org/bridge", published_on=PUBLISHED_ON)

    assert "example.org did not answer." in page.content.decode()
    assert not Article.objects.exists()


def test_an_address_in_a_private_network_is_refused_by_the_real_client(nour_client):
    page = bring_in(nour_client, url="http://127.0.0.1/secret", published_on=PUBLISHED_ON)

    assert page.context["adminform"].form.errors["url"]
    assert not Article.objects.exists()


def test_the_text_of_a_stored_article_cannot_be_changed(nour_client):
    bring_in(nour_client, text=ARTICLE, published_on=PUBLISHED_ON)
    article = Article.objects.get()

    change(nour_client, article, published_on=PUBLISHED_ON, language="en", text="Other words")

    article.refresh_from_db()
    assert (article.title, article.text) == ("Another title", ARTICLE)


@pytest.mark.parametrize("address", [ADD, "/admin/timeline/article/", "/admin/timeline/event/add/"])
def test_who_has_no_rights_gets_no_desk(client, sam, address):
    client.force_login(sam)

    assert client.get(address).status_code == 302


def test_an_article_goes_with_the_suggestions_found_in_it(nour_client):
    bring_in(nour_client, text=ARTICLE, published_on=PUBLISHED_ON)
    address = reverse("admin:timeline_article_delete", args=[Article.objects.get().pk])

    assert "What goes with it" in nour_client.get(address).content.decode()
    nour_client.post(address, {"post": "yes"})

    assert not Article.objects.exists()
    assert not Event.objects.exists()


def test_an_article_that_an_accepted_event_rests_on_stays(nour_client):
    bring_in(nour_client, text=ARTICLE, published_on=PUBLISHED_ON)
    Event.objects.filter(date="2019-10").update(status="published")
    chosen = {"_selected_action": [Article.objects.get().pk]}

    page = nour_client.post(
        "/admin/timeline/article/", {"action": "delete_selected", "post": "yes", **chosen}
    )

    assert "An article stays while an event that was accepted" in page.content.decode()
    address = reverse("admin:timeline_article_delete", args=[Article.objects.get().pk])
    page = nour_client.post(address, {"post": "yes"})
    assert "An article stays while an event that was accepted" in page.content.decode()
    assert Event.objects.count() == len(DATES)
    with pytest.raises(ValidationError):
        delete_articles(articles=[Article.objects.get()])


def test_the_list_is_narrowed_by_languages_that_are_called_by_their_names(nour_client):
    for language in ("en", "ar", ""):
        store_article(
            text=f"{language} {ARTICLE}",
            title="Bridge",
            published_on=PUBLISHED_ON,
            language=language,
            origin="pasted",
        )
    page = nour_client.get("/admin/timeline/article/?_facets=True").content.decode()
    found = re.findall(r'<a href="\?_facets=True&amp;language=(\w*)">\s*([^<]*)</a>', page)
    assert found == [("", "no language given (1)"), ("ar", "Arabic (1)"), ("en", "English (1)")]
    narrowed = nour_client.get("/admin/timeline/article/?language=").content.decode()
    assert narrowed.count('class="action-select"') == 1


@pytest.mark.parametrize("field", ["published_on", "language"])
def test_a_language_or_a_day_put_right_has_the_article_read_again(nour_client, field):
    right = {"published_on": PUBLISHED_ON, "language": "en"}
    wrong = {"published_on": "1999-12-31", "language": "fr"}
    bring_in(nour_client, text=ARTICLE, **{**right, field: wrong[field]})
    article = Article.objects.get()
    assert set(Event.objects.values_list("date", flat=True)) != DATES

    page = change(nour_client, article, **right)

    assert set(Event.objects.values_list("date", flat=True)) == DATES
    assert "The article was read again" in page.content.decode()


def test_what_was_decided_stays_when_its_article_is_read_again(nour_client):
    bring_in(nour_client, text=ARTICLE, published_on="1999-12-31")
    decided = Event.objects.all()[0]
    Event.objects.filter(pk=decided.pk).update(status="rejected")

    change(nour_client, Article.objects.get(), published_on=PUBLISHED_ON, language="en")

    decided.refresh_from_db()
    assert decided.status == "rejected"


def test_another_title_has_nothing_read_again(nour_client):
    bring_in(nour_client, text=ARTICLE, published_on=PUBLISHED_ON)
    before = set(Event.objects.values_list("pk", flat=True))

    change(nour_client, Article.objects.get(), published_on=PUBLISHED_ON, language="en")

    assert set(Event.objects.values_list("pk", flat=True)) == before


def test_what_is_no_code_of_a_language_is_refused_where_one_is_given(nour_client):
    page = bring_in(nour_client, text=ARTICLE, published_on=PUBLISHED_ON, language="English")

    assert "Write a code such as en or ar." in page.content.decode()
    assert not Article.objects.exists()
    bring_in(nour_client, text=ARTICLE, published_on=PUBLISHED_ON, language=" en-GB ")
    assert Article.objects.get().language == "en"


def test_the_chosen_articles_are_read_again_in_the_background(nour_client):
    bring_in(nour_client, text=ARTICLE, published_on=PUBLISHED_ON)
    Event.objects.all().delete()
    chosen = {"_selected_action": [Article.objects.get().pk]}

    page = nour_client.post(
        "/admin/timeline/article/", {"action": "read_again", **chosen}, follow=True
    )

    assert "They are read in the background." in page.content.decode()
    run = Run.objects.get()
    assert page.redirect_chain[-1][0] == reverse("admin:timeline_run_change", args=[run.pk])
