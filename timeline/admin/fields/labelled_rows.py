"""Rows of a form's table whose fields have the heads of their columns as labels."""

from typing import Any

from django import forms


class LabelledRows(forms.BaseInlineFormSet[Any, Any, Any]):
    """Django's own table writes the label of a field over its column alone, where screen readers
    do not look for it."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for field in form.fields.values():
            if not field.widget.is_hidden and field.label:
                field.widget.attrs.setdefault("aria-label", str(field.label))
