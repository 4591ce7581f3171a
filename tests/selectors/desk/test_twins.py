"""Twins on the desk, tried on the sample: its edition says which tellings are of one event."""

import tomllib
from collections import defaultdict

import pytest

from tests.services import make
from timeline.extraction.findings import Name
from timeline.management import sample
from timeline.models import Article, Event
from timeline.selectors.desk.review import found_in
from timeline.selectors.desk.twins import Twin, twins
from timeline.services import review
from timeline.services.extract import extract_article
from timeline.services.sources import Citation

pytestmark = pytest.mark.django_db
MARA = Name("Mara Lind", "person")


def stories(articles: dict[str, Article]) -> dict[int, int]:
    """By the id of each event that the edition takes up, which of its events it is."""
    edition = tomllib.loads((sample.FOLDER / "edition.toml").read_text(encoding="utf-8"))
    return {
        sample.told(telling, entry["date"], articles).event_id: number
        for number, entry in enumerate(edition["events"])
        for telling in entry["told"]
    }


def test_tellings_of_one_event_in_several_articles_and_languages_meet() -> None:
    articles = {str(one.id): sample.stored(one) for one in sample.documents()}
    story = stories(articles)
    shown: dict[int, list[int]] = {}
    for article in articles.values():
        for pk, some in twins(article, found_in(article)).items():
            shown[pk] = [twin.event.pk for twin in some]
    tellings = defaultdict(set)
    for pk, number in story.items():
        tellings[number].add(pk)
    several = [pk for pk, number in story.items() if len(tellings[number]) > 1]
    met = [pk for pk in several if tellings[story[pk]].intersection(shown.get(pk, []))]
    # The edition leaves out some tellings: only an event of another story is wrong for certain.
    wrong = [pk for pk in story if shown.get(pk, [pk])[0] in story.keys() - tellings[story[pk]]]
    assert len(met) >= 0.9 * len(several)
    assert len(wrong) <= 0.02 * len(story)


def likely(article: Article) -> list[list[Twin]]:
    return list(twins(article, found_in(article)).values())


@pytest.fixture
def article() -> Article:
    """Tells of a storm on 20 May 2024 that destroyed a pier, and of an opening in 2019."""
    stored = make.article()
    extract_article(article=stored)
    return stored


def test_the_same_words_on_the_same_day_are_a_twin(article: Article) -> None:
    twin = make.event(title="A storm destroyed the pier", evidence=[Citation("A report")])
    ((found,),) = likely(article)
    assert found.event == twin
    assert 0.44 <= found.score <= 1


@pytest.mark.parametrize("date", ["2024-05-21", "2023", "2011/.."])
def test_another_time_is_another_event(article: Article, date: str) -> None:
    make.event(date, title="A storm destroyed the longest pier of the harbour")
    assert not likely(article)


def test_other_words_on_the_same_day_are_another_event(article: Article) -> None:
    english = make.article("The council of Lund met.", language="en", title="The council")
    make.event(title="The council meets", evidence=[make.quote(english, "council of Lund met")])
    assert not likely(article)


def test_what_was_rejected_or_is_of_this_article_is_no_twin(article: Article) -> None:
    twin = make.event(title="A storm destroyed the pier")
    review.reject(events=[twin], user=None)
    assert not likely(article)
    extract_article(article=article)
    assert not likely(article)


def test_queries_do_not_grow_with_the_events(
    article: Article, django_assert_max_num_queries: object
) -> None:
    for number in range(30):
        make.event(title=f"A storm destroyed pier {number}", participants=[MARA])
    found = found_in(article)
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        assert twins(article, found)
    assert Event.objects.count() > 30
