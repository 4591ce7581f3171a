"""The form of one event by hand: its date in words, and what supports it."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from simple_history.models import to_historic

from timeline.admin.fields.dates import DatedForm, DateField, as_written
from timeline.admin.fields.plain_lines import in_its_own_order
from timeline.admin.fields.searched import Searched
from timeline.admin.meanwhile import SeenField, SeenForm
from timeline.admin.reasons import Reasoned
from timeline.models import Article, Event, Evidence
from timeline.selectors.beside import Versions
from timeline.services.sources import Citation, Source, quoted

# What of the form is the event itself; the rest is what supports it.
EVENT_FIELDS = (
    "title",
    "date",
    "category",
    "status",
    "summary",
    "correction",
    "importance",
    "participants",
    "places",
)
_NAMED = ("participants", "places")


def named_in(event: Event) -> dict[str, list[int]]:
    """Whom and what an earlier version of an event named, by field; nothing for that of today."""
    version = to_historic(event)
    if version is None:
        return {}
    versions = Versions(Event, event.pk)
    return {name: versions.still_there(version.history_id, name) for name in _NAMED}


class EventForm(Reasoned, DatedForm, SeenForm, forms.ModelForm[Event]):
    """Evidence is a passage of a stored article, or a citation, or, where both are left empty, the
    plain word of the editors."""

    date = DateField(label=_("Date"))
    article = Searched(
        Article.objects.defer("text").order_by("-published_on", "-id"),
        by="title",
        relation=Evidence._meta.get_field("article"),
        label=_("Article"),
        required=False,
        empty_label=_("none"),
    )
    quote = forms.CharField(
        label=_("Quote"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("The words of the article that tell the event, exactly as they stand there."),
    )
    citation = forms.CharField(
        label=_("Citation"),
        required=False,
        validators=[in_its_own_order],
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("For a source that is not stored here: who says so, where and when."),
    )
    citation_url = forms.URLField(
        label=_("Citation’s address"), required=False, assume_scheme="https"
    )

    seen = SeenField()

    class Meta:
        model = Event
        fields = EVENT_FIELDS
        widgets: ClassVar[dict[str, Any]] = {
            "correction": forms.Textarea(attrs={"rows": 3, "dir": "auto"})
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        status = self.fields.get("status")
        if isinstance(status, forms.ChoiceField):  # an event is merged by merging alone
            status.choices = [
                choice for choice in Event.Status.choices if choice[0] != Event.Status.MERGED
            ]
        # What an editor enters is meant for readers; only what extraction finds waits for review.
        if self.instance.pk is None:
            self.initial.setdefault("status", Event.Status.PUBLISHED)
        else:
            self.look_at(self.instance)
            self.initial["date"] = as_written(self.instance.date, self.instance.part)
            self.initial.update(named_in(self.instance))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        article, quote = data.get("article"), data.get("quote", "")
        if bool(article) != bool(quote):
            missing = "quote" if article else "article"
            self.add_error(missing, _("A quote needs its article, and an article its quote."))
        elif article:
            self._check_quote(article, quote)
        if data.get("citation_url") and not data.get("citation"):
            self.add_error("citation", _("Say in words what the address leads to."))
        if self.instance.pk is not None and not self.errors:
            self.compare()
        return data

    def _check_quote(self, article: Article, words: str) -> None:
        try:
            quoted(article=article, words=words)
        except ValidationError as error:
            self.add_error("quote", error)

    def event_fields(self) -> dict[str, Any]:
        """What was given of the event itself, as `services.events.create_event` takes it."""
        given = {name: self.cleaned_data[name] for name in EVENT_FIELDS if name in self.fields}
        return {**given, "part": self.part}

    def sources(self) -> list[Source]:
        """The evidence that was given; none where both places were left empty."""
        data, given = self.cleaned_data, list[Source]()
        if data["article"]:
            given.append(quoted(article=data["article"], words=data["quote"]))
        if data["citation"]:
            given.append(Citation(data["citation"], data["citation_url"]))
        return given
