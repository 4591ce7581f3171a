"""The forms of an upload: its files, and each article that was found in them."""

from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline import text as texts
from timeline.admin.fields.languages import LanguageField
from timeline.admin.fields.plain_lines import in_its_own_order
from timeline.dates.messages import megabytes
from timeline.fetching.documents import MAX_FILE_BYTES
from timeline.models import IntakeItem
from timeline.services.intake import Chosen

# Files of one upload: each is opened, and many at once are what `ingest` is for.
MAX_FILES = 100


class _Files(forms.ClearableFileInput):
    allow_multiple_selected = True


class _FilesField(forms.FileField):
    """Cleans to a list of files."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        files = data or [None]
        return [super(_FilesField, self).clean(file, initial) for file in files]


class FilesForm(forms.Form):
    brought = _FilesField(
        label=_("Files"),
        allow_empty_file=True,
        widget=_Files,
        error_messages={"required": _("Choose one file or more.")},
    )

    def clean_brought(self) -> list[UploadedFile[bytes]]:
        files = cast("list[UploadedFile[bytes]]", self.cleaned_data["brought"])
        if len(files) > MAX_FILES:
            raise forms.ValidationError(
                gettext("These are more than %(limit)d files: bring them in several times.")
                % {"limit": MAX_FILES}
            )
        if sum(file.size or 0 for file in files) > MAX_FILE_BYTES:
            raise forms.ValidationError(
                gettext("Together they are larger than %(limit)s MB: bring in fewer at once.")
                % {"limit": megabytes(MAX_FILE_BYTES)}
            )
        return files


class ItemForm(forms.Form):
    """An article as it is to be stored. A day that was only guessed has to be confirmed."""

    keep = forms.BooleanField(label=_("Store it"), required=False)
    title = forms.CharField(
        label=_("Title"), required=False, max_length=500, validators=[in_its_own_order]
    )
    published_on = forms.DateField(
        label=_("Published on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Give the day on which it was published.")},
    )
    sure = forms.BooleanField(label=_("It was published on this day"), required=False)
    language = LanguageField()
    publisher = forms.CharField(
        label=_("Publisher"), required=False, max_length=300, validators=[in_its_own_order]
    )

    def __init__(self, data: Any, *, item: IntakeItem, again: bool) -> None:
        found = item.document
        self.doubtful_on = "" if found["published_on"] else found["doubtful_on"] or ""
        self.again = again
        # An editor could not see the signs that a file brings along, to take them out.
        lines = ("title", "language", "publisher")
        initial: dict[str, Any] = {name: texts.in_its_own_order(found[name]) for name in lines}
        initial["published_on"] = found["published_on"] or self.doubtful_on
        initial["keep"] = not (again or item.known)
        super().__init__(data, prefix=f"item-{item.pk}", initial=initial)
        for name in ("title", "publisher"):
            self.fields[name].widget.attrs["dir"] = "auto"
        if not self.doubtful_on:
            del self.fields["sure"]

    @property
    def is_chosen(self) -> bool:
        return bool(self["keep"].data if self.is_bound else self.initial["keep"])

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        day = data.get("published_on")
        if self.doubtful_on and day and day.isoformat() == self.doubtful_on and not data["sure"]:
            self.add_error("published_on", _("Confirm that it was published on this day."))
        return data

    def chosen(self, item_id: int) -> Chosen:
        data = self.cleaned_data
        return Chosen(
            item_id, data["title"], data["published_on"], data["language"], data["publisher"]
        )
