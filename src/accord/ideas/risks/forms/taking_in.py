"""The forms of taking warnings in from a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.base.people.files import AgainForm, FileForm
from accord.base.people.forms import PersonField, name_and_team


class RisksFileForm(FileForm):
    """A sheet of warnings."""

    file = forms.FileField(label=_("A sheet of warnings"), help_text=_("CSV or XLSX, up to 5,000 rows. The first row names the columns."))


class TakeInRisksForm(AgainForm):
    """Who must answer where the file names nobody of here."""

    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    answerer_id = PersonField(
        label=_("Who must answer where the file names nobody of here"), named=name_and_team, required=False,
        empty_label=_("Whoever is closest to the goal or the work"),
    )  # fmt: skip

    def answerer(self) -> Any:
        chosen = self.cleaned_data.get("answerer_id")
        return chosen.id if chosen else None
