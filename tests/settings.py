"""Settings of the test suite: the real ones, with every value that a machine could change set here.

`DATABASE_URL` chooses the database, as everywhere; without it the suite makes a SQLite file of its
own. Nothing of a developer's `.env` reaches the tests.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

FIXED = {
    "SECRET_KEY": "a key that only the tests use",
    "DEBUG": "False",
    "HTTPS": "False",
    "BEHIND_PROXY": "False",
    "ALLOWED_HOSTS": "127.0.0.1,localhost,testserver",
    "CSRF_TRUSTED_ORIGINS": "",
    "TIME_ZONE": "UTC",
    "LOG_LEVEL": "WARNING",
    "API_RATE": "",
}
_scratch = tempfile.mkdtemp(prefix="dateline-tests-")
FIXED["RATES_ROOT"] = f"{_scratch}/rates"
atexit.register(shutil.rmtree, _scratch, ignore_errors=True)
os.environ.update(FIXED)
os.environ.setdefault("DATABASE_URL", f"sqlite:///{_scratch}/db.sqlite3")

from timeline.settings import *  # noqa: E402, F403
from timeline.settings import DATABASES, STORAGES  # noqa: E402

_database = DATABASES["default"]
if _database["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: with WAL and a connection for each thread, as in production.
    _database["TEST"] = {"NAME": f"{_scratch}/test.sqlite3"}
else:
    _database["CONN_MAX_AGE"] = 0

# Found where they are, without `collectstatic`; the tests of the demo use the collected files.
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
MEDIA_ROOT = Path(_scratch) / "media"
STATIC_ROOT = Path(_scratch)
# Fast and weak: the tests make many users and keep none.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
