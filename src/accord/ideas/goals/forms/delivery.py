"""How it goes, on one screen."""

from operator import attrgetter
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.base.people.forms import PersonField


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(label=label, help_text=help_text, required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class ProgressForm(forms.Form):
    """Words and days; a day that is left as it is says nothing new."""

    words = forms.CharField(
        label=_("How does it go?"), help_text=_("A sentence or two that somebody outside the work understands."), max_length=600, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    starts = _day(_("It begins"))
    ends = _day(_("It is planned to be there"))
    expected = _day(_("We expect it now"), _("Only where that is another day than the one planned."))
    delivered = _day(_("It was there on"))

    def given(self, known: dict[str, Any]) -> dict[str, Any]:
        """What is new in it."""
        return {name: value for name, value in self.cleaned_data.items() if value and value != known.get(name)}


class LeadForm(forms.Form):
    """Who leads the work."""

    person_id = PersonField(label=_("Who leads it"), named=attrgetter("called"))
