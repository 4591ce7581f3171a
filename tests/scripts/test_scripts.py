"""What `make` runs begins without Django: each script sets it up where it needs it."""

import subprocess
import sys

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
