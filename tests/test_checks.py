import sqlite3
import sys
from functools import partial

import pytest
from django.core.checks import run_checks
from django.db import connections

from timeline import checks


def _ids():
    return {message.id for message in run_checks() if str(message.id).startswith("timeline.")}


@pytest.fixture
def use_database(settings, monkeypatch):
    """A function that changes what the settings say of the database, for the checks to read."""
    # The tests to come use the connection that is there, not one made from what is said here.
    assert connections["default"]
    return partial(monkeypatch.setitem, settings.DATABASES, "default")


@pytest.fixture
def on_sqlite(use_database, tmp_path):
    use_database({"ENGINE": checks.SQLITE, "NAME": tmp_path / "db.sqlite3"})
    return tmp_path


def test_this_installation_passes(on_sqlite):
    assert _ids() == set()


def test_an_old_python_is_named(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    (message,) = checks.check_python()
    assert message.msg == "Dateline needs Python 3.11 or newer; this is 3.10.4."


def test_an_old_sqlite_is_named(monkeypatch, on_sqlite):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 30, 1))
    assert _ids() == {"timeline.E002"}


def test_a_sqlite_without_json_is_named(monkeypatch, on_sqlite):
    monkeypatch.setattr(checks, "_reads_json", lambda: False)
    assert _ids() == {"timeline.E002"}


def test_a_folder_that_cannot_be_written_is_named(settings, on_sqlite):
    settings.DATABASES["default"]["NAME"] = on_sqlite / "gone" / "db.sqlite3"
    (message,) = checks.check_sqlite()
    assert message.id == "timeline.W001"
    assert str(on_sqlite / "gone") in message.msg


def test_postgresql_needs_nothing_of_sqlite(monkeypatch, use_database):
    use_database({"ENGINE": "django.db.backends.postgresql", "NAME": "x"})
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 0, 0))
    assert list(checks.check_sqlite()) == []


def test_missing_browser_libraries_are_a_warning(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STATICFILES_DIRS = []
    assert "timeline.W002" in _ids()


@pytest.fixture
def script(settings, tmp_path):
    """A script of ours, as it was collected."""
    source, collected = tmp_path / "static", tmp_path / "staticfiles"
    for folder in (source, collected):
        folder.mkdir()
        (folder / "chart.js").write_text("draw();")
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [source], collected
    backend = {"BACKEND": "timeline.static_storage.ModuleStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": backend}
    return source / "chart.js"


def test_static_files_as_they_were_collected_are_fine(script):
    assert "timeline.W003" not in _ids()


def test_static_files_of_another_version_are_named(script):
    script.write_text("draw(all);")
    (message,) = checks.check_collected_files()
    assert "(chart.js differs)" in message.msg
    assert "timeline.W003" in _ids()


def test_a_static_file_that_was_never_collected_is_named(script):
    script.with_name("new.js").touch()
    (message,) = checks.check_collected_files()
    assert "(new.js differs)" in message.msg


def test_files_that_are_served_from_their_sources_are_not_compared(script, settings):
    backend = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": backend}
    script.write_text("draw(all);")
    assert "timeline.W003" not in _ids()


def test_a_rate_that_is_none_is_told_before_anybody_asks(settings):
    rates = {"DEFAULT_THROTTLE_RATES": {"anon": "often"}}
    settings.REST_FRAMEWORK = settings.REST_FRAMEWORK | rates
    assert "timeline.E003" in _ids()
