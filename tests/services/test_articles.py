from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from tests.services import make
from timeline.models import Article
from timeline.models.article import URL_LENGTH
from timeline.services.articles import Stored, find_article, store_article

pytestmark = pytest.mark.django_db


def store(text: str = make.TEXT, url: str = "") -> Stored:
    return store_article(
        text=text, title="The harbour", published_on=make.PUBLISHED_ON, url=url, origin="pasted"
    )


def test_a_text_is_stored_once_under_all_its_addresses() -> None:
    first = store(url="https://news.example/one")
    second = store(url="https://news.example/two")
    again = store(url="https://news.example/one")
    assert (first.created, second.created, again.created) == (True, False, False)
    assert first.article == second.article == again.article
    addresses = [address.url for address in first.article.addresses.all()]
    assert addresses == ["https://news.example/one", "https://news.example/two"]
    assert first.article.url == "https://news.example/one"


def test_texts_that_differ_in_one_space_are_two_articles() -> None:
    assert store().article != store(make.TEXT + " ").article


def test_a_text_comes_in_normalised_and_otherwise_untouched() -> None:
    stored = store(" One\r\ntwo\x00 \udc00three ").article
    stored.refresh_from_db()
    assert stored.text == " One\ntwo\ufffd \ufffdthree "


def test_line_ends_make_no_second_article() -> None:
    assert store("One\ntwo").article == store("One\r\ntwo").article
    assert find_article(text="One\r\ntwo") is not None
    assert find_article(text="Three") is None


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_a_text_without_words_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(ValidationError, match="The article is empty: give its text"):
        store(text)
    assert not Article.objects.exists()


def test_a_missing_title_is_the_first_line() -> None:
    stored = store_article(
        text="\n  Storm in Sidra \nIt rained.",
        title=" ",
        published_on=make.PUBLISHED_ON,
        origin="file",
    )
    assert stored.article.title == "Storm in Sidra"


def test_what_describes_an_article_is_cut_to_its_fields_and_half_an_address_is_left_out() -> None:
    stored = store_article(
        text=make.TEXT,
        title="t" * 600,
        published_on=make.PUBLISHED_ON,
        publisher="p" * 400,
        url="https://news.example/" + "a" * URL_LENGTH,
        origin="file",
    )
    assert len(stored.article.title) == 500
    assert len(stored.article.publisher) == 300
    assert stored.article.url == ""


def test_storing_leaves_a_history_without_the_text() -> None:
    record = store().article.history.get()
    assert record.title == "The harbour"
    assert not hasattr(record, "text")


@pytest.mark.django_db(transaction=True)
def test_writers_who_store_one_text_at_once_end_with_one_article() -> None:
    writers, results = 6, []
    start = Barrier(writers)

    def write(number: int) -> None:
        start.wait()
        try:
            results.append(store(url=f"https://news.example/{number}"))
        finally:
            connection.close()

    threads = [Thread(target=write, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == writers
    assert sum(result.created for result in results) == 1
    assert Article.objects.get().addresses.count() == writers
