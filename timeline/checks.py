"""What `manage.py check` says about an installation that would fail later: each in a sentence."""

import filecmp
import os
import re
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core import checks
from django.core.checks import CheckMessage, Tags, register

OLDEST_PYTHON = (3, 11)
# As Django itself; 3.31 (2020) has all the kinds of index and constraint that the models use.
OLDEST_SQLITE = (3, 31)
SQLITE = "django.db.backends.sqlite3"
PLOTLY = "plotly/plotly-basic.min.js"


@register()
def check_python(**kwargs: Any) -> Iterable[CheckMessage]:
    if sys.version_info < OLDEST_PYTHON:
        yield checks.Error(
            f"Dateline needs Python {_dotted(OLDEST_PYTHON)} or newer; "
            f"this is {_dotted(sys.version_info[:3])}.",
            id="timeline.E001",
        )


@register()
def check_sqlite(**kwargs: Any) -> Iterable[CheckMessage]:
    database = settings.DATABASES["default"]
    if database["ENGINE"] != SQLITE:
        return
    if sqlite3.sqlite_version_info < OLDEST_SQLITE or not _reads_json():
        yield checks.Error(
            f"Dateline needs SQLite {_dotted(OLDEST_SQLITE)} or newer with its JSON functions; "
            f"this Python has {sqlite3.sqlite_version}.",
            hint="Use another Python, or PostgreSQL (DATABASE_URL).",
            id="timeline.E002",
        )
    folder = Path(str(database["NAME"])).parent
    # SQLite writes its journal beside the database: the folder itself must be writable.
    if not os.access(folder, os.W_OK | os.X_OK):
        yield checks.Warning(
            f"The folder of the SQLite database, {folder}, cannot be written to.",
            hint="Allow it, or name another place in DATABASE_URL.",
            id="timeline.W001",
        )


@register(Tags.staticfiles)
def check_browser_libraries(**kwargs: Any) -> Iterable[CheckMessage]:
    """A warning only: without plotly.js the page draws its charts itself."""
    collected = Path(settings.STATIC_ROOT) / PLOTLY
    if not collected.exists() and finders.find(PLOTLY) is None:
        yield checks.Warning(
            "The browser library plotly.js is not installed: charts cannot be saved as pictures.",
            hint="Run `make install`.",
            id="timeline.W002",
        )


@register()  # not as one of those of static files, which `collectstatic` runs before it mends this
def check_collected_files(**kwargs: Any) -> Iterable[CheckMessage]:
    """A script of another version looks for what its page does not have, and stops without a word
    to anybody."""
    collected = isinstance(staticfiles_storage, ManifestFilesMixin)
    if collected and (name := next(_not_as_collected(), None)):
        yield checks.Warning(
            f"The static files in {settings.STATIC_ROOT} are not those of this version of Dateline "
            f"({name} differs): pages may stay without their chart or their styles.",
            hint="Run `make install` or `manage.py collectstatic --clear`; start the site anew.",
            id="timeline.W003",
        )


def _not_as_collected() -> Iterator[str]:
    """Which of our files and of the browser libraries were changed since, or never collected."""
    for path, storage in finders.FileSystemFinder().list(None):
        name = Path(getattr(storage, "prefix", None) or "", path)
        collected = Path(settings.STATIC_ROOT) / name
        if not (collected.exists() and filecmp.cmp(storage.path(path), collected)):
            yield name.as_posix()


@register()
def check_api_rate(**kwargs: Any) -> Iterable[CheckMessage]:
    rate = settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"]["anon"]
    if rate and not re.fullmatch("[1-9][0-9]*/(second|minute|hour|day)", rate):
        yield checks.Error(
            f"API_RATE is “{rate}”, which is no rate: write, for example, 120/minute or 5000/day.",
            id="timeline.E003",
        )


def _reads_json() -> bool:
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("SELECT json_extract('{}', '$')")
        except sqlite3.OperationalError:
            return False
    return True


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
