"""Words that people read, from packages that know no Django."""

import pytest

from timeline.dates.messages import Sentence, megabytes, verbatim


@pytest.mark.parametrize(
    ("size", "told"), [(5_000_000, "5"), (1_500_000, "1.5"), (200_000_000, "200")]
)
def test_a_size_is_told_in_the_unit_that_people_know(size, told):
    assert megabytes(size) == told


def test_a_sentence_within_another_is_translated_with_it():
    catalogue = {"It fails: %(why)s": "Misslungen: %(why)s", "too old.": "zu alt."}
    told = Sentence("It fails: %(why)s", why=Sentence("too old."))
    assert told.in_words(catalogue.__getitem__) == "Misslungen: zu alt."
    assert str(verbatim("100 %")) == "100 %"
