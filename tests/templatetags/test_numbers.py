"""Numbers on a page."""

from django.core.paginator import Paginator
from django.utils import translation

from timeline.templatetags.numbers import grouped, page_links


def test_a_large_number_is_written_as_its_language_does():
    assert grouped(10_000) == "10,000"
    with translation.override("ar"):
        assert grouped(10_000) == "10,000"


def test_a_small_number_is_left_as_it_is():
    assert grouped(7) == "7"


def test_all_of_a_few_pages_are_offered():
    assert list(page_links(Paginator(range(5), 1).page(2))) == [1, 2, 3, 4, 5]


def test_of_many_pages_the_ends_and_the_neighbours_are_offered():
    offered = list(page_links(Paginator(range(100), 1).page(50)))
    assert offered == [1, None, 49, 50, 51, None, 100]
