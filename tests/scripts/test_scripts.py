"""What `make` runs begins without Django: each script sets it up where it needs it."""

import importlib
import subprocess
import sys

import pytest

from scripts.console import ROOT

_IMPORT_ALL = """
import importlib, pkgutil, scripts
for module in pkgutil.iter_modules(scripts.__path__):
    importlib.import_module(f"scripts.{module.name}")
"""


def test_every_script_begins_without_settings():
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT_ALL], cwd=ROOT, capture_output=True, text=True, env={}
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "name",
    [path.stem for path in ROOT.glob("scripts/*.py") if "__main__" in path.read_text("utf-8")],
)
def test_every_script_says_what_it_does_and_does_nothing_else(name, monkeypatch, capsys):
    script = importlib.import_module(f"scripts.{name}")
    monkeypatch.setattr(sys, "argv", [name, "--help"])
    with pytest.raises(SystemExit) as ended:
        script.main()
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("usage: ")
