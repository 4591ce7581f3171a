"""Every module that is not joined into the reader's script is asked for at once."""

import re
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db

SCRIPTS = Path(settings.BASE_DIR) / "static" / "js"
_PRELOAD = re.compile(r'rel="modulepreload" href="\S*?/js/(\w+/\w+)\.[\w.]*js"')
_IMPORT = re.compile(r'^import .* from "(\.\S+)\.js";$', re.M)


def _with_imported(module: Path) -> set[Path]:
    imported = [
        (module.parent / f"{name}.js").resolve() for name in _IMPORT.findall(module.read_text())
    ]
    return {module}.union(*(_with_imported(path) for path in imported))


def test_a_story_names_all_modules_of_its_script_at_once(client, harbour):
    page = client.get(f"/timelines/{harbour.slug}/?story=start").content.decode()
    needed = _with_imported((SCRIPTS / "story" / "story.js").resolve())
    assert len(needed) > 1
    assert set(_PRELOAD.findall(page)) == {f"{path.parent.name}/{path.stem}" for path in needed}
