"""The form by which an article comes in: its pasted text, or the address it is fetched from."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.admin.fields.languages import LanguageField
from timeline.admin.fields.plain_lines import in_its_own_order
from timeline.dates.messages import megabytes
from timeline.fetching.client import fetch
from timeline.fetching.document import Document, Unreadable
from timeline.fetching.documents import read_fetched
from timeline.fetching.errors import Problem
from timeline.models import Article
from timeline.models.article import URL_LENGTH
from timeline.services.printed_days import with_printed_day
from timeline.text import headline, normalise

# What a page may say of itself that the editor left blank.
FROM_PAGE = ("title", "text", "author", "publisher", "language", "published_on")


class ArticleForm(forms.ModelForm[Article]):
    """With an address and no text the page is fetched; what the editor wrote goes before what the
    page says. A page without a date asks for it, and what was read of it stays in the form."""

    url = forms.URLField(
        label=_("Address"),
        required=False,
        max_length=URL_LENGTH,
        assume_scheme="https",
        help_text=_("Give the address to fetch the article, or paste its text below."),
    )
    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "dir": "auto"}),
    )
    title = forms.CharField(
        label=_("Title"),
        required=False,
        max_length=500,
        validators=[in_its_own_order],
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("Left empty, the first line of the text, or the first sentence of a long one."),
    )
    published_on = forms.DateField(
        label=_("Published on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The date as printed: “today” in the text is this day."),
    )
    language = LanguageField(help_text=_("A code such as en or ar; left empty, it is recognised."))

    class Meta:
        model = Article
        fields = ("url", "text", "title", "published_on", "language", "publisher", "author")

    def clean_text(self) -> str:
        text = normalise(self.cleaned_data["text"])
        if len(text.encode()) > settings.MAX_ARTICLE_BYTES:
            raise forms.ValidationError(
                gettext("The text is too long: at most %(limit)s MB are accepted.")
                % {"limit": megabytes(settings.MAX_ARTICLE_BYTES)}
            )
        return text

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not self.errors and not data["text"].strip():
            self._read_address()
        if not self.errors:
            data["title"] = (data["title"] or headline(data["text"], data["language"]))[:500]
            if not data["published_on"]:
                self.add_error("published_on", _("Give the day on which it was published."))
                self._tell_doubtful()
        return data

    def _tell_doubtful(self) -> None:
        doubtful = self.document.doubtful_on if self.was_fetched else None
        if doubtful:
            message = gettext("What it gives, %(day)s, may be another day.")
            self.add_error("published_on", message % {"day": doubtful.isoformat()})

    def _read_address(self) -> None:
        if not self.cleaned_data["url"]:
            self.add_error("text", _("Paste the text of the article, or give its address."))
            return
        try:
            self._take(_fetched(self.cleaned_data["url"]))
        except Problem as problem:
            self.add_error("url", problem.in_words(gettext))

    def _take(self, document: Document) -> None:
        """Fill in what the editor left blank, also in the form as it is shown again."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        for name in FROM_PAGE:
            if not self.cleaned_data[name] and (found := getattr(document, name)):
                self.cleaned_data[name] = found
                data[name] = str(found)
        self.data, self.document = data, document

    def described(self) -> dict[str, Any]:
        """The article's fields as `services.articles.store_article` takes them."""
        given = {name: self.cleaned_data[name] for name in self.Meta.fields}
        same_day = self.was_fetched and self.document.published_on == given["published_on"]
        return {**given, "published": self.document.published if same_day else ""}

    @property
    def was_fetched(self) -> bool:
        return hasattr(self, "document")


def _fetched(url: str) -> Document:
    page = fetch(url, max_bytes=settings.MAX_ARTICLE_BYTES, timeout=settings.FETCH_SECONDS)
    found = next(iter(read_fetched(page, max_bytes=settings.MAX_ARTICLE_BYTES)))
    if isinstance(found, Unreadable):
        raise found.error
    return with_printed_day(found)
