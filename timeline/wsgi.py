"""The WSGI entry point that production servers load: `timeline.wsgi:application`."""

import gc
import logging
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from timeline.checks import check_collected_files


def _settled() -> None:
    """Loads what answers the first address, and has the garbage collector pass over all that is
    there by now and stays: to look through its half a million objects takes 150 ms to 190 ms, for
    which every reader of this process would wait again and again."""
    get_resolver().url_patterns  # noqa: B018 - reading them imports every view
    gc.collect()
    gc.freeze()


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

application = get_wsgi_application()
_settled()

# Servers run no checks, and what an update forgot would be met by readers first.
for problem in check_collected_files():
    logging.getLogger("timeline").warning("%s %s", problem.msg, problem.hint)
