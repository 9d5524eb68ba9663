"""What can be borne: amounts with the chance of losing more."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.base import clock

from ..actions.tolerance import Point
from .fields import Chance, day, loss

ROWS = 5


class ToleranceForm(forms.Form):
    """Rows of an amount and a chance in 100; empty ones are left out."""

    agreed_by = forms.CharField(
        label=_("Who agreed to it?"), help_text=_("As it is printed, such as: the Chief Financial Officer."), max_length=200,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
    )  # fmt: skip
    agreed_on = day(_("When?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agreed_on"].initial = clock.today
        for n in range(1, ROWS + 1):
            self.fields[f"amount_{n}"] = loss(_("Losing more than"))
            self.fields[f"chance_{n}"] = Chance(label=_("At most, in 100"), required=False)

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"amount_{n}"], self[f"chance_{n}"]) for n in range(1, ROWS + 1)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for n in range(1, ROWS + 1):
            amount, chance = given.get(f"amount_{n}"), given.get(f"chance_{n}")
            if {f"amount_{n}", f"chance_{n}"} & set(self.errors):
                continue
            if (amount is None) != (chance is None):
                self.add_error(f"amount_{n}" if amount is None else f"chance_{n}", _("Give both, or leave both empty"))
            elif amount is not None and amount <= 0:
                self.add_error(f"amount_{n}", _("Write an amount above 0"))
            elif chance is not None and chance <= 0:
                self.add_error(f"chance_{n}", _("Write a chance above 0"))
        return given

    def given(self) -> dict[str, Any]:
        told = self.cleaned_data
        points = [Point(told[f"amount_{n}"], told[f"chance_{n}"]) for n in range(1, ROWS + 1) if told.get(f"amount_{n}") is not None]
        return {"points": points, "agreed_by": told["agreed_by"], "agreed_on": told["agreed_on"]}
