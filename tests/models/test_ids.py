import pytest

from timeline.models.ids import is_id


@pytest.mark.parametrize("text", ["0", "12", "0012", str(2**63 - 1)])
def test_what_a_database_can_be_asked_for_is_an_id(text):
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "-1", "1.5", " 1", "1\n", "²", "١٢", str(2**63), "0" * 20 + "9" * 30, "9" * 5000]
)
def test_anything_else_is_none(text):
    assert not is_id(text)
