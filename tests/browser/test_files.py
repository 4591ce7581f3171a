"""Several files at once, looked at and stored without JavaScript, on a phone, in Arabic."""

import json

import pytest
from playwright.sync_api import expect

from tests.admin.bridge import ARTICLE
from tests.cast import PASSWORD
from tests.fetching import printed
from timeline.models import Article

pytestmark = pytest.mark.django_db(transaction=True)

RECORD = {"title": "Bridge", "text": ARTICLE, "published": "2024-05-30"}


def test_files_are_looked_at_and_stored(new_page, nour, tmp_path):
    (tmp_path / "bridge.json").write_text(json.dumps(RECORD))
    (tmp_path / "paper.pdf").write_bytes(printed.by_fpdf())
    page = new_page(java_script_enabled=False, viewport={"width": 390, "height": 844}, locale="ar")
    page.goto("/admin/login/?next=/admin/timeline/article/add/")
    page.fill("[name=username]", "nour")
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
    page.set_input_files("[name=brought]", [tmp_path / "bridge.json", tmp_path / "paper.pdf"])
    page.click(".files-form button")
    expect(page.locator(".intake-item")).to_have_count(2)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390, "nothing is wider than the phone"
    page.check("[name$=sure]")
    page.click("[value=store]")
    expect(page.locator(".run-parts tbody tr")).to_have_count(2)
    assert Article.objects.count() == 2
