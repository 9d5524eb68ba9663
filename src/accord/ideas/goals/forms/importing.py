"""The forms of taking goals in from a file, and of choosing how they are worded."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accord.base.people.files import AgainForm, FileForm
from accord.base.people.forms import PersonField

from ..rules import labelling


class GoalsFileForm(FileForm):
    """A sheet of goals."""

    file = forms.FileField(label=_("A sheet of goals"), help_text=_("CSV or XLSX, up to 5,000 rows. The first row names the columns."))


class TakeInForm(AgainForm):
    """Who answers where the file names nobody, and what is said to whom."""

    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    otherwise_id = PersonField(
        label=_("Who answers where nobody of that name is here"), named=str, required=False, empty_label=_("Nobody: such rows are mistakes")
    )
    reason = forms.CharField(label=_("Why goals change"), help_text=_("One line. Left empty, the file is named."), max_length=500, required=False)
    tell = forms.BooleanField(
        label=_("Tell those who work for the changed goals now"), required=False, initial=True,
        help_text=_("Not telling them is possible. Each goal then shows that they were not told."),
    )

    def otherwise(self) -> Any:
        chosen = self.cleaned_data.get("otherwise_id")
        return chosen.id if chosen else None


class LabelsForm(forms.Form):
    """Which label set the goals use."""

    key = forms.ChoiceField(label=_("How goals are worded here"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sets = [labelling.of(key, get_language() or "en") for key in labelling.KEYS]
        self.fields["key"].choices = [("", _("In Accord’s own words, without labels")), *((one.key, one.name) for one in sets)]  # type: ignore[attr-defined]
