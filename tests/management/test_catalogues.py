"""The message catalogues: complete, correct, and made from the sources alone."""

from pathlib import Path

import django
import pytest
from babel.messages.pofile import read_po
from django.conf import settings

from timeline.management import catalogues

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def _catalogue(folder: Path, entry: str) -> Path:
    source = folder / "ar" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(HEADER + entry, encoding="utf-8")
    return source


@pytest.fixture(scope="module")
def collected():
    """The texts of all sources, which take a second to read."""
    return catalogues.collected()


@pytest.mark.parametrize("source", catalogues.sources(), ids=lambda path: path.parent.parent.name)
def test_every_text_that_people_read_is_translated(source, collected):
    catalogue = catalogues.read(source)
    wanted = {(message.context, message.id) for message in collected if message.id}
    told = {
        (message.context, message.id) for message in catalogue if catalogues.is_translated(message)
    }
    assert sorted(map(str, wanted - told)) == [], "run `make messages` and translate what it adds"
    gone = {key for key in told - wanted if key[1]}
    assert sorted(map(str, gone)) == [], "run `make messages`: these texts are in no source"


@pytest.mark.parametrize("source", catalogues.sources(), ids=lambda path: path.parent.parent.name)
def test_every_translation_has_the_placeholders_of_its_text(source, tmp_path):
    copy = tmp_path / source.parent.parent.name / "LC_MESSAGES" / source.name
    copy.parent.mkdir(parents=True)
    copy.write_bytes(source.read_bytes())
    assert catalogues.compile_catalogue(copy).exists()


def test_the_interface_speaks_the_languages_that_have_a_catalogue():
    translated = {source.parent.parent.name for source in catalogues.sources()}
    assert {code for code, _name in settings.LANGUAGES} == translated | {"en"}


@pytest.mark.parametrize("source", catalogues.sources(), ids=lambda path: path.parent.parent.name)
def test_a_catalogue_counts_as_that_of_django_does(source):
    language = source.parent.parent.name
    folder = Path(django.__file__).parent / "conf" / "locale" / language / "LC_MESSAGES"
    with (folder / source.name).open("rb") as file:
        of_django = read_po(file)
    assert catalogues.read(source).num_plurals == of_django.num_plurals


def test_texts_of_templates_and_of_packages_without_django_are_collected(collected):
    texts = {message.id for message in collected}
    assert "Skip to the content" in texts
    assert "since {date}" in texts
    assert ("{count} event", "{count} events") in texts


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "since {date}"\nmsgstr "منذ {day}"\n',
        'msgid "since {date}"\nmsgstr "منذ {}"\n',
        'msgid "since {date}"\nmsgstr "منذ {date:second}"\n',
        '#, python-format\nmsgid "Page %(number)s"\nmsgstr "صفحة %(page)s"\n',
    ],
)
def test_a_translation_with_a_placeholder_of_its_own_is_refused(tmp_path, entry):
    with pytest.raises(catalogues.CatalogueError, match="the translation of"):
        catalogues.compile_catalogue(_catalogue(tmp_path, entry))


def test_a_catalogue_is_brought_up_to_the_sources_without_guessing(tmp_path):
    source = _catalogue(
        tmp_path, 'msgid "since {date}"\nmsgstr "منذ {date}"\n\nmsgid "gone"\nmsgstr "ذهب"\n'
    )
    catalogues.update(source, catalogues.collected())
    with source.open("rb") as file:
        updated = read_po(file)
    assert updated["since {date}"].string == "منذ {date}"
    assert updated["until {date}"].string == ""
    assert updated.get("gone") is None
    assert not updated.obsolete
