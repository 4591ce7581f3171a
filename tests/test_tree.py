"""The tree itself: what is tracked is small, written by hand, and speaks to its readers."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Data (TOML, JSON, catalogues) and documents may be longer.
CODE = {".py", ".js", ".css", ".html"}
LONGEST_FILE, LONGEST_LINE = 400, 250
LARGEST = 300_000  # bytes; the picture in the README is the largest
LOCK = "package-lock.json"


def _tracked():
    """The files that git knows or would take in; none without git, as in an unpacked archive."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        return []
    return [path for name in done.stdout.splitlines() if (path := ROOT / name).is_file()]


FILES = _tracked()
# A migration is written once, by Django for the most part, and not read for its shape.
CODE_FILES = [path for path in FILES if path.suffix in CODE and "migrations" not in path.parts]
TEXTS = [path for path in FILES if path.suffix not in {".png", ".pdf", ".docx"}]
needs_git = pytest.mark.skipif(not FILES, reason="this is no git checkout, so nothing is tracked")


def _names(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


def _lines(path):
    return path.read_text(encoding="utf-8").splitlines()


@needs_git
def test_no_file_of_code_is_longer_than_400_lines():
    long = [path for path in CODE_FILES if len(_lines(path)) > LONGEST_FILE]
    assert _names(long) == []


@needs_git
def test_no_file_is_minified():
    code = [path for path in FILES if path.suffix in {".js", ".css"}]
    minified = [
        path
        for path in code
        if ".min." in path.name or any(len(line) > LONGEST_LINE for line in _lines(path))
    ]
    assert code
    assert _names(minified) == []


@needs_git
def test_nothing_is_vendored_generated_or_secret():
    folders = {"node_modules", "vendor", "staticfiles", "dist", "build", ".venv", "__pycache__"}
    suffixes = {".mo", ".pyc", ".sqlite3", ".whl", ".zip", ".map", ".woff2"}
    wrong = [
        path
        for path in FILES
        if folders & set(path.relative_to(ROOT).parts)
        or path.suffix in suffixes
        or path.name == ".env"
    ]
    assert _names(wrong) == []


@needs_git
def test_no_file_is_large():
    assert _names(path for path in FILES if path.stat().st_size > LARGEST) == []


@needs_git
def test_no_file_names_a_folder_of_one_machine():
    # Put together here, so that this file does not name one itself.
    homes = re.compile("|".join(("/ro" + "ot/", "/ho" + "me/", "/wo" + "rk/", "/Us" + "ers/")))
    assert _names(p for p in TEXTS if homes.search(p.read_text(encoding="utf-8"))) == []


@needs_git
def test_the_lock_file_is_the_only_one_that_npm_wrote():
    assert [name for name in _names(FILES) if name.endswith("-lock.json")] == [LOCK]
