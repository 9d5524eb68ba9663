"""Fields that take numbers as people type them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.base.paper import typed
from accord.base.people import reader
from accord.base.people.models import Person

from .. import wording


class NumberField(forms.CharField):
    """12k, 1.5m, 1,200, 40 %, €12,000: a number in the unit of the field. Empty gives None where it may be empty."""

    def __init__(self, *, max_length: int = 30, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "input"})
        super().__init__(max_length=max_length, widget=widget, **kwargs)

    def clean(self, value: Any) -> float | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return reader.number(text)
        except typed.NotANumber as wrong:
            raise forms.ValidationError(str(wrong)) from None

    def prepare_value(self, value: Any) -> Any:
        return wording.typed(value) if isinstance(value, int | float) else value


def text(rows: int = 0, **attributes: str) -> forms.Widget:
    shown = {"class": "input", "autocomplete": "off", **attributes}
    return forms.Textarea(attrs={**shown, "rows": rows}) if rows else forms.TextInput(attrs=shown)


ME, NOBODY = "me", "nobody"


def people_choices(me: Any = None) -> list[tuple[str, Any]]:
    """Everybody of the client who is still there, by what they do."""
    people = Person.objects.filter(left_at=None).order_by("name")
    return [(str(one.id), f"{one.job} ({one.name})" if one.job else one.name) for one in people if one.id != me]


def who_choices(me: Any) -> list[tuple[str, Any]]:
    return [(ME, _("I do")), *people_choices(me), (NOBODY, _("Nobody: it is an assumption"))]
