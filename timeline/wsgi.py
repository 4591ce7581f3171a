"""The WSGI entry point that production servers load: `timeline.wsgi:application`."""

import logging
import os

from django.core.wsgi import get_wsgi_application

from timeline.checks import check_collected_files

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

application = get_wsgi_application()

# Servers run no checks, and what an update forgot would be met by readers first.
for problem in check_collected_files():
    logging.getLogger("timeline").warning("%s %s", problem.msg, problem.hint)
