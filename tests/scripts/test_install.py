"""The set-up: what it writes, what it does only once, and what it says where it cannot go on."""

import errno
import os
import stat
import subprocess
from pathlib import Path

import pytest

from scripts import console, install, registries, stamps
from scripts.console import SetupError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _own_stamps(monkeypatch, tmp_path):
    monkeypatch.setattr(stamps, "STAMPS", tmp_path / "stamps")


def test_settings_get_a_random_secret_that_nobody_else_can_read(tmp_path):
    for name in ("one", "two"):
        install.write_settings(tmp_path / name)
    one, two = ((tmp_path / name).read_text() for name in ("one", "two"))
    assert one != two
    assert "HTTPS=False" in one
    (secret,) = (line for line in one.splitlines() if line.startswith("SECRET_KEY="))
    assert len(secret) > 60
    assert stat.S_IMODE((tmp_path / "one").stat().st_mode) == 0o600


def test_settings_that_are_there_stay_as_they_are(tmp_path):
    (tmp_path / ".env").write_text("SECRET_KEY=mine\n")
    install.write_settings(tmp_path / ".env")
    assert (tmp_path / ".env").read_text() == "SECRET_KEY=mine\n"


def test_packages_are_installed_once_and_again_when_the_pins_change(monkeypatch, tmp_path):
    calls = []
    monkeypatch.setattr(install, "ROOT", tmp_path)
    monkeypatch.setattr(install, "_pip", lambda *arguments: calls.append(arguments))
    pins = tmp_path / "requirements.txt"
    pins.write_text("django==5.2.18\n")
    install.install_python_packages("requirements.txt")
    install.install_python_packages("requirements.txt")
    assert len(calls) == 1
    pins.write_text("django==5.2.19\n")
    install.install_python_packages("requirements.txt")
    assert len(calls) == 2


def test_static_files_are_collected_again_when_what_makes_them_changes(monkeypatch, tmp_path):
    calls = []
    monkeypatch.setattr(install, "ROOT", tmp_path)
    monkeypatch.setattr(install, "_manage", lambda *arguments: calls.append(arguments))
    (tmp_path / "timeline").mkdir()
    (tmp_path / "staticfiles").mkdir()
    for name in ("requirements.txt", "package-lock.json", "timeline/settings.py"):
        (tmp_path / name).touch()
    (tmp_path / "timeline/static_joining.py").write_text("one = 1")
    install.collect_static_files()
    install.collect_static_files()
    assert len(calls) == 1
    (tmp_path / "timeline/static_joining.py").write_text("two = 2")
    install.collect_static_files()
    assert len(calls) == 2


def test_what_failed_is_not_taken_for_done(monkeypatch, tmp_path):
    def fail(*arguments):
        raise SetupError("no network")

    monkeypatch.setattr(install, "ROOT", tmp_path)
    monkeypatch.setattr(install, "_pip", fail)
    (tmp_path / "requirements.txt").write_text("django==5.2.19\n")
    for _ in range(2):
        with pytest.raises(SetupError):
            install.install_python_packages("requirements.txt")


def test_a_changed_file_makes_another_digest_of_its_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    (tmp_path / "site.css").write_text("a {}")
    before = stamps.digest_of_tree([tmp_path])
    assert stamps.digest_of_tree([tmp_path]) == before
    (tmp_path / "site.css").write_text("a { color: red }")
    assert stamps.digest_of_tree([tmp_path]) != before


@pytest.mark.parametrize(
    ("tool", "output"),
    [
        ("pip", "WARNING: Retrying after connection broken by 'NewConnectionError(...)'\nERROR: x"),
        ("pip", "ERROR: HTTPSConnectionPool(host='x', port=443): ReadTimeoutError"),
        ("npm", "npm error code ENOTFOUND\nnpm error network request failed"),
        ("npm", "npm error code ECONNREFUSED"),
    ],
)
def test_a_registry_out_of_reach_is_one_sentence(tool, output):
    sentence = registries.sentence(tool, "the registry", output)
    assert sentence.startswith(f"{tool} cannot reach the registry: check the connection")
    assert "\n" not in sentence


def test_another_failure_is_told_with_its_own_last_word():
    output = "Collecting x\nERROR: No matching distribution found for x==9\n"
    assert registries.sentence("pip", "the index", output) == (
        "pip failed: No matching distribution found for x==9"
    )


def test_a_failure_without_a_word_is_still_a_sentence():
    assert registries.sentence("npm", "the registry", "") == "npm failed: it printed nothing"


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EROFS, "Cannot write to /srv/x: read-only"), (errno.ENOSPC, "Cannot write to /srv/x")],
)
def test_a_disk_that_takes_nothing_is_one_sentence(capsys, number, words):
    def main():
        raise OSError(number, os.strerror(number), "/srv/x")

    with pytest.raises(SystemExit) as ended:
        console.run_main(main)
    assert ended.value.code == 1
    assert capsys.readouterr().err.startswith(words)


def test_without_a_home_other_programs_get_one_that_they_can_write(monkeypatch, tmp_path):
    monkeypatch.setattr(console, "SCRATCH", tmp_path)
    monkeypatch.delenv("HOME")
    home = Path(console.environment()["HOME"])
    assert home.is_dir()
    assert home.is_relative_to(tmp_path)


def test_an_old_python_is_told_in_one_sentence(tmp_path):
    old = tmp_path / "python3.9"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    done = subprocess.run(
        [ROOT / "scripts" / "python", "-c", "pass"],
        env={**os.environ, "PYTHON": str(old)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Dateline needs Python 3.11 or newer")
    assert done.stderr.count("\n") == 1


def test_a_python_that_is_new_enough_runs_the_script():
    done = subprocess.run(
        [ROOT / "scripts" / "python", "-c", "print('hello')"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "hello\n"
