"""What all traces of a figure have in common: colours, words, direction and scale."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.chart.rows import Style
from timeline.dates.messages import Translate

Trace = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pen:
    """Colours, words, direction and scale."""

    styles: Mapping[str, Style]
    palette: Mapping[str, str]
    language: str
    right_to_left: bool
    pixels_per_day: float
    translate: Translate
    counted: Callable[[int], str]

    def colour(self, category: str) -> str:
        return f"category:{category}" if category in self.styles else "quiet"

    def after(self, side: bool) -> str:
        """ "right" for the side of later days in a script that runs to the right."""
        return "right" if side is not self.right_to_left else "left"


def bare_trace(kind: str, role: str, x: Sequence[float], y: Sequence[float], **more: Any) -> Trace:
    """A trace whose marks, bars or texts stand at these places. By its `role` the page's script
    knows it; nothing of it is told by Plotly itself, on hovering or in a legend."""
    return {
        "type": kind,
        "x": x,
        "y": y,
        "meta": {"role": role},
        "hoverinfo": "skip",
        "showlegend": False,
        **more,
    }
