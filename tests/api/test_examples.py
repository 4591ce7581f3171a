"""docs/api.md: each example is asked for, and the answer holds what is shown of it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "api.md"
EXAMPLES = re.findall(
    r"^    GET (\S+)\n\n```json\n(.*?)^```$", DOCUMENT.read_text(encoding="utf-8"), re.M | re.S
)


def _holds(answer: Any, shown: Any) -> bool:
    """Objects may hold more; lists have as many."""
    if isinstance(shown, dict):
        return all(name in answer and _holds(answer[name], shown[name]) for name in shown)
    if isinstance(shown, list):
        return len(answer) == len(shown) and all(map(_holds, answer, shown))
    return bool(answer == shown)


def test_there_are_examples():
    assert len(EXAMPLES) >= 5


@pytest.mark.parametrize(("address", "shown"), EXAMPLES, ids=[address for address, _ in EXAMPLES])
def test_an_example_is_answered_as_shown(client, harbour, address, shown):
    answer = client.get(address).json()
    assert _holds(answer, json.loads(shown)), answer
