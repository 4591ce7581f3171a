"""The forms on the review page: an event's words and date, a passage that becomes one, and where
the accepted go."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from timeline.admin.fields.dates import DatedForm, DateField, as_written
from timeline.admin.fields.plain_lines import in_its_own_order
from timeline.admin.fields.searched import Searched
from timeline.admin.meanwhile import SeenField, SeenForm
from timeline.extraction.findings import Passage
from timeline.models import Article, Category, Event, Timeline
from timeline.services import passages
from timeline.services.sources import check_length
from timeline.text import Span, locate


class EventFields(forms.Form):
    """Title, date and category of an event; the page has them ready for whichever is corrected
    next."""

    title = forms.CharField(
        label=_("Title"),
        max_length=300,
        validators=[in_its_own_order],
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    date = DateField(label=_("Date"))
    category = forms.ModelChoiceField(
        Category.objects.all(), label=_("Category"), required=False, empty_label=_("none")
    )
    seen = SeenField()

    def __init__(self, data: Any = None, *, initial: Any = None, pk: int | str) -> None:
        super().__init__(data, initial=initial, auto_id=f"event-{pk}-%s")


class EventForm(DatedForm, SeenForm, EventFields):
    """One event, corrected in place."""

    def __init__(self, data: Any = None, *, event: Event) -> None:
        self.event = event
        super().__init__(data, initial=as_it_is(event), pk=event.pk)
        self.look_at(event)

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            self.compare()
        return self.cleaned_data


def as_it_is(event: Event) -> dict[str, str]:
    """What the form of an event is filled with; to give it that again takes a correction back."""
    date = as_written(event.date, event.part)
    return {"title": event.title, "date": date, "category": str(event.category_id or "")}


class PassageForm(DatedForm, forms.Form):
    """Words of the article that tell an event; what is left empty is read from them."""

    quote = forms.CharField(
        label=_("Passage"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("The words of the article that tell the event, exactly as they stand there."),
    )
    # Which of several places that have these words is meant: where it begins, about.
    near = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    title = forms.CharField(
        label=_("Title"),
        max_length=300,
        required=False,
        validators=[in_its_own_order],
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    date = DateField(label=_("Date"), required=False)
    category = forms.ModelChoiceField(
        Category.objects.all(), label=_("Category"), required=False, empty_label=_("none")
    )
    passage: Span
    content: Passage

    def __init__(self, data: Any = None, *, article: Article, initial: Any = None) -> None:
        self.article = article
        super().__init__(data, initial=initial, auto_id="passage-%s")

    @classmethod
    def about(cls, article: Article, passage: Span) -> "PassageForm":
        """The form for a passage, filled with what that says."""
        content = passages.read(article=article, passage=passage)
        initial = {
            "quote": article.text[slice(*passage)],
            "near": passage.start,
            "title": content.title,
            "date": _first_date(content),
            "category": Category.objects.filter(key=content.category).first(),
        }
        return cls(article=article, initial=initial)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if "quote" in data:
            self._find(data["quote"], data.get("near") or 0)
        if not self.errors:
            self.content = passages.read(article=self.article, passage=self.passage)
            if not (data["date"] or self.content.dates):
                message = _("No words of this passage give a date: give it here.")
                self.add_error("date", message)
        return data

    def _find(self, words: str, near: int) -> None:
        try:
            check_length(len(words))
        except ValidationError as error:
            self.add_error("quote", error)
            return
        found = locate(self.article.text, words, near)
        if found is None:
            message = _("These words are not in the article: copy them from its text.")
            self.add_error("quote", message)
        else:
            self.passage = found

    def entered(self) -> dict[str, Any]:
        """What was given, as `services.passages.enter` takes it."""
        given = {name: self.cleaned_data[name] for name in ("title", "date", "category")}
        if self.data.get("date") == _first_date(self.content):
            given["date"] = ""  # as the passage says
        return {**given, "part": self.part, "passage": self.passage, "content": self.content}


def _first_date(content: Passage) -> str:
    return as_written(content.dates[0].date.text, content.dates[0].part) if content.dates else ""


class PublishForm(forms.Form):
    """An existing timeline, or the title of a new one, for those who may make one."""

    timeline = Searched(
        Timeline.objects.order_by("-updated_at", "-pk"),
        by="title",
        label=_("Timeline"),
        required=False,
        empty_label=_("a new timeline"),
        # What is chosen stays while the bar around it is made anew.
        attrs={"data-keep": ""},
    )
    new_title = forms.CharField(
        label=_("Title of the new timeline"),
        max_length=200,
        required=False,
        validators=[in_its_own_order],
    )

    def __init__(self, data: Any = None, *, may_make: bool) -> None:
        super().__init__(data)
        if not may_make:
            del self.fields["new_title"]
            timelines = self.fields["timeline"]
            timelines.required, timelines.empty_label = True, None  # type: ignore[attr-defined]

    def clean_new_title(self) -> str:
        title: str = self.cleaned_data["new_title"].strip()
        if not title and not self.cleaned_data.get("timeline"):
            raise forms.ValidationError(_("Choose a timeline, or give the new one a title."))
        return title
