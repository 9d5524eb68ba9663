"""Most and least: one small set of items on a page, of which somebody says which matters most to them and which least."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundWidget
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import queries
from ..models import RoundItem
from ..rules.said import NO_PICK
from .steps import StepForm


class MostForm(StepForm):
    """One set. number: which of the sets this person sees, from 0."""

    number = 0

    def prepare(self) -> None:
        self.sets = queries.sets_of(self.part, len(self.items))
        shown = self.sets[self.number]
        most, least = self.said.picks[self.number] if self.number < len(self.said.picks) else NO_PICK
        choices = [(str(place), self.items[place].title) for place in shown]
        for name, label in (("most", gettext_lazy("Matters most")), ("least", gettext_lazy("Matters least"))):
            self.fields[name] = forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect)
        if most != least:
            self.initial.update(most=str(most), least=str(least))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        most, least = given.get("most", ""), given.get("least", "")
        if most and most == least:
            raise forms.ValidationError(_("One thing cannot matter most and least. Choose two different ones."))
        if bool(most) != bool(least):
            raise forms.ValidationError(_("Choose both: which matters most to you, and which least."))
        return given

    def rows(self) -> Iterator[tuple[RoundItem, BoundWidget, BoundWidget]]:
        """Each item with its two buttons."""
        shown = self.sets[self.number]
        yield from zip((self.items[place] for place in shown), self["most"], self["least"], strict=True)

    def changes(self) -> dict[str, Any]:
        """The sets are told in their order, so what was left out between two keeps its place."""
        picks = [*self.said.picks, *[NO_PICK] * (len(self.sets) - len(self.said.picks))]
        most, least = self.cleaned_data["most"], self.cleaned_data["least"]
        picks[self.number] = (int(most), int(least)) if most else NO_PICK
        return {"picks": tuple(picks) if any(most != least for most, least in picks) else ()}


def of_set(number: int) -> type[MostForm]:
    """The form of one set, from 0."""
    return type(f"MostForm{number}", (MostForm,), {"number": number})
