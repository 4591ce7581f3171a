"""Versions that must agree: what Python draws for and what the browser draws with."""

import json
import re
from pathlib import Path

from plotly.offline import get_plotlyjs_version

ROOT = Path(__file__).resolve().parent.parent
BUNDLE = "plotly.js-basic-dist-min"


def _json(name):
    return json.loads((ROOT / name).read_text())


def test_the_browsers_plotly_is_the_one_that_python_makes_figures_for():
    assert _json("package.json")["dependencies"][BUNDLE] == get_plotlyjs_version()


def test_the_lock_file_pins_what_package_json_asks_for():
    asked, locked = _json("package.json"), _json("package-lock.json")["packages"]
    for name, version in {**asked["dependencies"], **asked["devDependencies"]}.items():
        assert locked[f"node_modules/{name}"]["version"] == version


def test_the_lock_file_holds_checksums_and_no_addresses():
    packages = _json("package-lock.json")["packages"]
    packages.pop("")
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any("resolved" in package for package in packages.values())


def test_every_python_requirement_is_pinned_exactly():
    lines = [
        line.split("#")[0].strip()
        for path in ROOT.glob("requirements*.txt")
        for line in path.read_text().splitlines()
    ]
    packages = [line for line in lines if line and not line.startswith("-r ")]
    assert packages
    assert [line for line in packages if not re.fullmatch(r"[\w\[\],.-]+==[\w.]+", line)] == []
