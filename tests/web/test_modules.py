"""Every module of the reader's script is asked for at once."""

import re

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", ["", "?story=start"])
def test_the_page_names_all_modules_of_its_script_at_once(client, harbour, query):
    page = client.get(f"/timelines/{harbour.slug}/{query}").content.decode()
    named = set(re.findall(r'rel="modulepreload" href="\S*?/js/timeline/(\w+)\.[\w.]*js"', page))
    folder = settings.BASE_DIR / "static" / "js" / "timeline"
    assert named == {path.stem for path in folder.glob("*.js")}
