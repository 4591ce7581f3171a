"""The pages in Arabic, the way to change the language, and each text in its own language."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from timeline.models import Timeline


def _page(client: Client, path: str) -> str:
    return client.get(path, headers={"accept-language": "ar"}).content.decode()


def test_a_page_in_arabic_runs_from_right_to_left(client, db):
    page = _page(client, "/")
    assert '<html lang="ar" dir="rtl">' in page
    assert "أهلًا بك في Dateline" in page


def test_dates_and_counts_follow_the_reader(client, harbour):
    page = _page(client, reverse("timeline", args=[harbour.slug]))
    assert "20 مايو 2024" in page
    assert "حتى أغسطس 2018" in page
    assert "4 أحداث" in page


def test_a_timeline_keeps_its_own_language(client, harbour):
    page = _page(client, reverse("timeline", args=[harbour.slug]))
    assert '<h1 lang="en" dir="ltr">The harbour &amp; its keepers</h1>' in page


def test_how_a_date_was_found_is_said_in_the_readers_language(client, harbour, opening):
    page = _page(client, reverse("event", args=[harbour.slug, opening.pk]))
    assert "«\u2068on May 20\u2069»: أقرب 20 مايو إلى النشر في 30 مايو 2024" in page


def test_names_are_those_of_the_readers_language_where_they_are_known(client, harbour, opening):
    mara = opening.participants.get()
    mara.names.create(name="مارا ليند", language="ar", folded="مارا ليند")
    path = reverse("timeline", args=[harbour.slug])
    assert "<bdi>مارا ليند</bdi>" in _page(client, path)
    assert "<bdi>Mara Lind</bdi>" in client.get(path).content.decode()


def test_the_figure_is_asked_for_in_the_readers_language(client, harbour):
    page = _page(client, reverse("timeline", args=[harbour.slug]))
    assert 'data-language="ar" data-direction="rtl"' in page


def test_a_button_changes_the_language_and_leads_back(client, harbour):
    path = f"{reverse('timeline', args=[harbour.slug])}?page=1"
    form = re.search(r'<form action="(.*?)" method="post".*?</form>', client.get(path).text, re.S)
    assert form
    assert 'value="ar" lang="ar" dir="rtl"' in form[0]
    answer = client.post(form[1], {"language": "ar", "next": path})
    assert answer.headers["location"] == path
    assert '<html lang="ar"' in client.get(path).content.decode()


@pytest.mark.parametrize(
    ("language", "direction", "date"),
    [
        ("fr", "ltr", "20 mai 2024"),
        ("es", "ltr", "20 de mayo de 2024"),
        ("de", "ltr", "20. Mai 2024"),
        ("ru", "ltr", "20 мая 2024"),
        ("fa", "rtl", '۲۰ مهٔ ۲۰۲۴</time> <span class="solar">(۳۱ اردیبهشت ۱۴۰۳)</span>'),
    ],
)
def test_the_pages_speak_each_language_of_the_interface(client, harbour, language, direction, date):
    path = reverse("timeline", args=[harbour.slug])
    page = client.get(path, headers={"accept-language": language}).content.decode()
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert date in page
    assert "Search and filters" not in page


def test_numbers_are_written_in_the_digits_of_the_language(client, harbour):
    page = client.get("/", headers={"accept-language": "fa"}).content.decode()
    assert "۴ رویداد" in page


def test_the_figure_counts_in_the_digits_of_the_language(client, harbour):
    path = reverse("figure", args=[harbour.slug])
    summary = client.get(path, {"lang": "fa"}).json()["layout"]["meta"]["summary"]
    assert summary["events"] == "۴ رویداد"
    assert client.get(path, {"lang": "ar"}).json()["layout"]["meta"]["summary"]["events"][0] == "4"


def test_the_list_of_languages_names_each_in_itself_and_the_one_that_is_spoken_first(client, db):
    page = client.get("/", headers={"accept-language": "de"}).content.decode()
    assert re.search(r"<summary[^>]*>.*Deutsch</summary>", page)
    offered = re.findall(r'name="language" value="(\w+)"', page)
    assert offered == ["en", "ar", "fr", "es", "ru", "fa"]


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:x"])
def test_changing_the_language_leads_to_no_other_site(client, db, elsewhere):
    answer = client.post("/i18n/setlang/", {"language": "ar", "next": elsewhere})
    assert answer.headers["location"] == "/"


def test_an_address_may_name_the_language_before_browser_and_cookie(client, harbour):
    path = reverse("timeline", args=[harbour.slug])
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "de"
    answer = client.get(f"{path}?lang=fr", headers={"accept-language": "ar"})
    assert '<html lang="fr" dir="ltr">' in answer.text
    assert answer.headers["Content-Language"] == "fr"
    assert '<html lang="de"' in client.get(f"{path}?lang=xx").text
    assert '<html class="embed" lang="fr"' in client.get(f"{path}embed/?lang=fr").text


def test_the_language_of_an_address_stays_on_the_way_through_a_timeline(client, harbour):
    page = client.get(f"{reverse('timeline', args=[harbour.slug])}?lang=fr").text
    assert re.search(r'href="[^"]*lang=fr&amp;event=\d+', page)
    assert '<input type="hidden" name="lang" value="fr">' in page
    assert "/embed/?lang=fr" in page


@pytest.mark.parametrize(("opened", "kept"), [("document", True), ("iframe", False), ("", False)])
def test_it_is_kept_for_other_pages_where_a_reader_opened_it_as_a_page(client, db, opened, kept):
    client.get("/?lang=fa", headers={"sec-fetch-dest": opened})
    assert ('<html lang="fa"' in client.get("/").text) is kept


def test_choosing_another_language_leads_back_without_the_one_in_the_address(client, harbour):
    path = reverse("timeline", args=[harbour.slug])
    page = client.get(f"{path}?q=a%26b&lang=fr&page=1").text
    assert f'name="next" value="{path}?q=a%26b&amp;page=1"' in page


def test_search_engines_are_told_the_address_of_a_page_in_each_language(client, harbour, opening):
    for path in ("/", reverse("timeline", args=[harbour.slug]), f"/events/{opening.pk}/"):
        page = client.get(f"{path}?lang=ru&q=x").text
        whole = f"http://testserver{path}"
        assert f'<link rel="canonical" href="{whole}?lang=ru">' in page
        assert f'<link rel="alternate" hreflang="x-default" href="{whole}">' in page
        told = re.findall(r'hreflang="(\w\w)" href="(.*?)"', page)
        assert told == [(code, f"{whole}?lang={code}") for code, _name in settings.LANGUAGES]
    assert f'rel="canonical" href="{whole}">' in client.get(path).text


def test_a_draft_and_a_page_with_any_query_give_no_address_away(admin_client, harbour):
    path = reverse("timeline", args=[harbour.slug])
    second = admin_client.get(f"{path}?page=2").text
    assert f'rel="canonical" href="http://testserver{path}?page=2">' in second
    assert (
        f'rel="canonical" href="http://testserver{path}">'
        in admin_client.get(f"{path}?page=%3Cb%3E").text
    )
    Timeline.objects.update(visibility=Timeline.Visibility.DRAFT)
    assert "hreflang" not in admin_client.get(path).text
