"""Other timelines in the same browser, measured by `bench.py` of a folder that is no part of
Dateline: it brings pages, data and a runner for libraries that are installed elsewhere."""

import json
import sys
from pathlib import Path
from typing import Any

from scripts.console import ROOT, capture

BENCH = ROOT.parent / "shared" / "bench" / "render"
CASES = "vis stack|echarts|timelinejs3"
# vis-timeline takes 6 s for 10,000 and dies of 100,000; TimelineJS takes 16 s for 1,000.
SIZES = "1000,10000"


def rows(bench: Path, libraries: Path, scratch: Path, repeats: int) -> list[tuple[str, ...]]:
    """(name, events, milliseconds until ready, of CPU, longest frame of a zoom, of a drag)."""
    data = scratch / "data"
    runner = str(bench / "bench.py")
    capture([sys.executable, str(bench / "gen_data.py"), str(data), *SIZES.split(",")])
    options = ["--libs", str(libraries), "--data", str(data), "--out", str(scratch)]
    counts = ["--n", SIZES, "--reps", str(repeats), "--cases", CASES]
    done = capture([sys.executable, runner, "run", *options, *counts])
    results = scratch / "results.jsonl"
    if not results.exists():
        return [
            ("the others failed", (done.stdout.strip().splitlines() or [""])[-1][:60], *4 * "–")
        ]
    return [_row(json.loads(line)) for line in results.read_text().splitlines()]


def missing(bench: Path, libraries: Path | None) -> str:
    """Why the others are not measured; "" where they can be."""
    if not (bench / "bench.py").exists():
        return f"The others are left out: there is no {bench / 'bench.py'}."
    if libraries is None or not (libraries / "node_modules").is_dir():
        return "The others are left out: --libraries names no folder with their node_modules."
    return ""


def _row(result: dict[str, Any]) -> tuple[str, ...]:
    name, events = str(result["case"]), f"{result['n']:,}"
    if "failed" in result:
        return name, events, "fails", "–", "–", "–"
    frames = (result.get(gesture, {}).get("worst", 0) for gesture in ("zoom", "pan"))
    numbers = (result["ready"], result["cpu_load"][0], *frames)
    return name, events, *(f"{number:,.0f}" for number in numbers)
