"""The queue: what waits, in which order, and what comes next."""

import pytest

from tests.services import make
from timeline.models import Article
from timeline.selectors.desk.queue import Order, following, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles():
    """Three that wait, the middle one the surest, and one that is done."""
    made = []
    for number, certainty in enumerate((0.5, 0.9, None, None)):
        article = make.article(text=f"Text {number}", title=f"Article {number}")
        status = Article.Status.REVIEWED if number == 3 else Article.Status.EXTRACTED
        Article.objects.filter(pk=article.pk).update(certainty=certainty, status=status)
        article.refresh_from_db()
        made.append(article)
    return made


def titles(found):
    return [article.title for article in found]


def test_what_came_in_first_is_first(articles):
    assert titles(waiting(Order.OLDEST)) == ["Article 0", "Article 1", "Article 2"]


def test_the_surest_is_first_and_what_nothing_is_known_of_last(articles):
    assert titles(waiting(Order.CERTAIN)) == ["Article 1", "Article 0", "Article 2"]


def test_the_next_one_comes_after_this_one(articles):
    assert following(articles[0], Order.OLDEST) == articles[1]
    assert following(articles[1], Order.CERTAIN) == articles[0]
    assert following(articles[0], Order.CERTAIN) == articles[2]


def test_after_the_last_one_comes_the_first_again(articles):
    assert following(articles[2], Order.OLDEST) == articles[0]
    assert following(articles[2], Order.CERTAIN) == articles[1]


def test_what_is_done_has_a_next_one_too(articles):
    assert following(articles[3], Order.OLDEST) == articles[0]
    assert following(articles[3], Order.CERTAIN) == articles[1]


def test_the_last_that_waits_has_no_next_one(articles):
    Article.objects.exclude(pk=articles[0].pk).update(status=Article.Status.REVIEWED)
    assert following(articles[0], Order.OLDEST) is None


def test_texts_are_not_loaded(articles):
    assert "text" in waiting(Order.OLDEST)[0].get_deferred_fields()
