"""Fields that warnings share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.ideas.worth.forms.fields import NumberField, text

__all__ = ["Chance", "day", "days", "from_to", "loss", "words"]


class Chance(NumberField):
    """A chance in 100."""

    def clean(self, value: Any) -> float | None:
        found = super().clean(value)
        if found is not None and not 0 <= found <= 100:
            raise forms.ValidationError(_("A chance in 100 lies between 0 and 100"))
        return found


def words(label: Any, help_text: Any = "", *, rows: int = 3, most: int = 2000, required: bool = True) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, max_length=most, required=required, widget=text(rows))


def day(label: Any, help_text: Any = "", *, required: bool = False) -> forms.DateField:
    """The browser's own calendar; without one, a field that takes 2026-10-24."""
    widget = forms.DateInput(attrs={"type": "date", "class": "input"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=required, widget=widget)


def days(label: Any) -> forms.IntegerField:
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "input"})
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=3650, widget=widget)


def loss(label: Any) -> NumberField:
    return NumberField(label=label, required=False)


def from_to(form: forms.Form, low: str, high: str) -> None:
    """Both ends of a range or neither, in order; what is wrong is said beside the field."""
    if {low, high} & set(form.errors):
        return
    least, most = form.cleaned_data.get(low), form.cleaned_data.get(high)
    if (least is None) != (most is None):
        form.add_error(low if least is None else high, _("Give both ends, or leave both empty"))
    elif least is not None and most is not None and least > most:
        form.add_error(high, _("“To” must be at least “from”, which is %(low)s") % {"low": f"{least:g}"})
