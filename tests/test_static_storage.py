"""Static files in production: every address changes with its content."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command

from timeline.static_storage import ModuleStorage

IMPORTED = re.compile(r"""from\s+['"](\./[^'"]+)['"]""")


@pytest.fixture
def collected(settings, tmp_path: Path) -> Path:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "timeline.static_storage.ModuleStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_a_module_imports_the_others_by_the_names_of_their_content(collected):
    main = collected / ModuleStorage().stored_name("js/timeline/main.js")
    imported = IMPORTED.findall(main.read_text())

    assert imported
    assert all(re.search(r"\.[0-9a-f]{12}\.js$", name) for name in imported)
    assert all((main.parent / name).exists() for name in imported)
