"""Colours: one palette per scheme, so that light and dark share one figure.

A trace says which entry of the palette each of its colours is (`paint`); the page paints the same
figure again when the reader's scheme changes.
"""

import colorsys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from timeline.chart.rows import Style

Paint = dict[str, tuple[str, float]]
# What every figure has beside its categories: text, quiet text, lines, quiet fills, the ground.
_LIGHT = {
    "ink": "#1d2329",
    "muted": "#5c6670",
    "rule": "#dcdfe3",
    "quiet": "#8b96a1",
    "ground": "#ffffff",
}
_DARK = {
    "ink": "#e9ebee",
    "muted": "#a3adb8",
    "rule": "#343b43",
    "quiet": "#76818d",
    "ground": "#15181c",
}
# WCAG 2.2, 1.4.11: graphics that carry meaning stand out from the ground by 3 to 1 at least.
_LEAST = 3.0
_CONTRAST = {"light": _LEAST, "dark": 5.0}


def palettes(styles: Iterable[Style]) -> dict[str, dict[str, str]]:
    """Scheme -> name -> #rrggbb; categories are named "category:<key>"."""
    styles = tuple(styles)
    return {
        scheme: base
        | {
            f"category:{style.key}": readable(style.colour, base["ground"], _CONTRAST[scheme])
            for style in styles
        }
        for scheme, base in (("light", _LIGHT), ("dark", _DARK))
    }


def painted(part: dict[str, Any], paint: Paint, palette: Mapping[str, str]) -> dict[str, Any]:
    """Set the colours of a trace or a layout by their paths, and note them in its `meta`."""
    for path, (name, alpha) in paint.items():
        *parents, last = path.split(".")
        target: Any = part
        for parent in parents:
            target = target[int(parent)] if parent.isdigit() else target.setdefault(parent, {})
        target[last] = rgba(palette[name], alpha)
    part.setdefault("meta", {})["paint"] = {path: list(pair) for path, pair in paint.items()}
    return part


def rgba(colour: str, alpha: float) -> str:
    red, green, blue = _channels(colour)
    return f"rgba({red},{green},{blue},{alpha:g})"


# A figure needs the colours of all categories for either scheme, and they are the same each time.
@lru_cache(maxsize=1024)
def readable(colour: str, ground: str, ratio: float) -> str:
    """The colour, made darker or lighter until it stands out from the ground by `ratio` to 1."""
    hue, light, saturation = colorsys.rgb_to_hls(*(value / 255 for value in _channels(colour)))
    step = 0.02 if luminance(ground) < 0.18 else -0.02
    found = colour
    while contrast(found, ground) < ratio and 0 < light + step < 1:
        light += step
        channels = colorsys.hls_to_rgb(hue, light, saturation)
        found = "#" + "".join(f"{round(value * 255):02x}" for value in channels)
    return found


def on_both_grounds(colour: str) -> str:
    """The colour where it stands out from the light and from the dark ground, else one near it that
    does: what has 3 to 1 on white may have up to 5.9 to 1 on the dark one."""
    for base in (_LIGHT, _DARK):
        colour = readable(colour, base["ground"], _LEAST)
    return colour


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """WCAG 2.2's relative luminance, 0 to 1."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
