"""Which steps of the set-up are done: a step is done for good until what it depends on changes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from scripts.console import ROOT, SCRATCH

STAMPS = SCRATCH / "stamps"


def digest_of_contents(paths: Iterable[Path]) -> str:
    """Of small files, by what is in them."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def digest_of_tree(folders: Iterable[Path]) -> str:
    """Of all files in `folders`, by name, size and time of change: quick on thousands of files."""
    digest = hashlib.sha256()
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    for path in sorted(files):
        stat = path.stat()
        digest.update(f"{path.relative_to(ROOT)} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def is_done(step: str, digest: str) -> bool:
    stamp = STAMPS / step
    return stamp.exists() and stamp.read_text() == digest


def mark_done(step: str, digest: str) -> None:
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / step).write_text(digest)
