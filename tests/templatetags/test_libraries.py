"""A site is whole without the library that its charts can do without."""

from django.contrib.staticfiles.storage import staticfiles_storage

from timeline.templatetags.libraries import plotly_address


def test_plotly_has_an_address():
    assert "plotly/plotly-basic.min" in plotly_address()


def test_it_has_none_where_it_is_not_installed(monkeypatch):
    def missing(name: str) -> str:
        raise ValueError(name)

    monkeypatch.setattr(staticfiles_storage, "url", missing)
    assert plotly_address() == ""
