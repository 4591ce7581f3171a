"""Categories on the desk, in colours that readers can tell from the page."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.admin.history import HistoryAdmin
from timeline.admin.reasons import Reasoned
from timeline.chart.colours import on_both_grounds
from timeline.models import Category
from timeline.services import timelines
from timeline.services.saved_filters import rename_category
from timeline.templatetags.signs import category_sign


class CategoryForm(Reasoned, forms.ModelForm[Category]):
    class Meta:
        model = Category
        fields = ("key", "name", "colour", "shape", "position")
        widgets: ClassVar[dict[str, Any]] = {"colour": forms.TextInput(attrs={"type": "color"})}

    def clean_colour(self) -> str:
        given: str = self.cleaned_data["colour"]
        near = on_both_grounds(given)
        if "colour" in self.changed_data and near != given:
            raise forms.ValidationError(
                gettext("This hardly stands out from light and from dark pages: %(near)s does.")
                % {"near": near}
            )
        return given


@admin.register(Category)
class CategoryAdmin(HistoryAdmin):
    form = CategoryForm
    list_display = ("sign", "name", "key", "colour", "shape", "position")
    list_display_links = ("name",)

    @admin.display(description=_("sign"))
    def sign(self, category: Category) -> str:
        return category_sign(category)

    def save_model(self, request: HttpRequest, obj: Category, form: Any, change: bool) -> None:
        # Of an earlier version the form knows not what is stored.
        stored = Category.objects.filter(pk=obj.pk).first()
        super().save_model(request, obj, form, change)
        if stored:
            if obj.key != stored.key:
                rename_category(before=stored.key, after=obj.key)
            timelines.touch_category(category=obj)
