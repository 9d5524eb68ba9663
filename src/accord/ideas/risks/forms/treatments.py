"""Something that could be done about a warning."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import Chance, day, from_to, loss, words


class TreatmentForm(forms.Form):
    """What it is, what it costs, and what the warning would be like with it; what is left empty stays as it is."""

    title = forms.CharField(
        label=_("What could be done?"), help_text=_("A few words, such as: a rehearsal before the freeze."), max_length=200,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
    )  # fmt: skip
    cost_low = loss(_("Surprised if below"))
    cost_high = loss(_("Surprised if above"))
    chance_low = Chance(label=_("Surprised if below"), required=False)
    chance_high = Chance(label=_("Surprised if above"), required=False)
    loss_low = loss(_("Surprised if below"))
    loss_high = loss(_("Surprised if above"))
    basis = words(_("How do you know?"), rows=2, most=500, required=False)
    due = day(_("By when would it be done?"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for name in ("cost", "chance", "loss"):
            from_to(self, f"{name}_low", f"{name}_high")
        for name in ("cost_low", "loss_low"):
            if given.get(name) is not None and given[name] <= 0:
                self.add_error(name, _("Write an amount above 0"))
        return given
