"""What a facilitator says to start a round, and to end one."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from accord.base import clock
from accord.base.people.forms import PeopleField, name_and_team
from accord.base.people.models import Person

from ..models import SHARES

A_WEEK = timedelta(days=7)
Choices = list[tuple[str, str]]


class StartForm(forms.Form):
    """What is asked, about what, whom, and until when. Whole teams are chosen first; single people are for the rest."""

    title = forms.CharField(label=_("What is it called?"), help_text=_("Such as: spring priorities."), max_length=120)
    why = forms.CharField(label=_("Why do you ask?"), help_text=_("One line. Everybody who is asked reads it."), max_length=300, required=False)
    initiative_ids = forms.MultipleChoiceField(label=_("About which work?"), required=False, widget=forms.CheckboxSelectMultiple)
    goal_ids = forms.MultipleChoiceField(label=_("About which goals?"), required=False, widget=forms.CheckboxSelectMultiple)
    team_ids = forms.MultipleChoiceField(
        label=_("Which teams are asked?"), help_text=_("Both sides. Figures are shown for groups of five and more."), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    person_ids = PeopleField(label=_("And who else?"), named=name_and_team, required=False)
    looks_only_ids = PeopleField(label=_("Who only sees what came out?"), named=name_and_team, required=False)
    guesses = forms.BooleanField(label=_("Everybody also guesses what the other side says"), required=False, initial=True)
    shares = forms.ChoiceField(
        label=_("Is there a budget to share?"), required=False, choices=[("", _("No, marks are enough")), *SHARES], widget=forms.RadioSelect, initial=""
    )
    closes_on = forms.DateField(label=_("Until when?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    FOLDED = ("person_ids", "looks_only_ids")  # long lists for the few

    def __init__(self, *args: Any, work: Choices, goals: Choices, teams: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("initiative_ids", work), ("goal_ids", goals), ("team_ids", teams)):
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        self.fields["closes_on"].initial = clock.today() + A_WEEK

    @property
    def open_parts(self) -> list[BoundField]:
        return [field for field in self if field.name not in self.FOLDED]

    @property
    def folded(self) -> list[BoundField]:
        return [self[name] for name in self.FOLDED]

    def words(self) -> dict[str, Any]:
        """What the action takes: everybody of the chosen teams, and the single people."""
        given = dict(self.cleaned_data)
        members = Person.objects.filter(team__in=given.pop("team_ids"), left_at=None).values_list("id", flat=True)
        asked = dict.fromkeys([*members, *(one.id for one in given["person_ids"])])
        ids = {name: [UUID(one) for one in given[name]] for name in ("initiative_ids", "goal_ids")}
        return given | ids | {"person_ids": list(asked), "looks_only_ids": [one.id for one in given["looks_only_ids"]]}


class StopForm(forms.Form):
    """Why a round is called off."""

    reason = forms.CharField(label=_("Why"), max_length=300)
