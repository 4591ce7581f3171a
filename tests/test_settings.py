"""The README lists every setting with its default; the settings are safe unless told otherwise."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Read by the command that starts the demo, not by the settings.
OUTSIDE = {"PORT"}


def _read_by_settings():
    """The names and the default values that `settings.py` takes from the environment."""
    found = {}
    tree = ast.parse((ROOT / "timeline" / "settings.py").read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _reads_environment(node.func):
            name, *default = node.args
            found[ast.literal_eval(name)] = ast.unparse(default[0]) if default else None
    return found


def _reads_environment(function):
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "env"
        and function.attr != "read_env"
    )


def _listed():
    """The names and the default values in the README's table."""
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.+?) \| .+ \|$", (ROOT / "README.md").read_text(), re.M)
    return dict(rows)


def test_the_settings_file_is_understood_by_this_test():
    assert _read_by_settings()["TIME_ZONE"] == "'UTC'"
    assert len(_read_by_settings()) > 8


def test_the_readme_lists_every_setting_and_no_other():
    assert set(_listed()) == set(_read_by_settings()) | OUTSIDE


@pytest.mark.parametrize("name", ["HTTPS", "DEBUG", "BEHIND_PROXY", "TIME_ZONE", "LOG_LEVEL"])
def test_the_readme_gives_the_default_as_it_is(name):
    assert _listed()[name] == f"`{ast.literal_eval(_read_by_settings()[name])}`"


@pytest.mark.parametrize("name", ["HSTS_SECONDS", "MAX_ARTICLE_BYTES", "FETCH_SECONDS"])
def test_the_readme_gives_numbers_as_they_are(name):
    assert int(_listed()[name].strip("`")) == ast.literal_eval(_read_by_settings()[name])


def _loaded(expression, **environment):
    """The value of an expression of the settings, read afresh in another process."""
    code = f"import json; from timeline import settings; print(json.dumps({expression}))"
    known = {name: value for name, value in os.environ.items() if name not in _read_by_settings()}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**known, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_secret_the_site_does_not_start_and_says_what_to_do():
    # An empty value in the environment goes before what `.env` may hold.
    done = _loaded("1", SECRET_KEY="")
    assert done.returncode != 0
    assert "SECRET_KEY is not set: run `make install`" in done.stderr


@pytest.mark.parametrize(
    "setting", ["SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"]
)
def test_https_is_all_or_nothing(setting):
    for https in ("True", "False"):
        done = _loaded(f"settings.{setting}", SECRET_KEY="x", HTTPS=https)
        assert json.loads(done.stdout) is (https == "True")


def test_a_proxy_is_believed_only_when_asked_for():
    header = "settings.SECURE_PROXY_SSL_HEADER"
    assert json.loads(_loaded(header, SECRET_KEY="x", BEHIND_PROXY="False").stdout) is None
    assert json.loads(_loaded(header, SECRET_KEY="x", BEHIND_PROXY="True").stdout)


def test_the_policy_allows_no_other_host_and_nothing_inline():
    done = _loaded("str(settings.CONTENT_SECURITY_POLICY)", SECRET_KEY="x")
    assert "unsafe" not in done.stdout
    assert "http" not in done.stdout


def test_postgresql_is_chosen_by_its_address_alone():
    address = "postgres://ada:secret@db.example:5433/dates"
    done = _loaded("settings.DATABASES['default']", SECRET_KEY="x", DATABASE_URL=address)
    database = json.loads(done.stdout)
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example", 5433, "dates")
