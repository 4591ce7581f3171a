"""What the suite leaves out on the second database."""

from pathlib import Path

import pytest

from scripts.test import ONCE

TESTS = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("name", ONCE)
def test_what_is_tested_once_is_there(name):
    assert (TESTS / name).exists(), f"scripts/test.py leaves out tests/{name}, which is not there"
