"""Static files in production: every address changes with its content."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import override_settings

from timeline.static_storage import ModuleStorage, without_comments

IMPORTED = re.compile(r"""(?:from\s+|import\()['"](\.[^'"]+)['"]""")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("static")
    module_storage = {"BACKEND": "timeline.static_storage.ModuleStorage"}
    storages = {**settings.STORAGES, "staticfiles": module_storage}
    # Compressed copies take the longest to make, and nothing here reads one.
    plain = ["js", "css", "svg"]
    with override_settings(
        STATIC_ROOT=folder, STORAGES=storages, WHITENOISE_SKIP_COMPRESS_EXTENSIONS=plain
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield folder


def test_a_module_imports_the_others_by_the_names_of_their_content(collected):
    main = collected / ModuleStorage().stored_name("js/timeline/main.js")
    imported = IMPORTED.findall(main.read_text())

    assert imported
    assert all(re.search(r"\.[0-9a-f]{12}\.js$", name) for name in imported)
    assert all((main.parent / name).exists() for name in imported)
    assert any("/story/" in name for name in imported)


def test_comments_are_left_at_home_and_addresses_are_not(collected):
    script = without_comments('// why\nopen("http://a//b"); // how\n  // when\n  go();\n', "js")
    assert script == 'open("http://a//b"); // how\ngo();\n'
    assert without_comments("/* why\n   and how */\na {\n  b: c;\n}\n", "css") == "a {\nb: c;\n}\n"
    style = (collected / ModuleStorage().stored_name("css/site.css")).read_text()
    assert "/*" not in style
    assert ".button" in style


def test_plotly_is_read_whole_by_browsers_and_is_otherwise_as_it_was_installed(collected):
    stored = (collected / ModuleStorage().stored_name("plotly/plotly-basic.min.js")).read_bytes()
    hint, _line_end, rest = stored.partition(b"\n")
    assert hint == b"//# allFunctionsCalledOnLoad"
    assert rest == Path(str(finders.find("plotly/plotly-basic.min.js"))).read_bytes()
