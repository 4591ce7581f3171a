"""Which events join a timeline by themselves, in plain fields."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from timeline.admin.fields.dates import DATE_HELP, MAX_WORDS, DateInput
from timeline.admin.fields.searched import NAME, SearchedMany
from timeline.models import Article, Category, Entity, Event, Evidence
from timeline.selectors.filtering.fields import NO_CATEGORY, Day, Words, precision_labels
from timeline.selectors.filtering.saved_filter import matching
from timeline.selectors.source_keys import ARTICLE, sources_of
from timeline.services.entities import compared
from timeline.templatetags.numbers import grouped

# Of publishers the form lists so many, by name; what is chosen is always there.
_PUBLISHERS = 500


class SavedFilterForm(forms.Form):
    by_filter = forms.BooleanField(
        label=_("Published events join by themselves"),
        required=False,
        help_text=_(
            "Those that meet all that is given below; they leave when they do no more. What you "
            "put on the timeline stays, and what you took off it stays off."
        ),
    )
    words = Words(
        label=_("With these words"), required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    categories = forms.MultipleChoiceField(
        label=_("Of one of these categories"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    entities = SearchedMany(
        Entity.objects.all(),
        by=NAME,
        read=compared,
        relation=Event._meta.get_field("participants"),
        label=_("Naming one of these people, organisations or places"),
        required=False,
    )
    sources = forms.MultipleChoiceField(label=_("Told by one of these publishers"), required=False)
    articles = SearchedMany(
        Article.objects.defer("text"),
        by="title",
        relation=Evidence._meta.get_field("article"),
        label=_("Or by one of these articles"),
        required=False,
    )
    since = Day(
        label=pgettext_lazy("dates", "From"),
        required=False,
        max_length=MAX_WORDS,
        widget=DateInput,
        help_text=DATE_HELP,
    )
    until = Day(
        label=pgettext_lazy("dates", "Until"),
        required=False,
        max_length=MAX_WORDS,
        widget=DateInput,
    )
    precisions = forms.MultipleChoiceField(
        label=_("With a date as exact as one of these"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stored = self.stored()
        self.initial.update(_fields_of(stored))
        self._offer("categories", _categories())
        self._offer("sources", [(name, name) for name in _publishers(stored)])
        self._offer(
            "precisions", [(p.name.lower(), label) for p, label in precision_labels().items()]
        )

    def stored(self) -> dict[str, Any] | None:
        """The filter whose values the form begins with."""
        return None

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101  # for the type alone
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        since, until = data.get("since"), data.get("until")
        if since and until and since.first_day > until.last_day:
            message = _("This is before the date that the events are wanted from.")
            self.add_error("until", message)
        if data.get("by_filter") and not self.errors and not self.saved_filter():
            self.add_error("by_filter", _("Every event would join: say below which ones should."))
        return data

    def saved_filter(self) -> dict[str, Any] | None:
        """What was given, as a timeline keeps it; None where nothing joins by itself."""
        data = self.cleaned_data
        if not data["by_filter"]:
            return None
        given = {
            "words": data["words"],
            "categories": sorted(data["categories"]),
            "entities": sorted(entity.pk for entity in data["entities"]),
            "sources": sorted(data["sources"])
            + [f"{ARTICLE}{pk}" for pk in sorted(article.pk for article in data["articles"])],
            "from": data["since"].text if data["since"] else "",
            "to": data["until"].text if data["until"] else "",
            "precisions": sorted(data["precisions"]),
        }
        return {key: value for key, value in given.items() if value}


# The order of the form.
FILTER_FIELDS = tuple(SavedFilterForm.base_fields)


def matches_in_words(saved_filter: dict[str, Any] | None) -> str:
    """How many events meet a filter, in a sentence."""
    if saved_filter is None:
        return gettext("No event joins by itself.")
    number = matching(saved_filter).count()
    message = ngettext("%(number)s event matches now.", "%(number)s events match now.", number)
    return message % {"number": grouped(number)}


def _fields_of(saved_filter: Mapping[str, Any] | None) -> dict[str, Any]:
    """The values of the form's fields for a filter."""
    kept = saved_filter or {}
    same = ("words", "categories", "entities", "precisions")
    chosen = sources_of(kept.get("sources", []))
    return {
        "by_filter": saved_filter is not None,
        **{name: kept[name] for name in same if name in kept},
        "sources": chosen.publishers,
        "articles": chosen.articles,
        "since": kept.get("from", ""),
        "until": kept.get("to", ""),
    }


def _categories() -> list[tuple[str, str]]:
    known = {category.key: category.label for category in Category.objects.all()}
    known.setdefault(NO_CATEGORY, pgettext("events", "Others"))
    return list(known.items())


def _publishers(saved_filter: Mapping[str, Any] | None) -> list[str]:
    named = Article.objects.exclude(publisher="").order_by("publisher")
    names = named.values_list("publisher", flat=True).distinct()[:_PUBLISHERS]
    chosen = sources_of((saved_filter or {}).get("sources", [])).publishers
    return list(dict.fromkeys([*chosen, *names]))
