"""A range: two ends and what they rest on."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import ME, NOBODY, NumberField, text, who_choices

LOW, HIGH = _("Surprised if below"), _("Surprised if above")


class TypedForm(forms.Form):
    """Two ends, typed while the page answers; nothing is kept."""

    low = NumberField(label=LOW)
    high = NumberField(label=HIGH)
    typical = NumberField(label=_("Typical"), required=False)


class RangeForm(TypedForm):
    """Somebody's range for a quantity, as a facilitator writes it down."""

    typical = NumberField(label=_("Typical"), help_text=_("As likely to be passed as not. Leave it out when you do not know."), required=False)
    who = forms.ChoiceField(label=_("Who says so?"), widget=forms.Select(attrs={"class": "input"}))
    basis = forms.CharField(label=_("On what basis?"), help_text=_("A count, a quote, a guess from experience."), max_length=500, widget=text())

    def __init__(self, *args: Any, me: UUID | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = who_choices(me)  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """As `actions.give_range` takes it."""
        told = {name: self.cleaned_data[name] for name in ("low", "high", "typical", "basis")}
        who = self.cleaned_data["who"]
        return told | {"assumed": who == NOBODY, "person_id": None if who in (ME, NOBODY) else UUID(who)}


class GuestRangeForm(TypedForm):
    """A range by link: the ends come first and are empty, so that nothing anchors."""

    typical = NumberField(label=_("And typically?"), help_text=_("Leave it out when you do not know."), required=False)
    basis = forms.CharField(label=_("What do you go by?"), help_text=_("A count, a quote, a guess from experience."), max_length=500, widget=text(2))

    def given(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("low", "high", "typical", "basis")}


class UnknownForm(forms.Form):
    """“I do not know”: a word is welcome and not needed."""

    note = forms.CharField(label=_("Anything that would help us find out?"), max_length=500, required=False, widget=text(2))


class HandOnForm(forms.Form):
    """Who knows instead."""

    name = forms.CharField(label=_("Who knows?"), max_length=120, widget=text())
    email = forms.EmailField(label=_("Their mail address"), max_length=254, widget=forms.EmailInput(attrs={"class": "input", "autocomplete": "off"}))
    note = forms.CharField(label=_("A word to the one who asked"), help_text=_("Why them, if you like."), max_length=500, required=False, widget=text(2))
