"""The forms of taking ratings in from a file: the file with how it is laid out, and once more after the dry run."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accord.base.people.files import AgainForm, FileForm
from accord.base.people.models import SIDES

from ..rules.taking_in import layout_names

ABOUT: dict[str, Callable[[], tuple[str, str]]] = {  # what a layout is called, and what its `about` says, in the reader's language
    "long": lambda: (
        gettext("One row for each mark"),
        gettext("Columns person, item and value from 1 to 5; side, team, and kind (own or guess) where there are such."),
    ),
    "market_units": lambda: (
        gettext("Market units"),
        gettext("Regnell and others 2001: one row for each requirement, one column for each market unit, with the money it would give."),
    ),
    "ralic": lambda: (gettext("RALIC"), gettext("Lim 2010: who recommends which stakeholder, and how salient they are, from 1 to 10.")),
    "zurich_points": lambda: (
        gettext("Zurich, points"),
        gettext("Participatory budgeting: points a voter gives to a project, from 0 to 5. Only ballot form E, which ranks five projects, is read."),
    ),
    "zurich_popularity": lambda: (
        gettext("Zurich, popularity"),
        gettext("Participatory budgeting: how popular a voter believes their own choice to be with the others, in words on five steps. Read as guesses."),
    ),
}


def layouts() -> list[tuple[str, str]]:
    """Each with what it is, for a choice. A layout without a sentence goes by its name."""
    told = [(name, *ABOUT.get(name, lambda name=name: (name, ""))()) for name in layout_names()]
    return [(name, f"{called}: {about}" if about else called) for name, called, about in told]


class RatingsForm(FileForm):
    """A file of ratings, and how to read it."""

    file = forms.FileField(
        label=_("A sheet of ratings"),
        help_text=_("CSV (also packed as .csv.gz) or XLSX, up to 1.5 MB, 50,000 rows, 5,000 people and 200 things. The first row names the columns."),
    )
    title = forms.CharField(label=_("What are they called?"), help_text=_("Such as: survey of May."), max_length=120)
    layout = forms.ChoiceField(label=_("How is it laid out?"), widget=forms.RadioSelect, initial="long")
    side = forms.ChoiceField(
        label=_("Whose ratings are they, where the file does not say?"), choices=[("", _("The file says it on every row")), *SIDES],
        widget=forms.RadioSelect, required=False, initial="",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["layout"].choices = layouts()  # type: ignore[attr-defined]


class TakeInRatingsForm(AgainForm):
    """How the file is read and called, as it was chosen."""

    title = forms.CharField(max_length=120, widget=forms.HiddenInput)
    layout = forms.CharField(max_length=60, widget=forms.HiddenInput)
    side = forms.ChoiceField(choices=[("", ""), *SIDES], required=False, widget=forms.HiddenInput)
