"""What a process of the server does before the first reader asks."""

import subprocess
import sys

_LOADED = """
import gc, sys
import timeline.wsgi
print("timeline.web.figure" in sys.modules, gc.get_freeze_count() > len(gc.get_objects()))
"""


def test_the_garbage_collector_passes_over_what_a_server_has_loaded() -> None:
    told = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, text=True)
    assert told.stdout.split() == ["True", "True"], told.stderr
