"""The floor: scores below which the extraction must not fall, pinned to the gold they stand on."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from .gold import digest

# Digits after the point. The same text gives the same score: nothing else is allowed for.
_DIGITS = 4
_SCALE = 10_000
REPIN = "If that is meant, run `manage.py evaluate --pin` and commit floor.toml with the change."


def pin(path: Path, gold: Path, figures: Mapping[str, float]) -> None:
    """Write the floor at today's figures."""
    floors = {name: _down(figure) for name, figure in figures.items()}
    lines = [
        "# Scores on the gold beside this file that must not be lost. Written by",
        "# `manage.py evaluate --pin`; the digest covers the gold and the floors.",
        f'digest = "{digest(gold, floors.items())}"',
        "",
        "[floors]",
        *(f"{name} = {floor:.{_DIGITS}f}" for name, floor in floors.items()),
    ]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def problems(path: Path, gold: Path, figures: Mapping[str, float]) -> Iterator[str]:
    """One sentence for everything that is not as it was pinned, with the way out."""
    pinned = tomllib.loads(path.read_text(encoding="utf-8"))
    floors: dict[str, float] = pinned["floors"]
    if pinned["digest"] != digest(gold, floors.items()):
        yield f"The gold or the floor is not what was pinned. {REPIN}"
    for name in sorted(floors.keys() | figures.keys()):
        floor, figure = floors.get(name), figures.get(name)
        if floor is None or figure is None:
            yield f"{name} is in only one of floor and figures. {REPIN}"
        elif _down(figure) < floor:
            yield f"{name} fell to {_down(figure):.4f}; the floor is {floor:.4f}. {REPIN}"


def _down(figure: float) -> float:
    return math.floor(figure * _SCALE) / _SCALE
