"""Days and texts of web pages, beside what htmldate and trafilatura alone read there."""

import pytest

from scripts import pages


@pytest.fixture(scope="module")
def gold():
    return pages.load()


def test_more_days_are_right_than_others_read_and_none_is_wrong_unasked(gold):
    scores = pages.scores(gold)
    ours = scores.pop(pages.OURS)
    assert ours.right > max(score.right for score in scores.values())
    assert ours.wrong_and_sure == 0


def test_the_text_is_at_least_as_right_as_that_of_trafilatura(gold):
    scores = pages.scores(gold)
    ours, theirs = scores[pages.OURS].text, scores[pages.TEXTS].text
    assert ours is not None
    assert theirs is not None
    assert ours >= theirs
