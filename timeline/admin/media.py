"""Media on the desk: each a picture that is uploaded, or the address of one, with its words."""

from typing import Any, ClassVar, cast

from django import forms
from django.contrib import admin
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.admin.fields.plain_lines import PlainLines
from timeline.dates.messages import megabytes
from timeline.fetching.picture import MAX_BYTES, PictureError
from timeline.models import Cover, Medium, Picture
from timeline.services import pictures

WORDS = ("alternative_text", "credit")
_ACCEPTED = "image/jpeg,image/png,image/webp,image/gif"


class PictureInput(forms.FileInput):
    """Chooses a file, below the picture that is shown already."""

    template_name = "admin/timeline/picture_input.html"
    picture: Picture | None = None

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["picture"] = self.picture
        return context


class MediumForm(forms.ModelForm[Medium]):
    """What was given last counts: a file in place of an address, an address in place of a picture.

    A browser sends a file once. It is kept at once, and `kept` has the name of the picture, so that
    a form with another mistake comes back with it.
    """

    upload = forms.FileField(
        label=_("File"),
        required=False,
        widget=PictureInput(attrs={"accept": _ACCEPTED}),
        help_text=format_lazy(
            _(
                "JPEG, PNG, WebP or GIF, at most {most} MB. What the camera wrote into it, such as "
                "where it was taken, is left out."
            ),
            most=megabytes(MAX_BYTES),
        ),
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput, max_length=40)

    class Meta:
        labels: ClassVar[dict[str, Any]] = {"url": _("Or its address")}
        help_texts: ClassVar[dict[str, Any]] = {
            "url": _("Readers get a link to it: nothing is loaded from other sites."),
            "alternative_text": _("What is to be seen on it, for those who do not see it."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = self.instance.picture
        self.initial["kept"] = self.before.name if self.before else ""
        for name in WORDS:
            self.fields[name].widget.attrs["dir"] = "auto"
        self._show(self.before)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if "upload" not in self.errors and "url" not in self.errors:
            self._choose(data)
        return data

    def _choose(self, data: dict[str, Any]) -> None:
        uploaded, url = data.get("upload"), data.get("url", "")
        is_new = url and "url" in self.changed_data
        if uploaded and is_new:
            self.add_error("upload", _("Choose a file, or give an address, but not both."))
            return
        picture = self._uploaded(uploaded) if uploaded else self._kept(data.get("kept", ""))
        if is_new:
            picture = pictures.kept_at([url]).get(url)
        if not (picture or url or self.errors):
            self.add_error("upload", _("Choose a file, or give the address of a picture."))
        self._take(picture, "" if picture else url)

    def _uploaded(self, file: UploadedFile[bytes]) -> Picture | None:
        file.seek(0)  # a form may be read twice
        try:
            # One more tells that there are too many.
            return pictures.keep(data=file.read(MAX_BYTES + 1), name=str(file.name))
        except PictureError as problem:
            self.add_error("upload", problem.in_words(gettext))
            return None

    def _kept(self, name: str) -> Picture | None:
        found = Picture.objects.filter(name=name).first() if name else None
        if name and found is None:
            self.add_error("upload", _("The picture is kept no longer: choose the file again."))
        return found

    def _take(self, picture: Picture | None, url: str) -> None:
        """Also in the form as it is shown again."""
        self.instance.picture, self.cleaned_data["url"] = picture, url
        data = cast("QueryDict", self.data).copy()
        data[self.add_prefix("kept")] = picture.name if picture else ""
        data[self.add_prefix("url")] = url
        self.data = data
        self._show(picture)

    def _show(self, picture: Picture | None) -> None:
        cast("PictureInput", self.fields["upload"].widget).picture = picture

    def save(self, commit: bool = True) -> Medium:
        saved = super().save(commit=commit)
        if commit and self.before and self.before != saved.picture:
            pictures.leave(picture_id=self.before.pk)
        return saved


class MediumInline(PlainLines, admin.StackedInline[Any, Any]):
    """The rows of an editing form; who may not edit sees what they show."""

    form = MediumForm
    # Without scripts no row can be added to the page.
    extra = 1
    fields: ClassVar[Any] = ("upload", "kept", "url", *WORDS)
    readonly_fields = ("shown",)
    formfield_overrides: ClassVar[dict[Any, Any]] = {models.URLField: {"assume_scheme": "https"}}

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields if self.may_edit(request, obj) else ("shown", "url", *WORDS)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Folded away where there is none."""
        formset: Any = super().get_formset(request, obj, **kwargs)
        own = {formset.fk.name: obj}
        self.classes = () if obj and self.model.objects.filter(**own).exists() else ("collapse",)
        return formset

    def may_edit(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether somebody may change what the media belong to."""
        parent = self.admin_site.get_model_admin(self.parent_model)
        if obj is None:
            return parent.has_add_permission(request)
        return parent.has_change_permission(request, obj)

    @admin.display(description=_("picture"))
    def shown(self, medium: Medium) -> str:
        return render_to_string("admin/timeline/picture.html", {"picture": medium.picture})


class OfItsParent:
    """An inline of what has no permissions of its own: for whoever may edit what it belongs to."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        parent = self.admin_site.get_model_admin(self.parent_model)  # type: ignore[attr-defined]
        return bool(parent.has_view_permission(request, obj))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(self.may_edit(request, obj))  # type: ignore[attr-defined]

    has_change_permission = has_delete_permission = has_add_permission


class CoverInline(OfItsParent, MediumInline):
    """The one picture of a timeline."""

    model = Cover
