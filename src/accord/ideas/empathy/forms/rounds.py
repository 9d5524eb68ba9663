"""What a facilitator says to start a round, and to end one."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.base import clock
from accord.base.people.models import Person

from ..models import SHARES

A_WEEK = timedelta(days=7)
Choices = list[tuple[str, str]]


class StartForm(forms.Form):
    """What is asked, about what, whom, and until when."""

    title = forms.CharField(label=_("What is it called?"), help_text=_("Such as: spring priorities."), max_length=120)
    why = forms.CharField(label=_("Why do you ask?"), help_text=_("One line. Everybody who is asked reads it."), max_length=300, required=False)
    initiative_ids = forms.MultipleChoiceField(label=_("About which work?"), required=False, widget=forms.CheckboxSelectMultiple)
    goal_ids = forms.MultipleChoiceField(label=_("About which goals?"), required=False, widget=forms.CheckboxSelectMultiple)
    person_ids = forms.ModelMultipleChoiceField(label=_("Who is asked?"), queryset=Person.objects.none(), widget=forms.CheckboxSelectMultiple)
    looks_only_ids = forms.ModelMultipleChoiceField(
        label=_("Who only sees what came out?"), queryset=Person.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    guesses = forms.BooleanField(label=_("Everybody also guesses what the other side says"), required=False, initial=True)
    shares = forms.ChoiceField(
        label=_("Is there a budget to share?"), required=False, choices=[("", _("No, marks are enough")), *SHARES], widget=forms.RadioSelect, initial=""
    )
    closes_on = forms.DateField(label=_("Until when?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: Any, work: Choices, goals: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["initiative_ids"].choices = work  # type: ignore[attr-defined]
        self.fields["goal_ids"].choices = goals  # type: ignore[attr-defined]
        for name in ("person_ids", "looks_only_ids"):
            self.fields[name].queryset = Person.objects.select_related("team").filter(left_at=None)  # type: ignore[attr-defined]
            self.fields[name].label_from_instance = _called  # type: ignore[attr-defined]
        self.fields["closes_on"].initial = clock.today() + A_WEEK

    def words(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        ids = {name: [UUID(one) for one in given[name]] for name in ("initiative_ids", "goal_ids")}
        return given | ids | {name: [one.id for one in given[name]] for name in ("person_ids", "looks_only_ids")}


def _called(person: Person) -> str:
    return f"{person.called} ({person.team})" if person.team else person.called


class StopForm(forms.Form):
    """Why a round is called off."""

    reason = forms.CharField(label=_("Why"), max_length=300)
