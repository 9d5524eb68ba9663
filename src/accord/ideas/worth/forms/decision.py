"""The forms of a decision."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accord.base import clock
from accord.base.people.forms import PersonField

from ..models.decision import OUTCOMES
from ..rules.decision import Outcome


def day(**more: Any) -> forms.DateInput:
    """The browser's own calendar; without one, a field that takes 2026-10-24."""
    return forms.DateInput(attrs={"type": "date", **more}, format="%Y-%m-%d")


class DecisionForm(forms.Form):
    """What was decided. Nothing is chosen beforehand."""

    outcome = forms.ChoiceField(label=_("What is decided"), choices=OUTCOMES, widget=forms.RadioSelect)
    option = forms.ChoiceField(label=_("The option that is taken"), required=False, widget=forms.RadioSelect)
    reasons = forms.CharField(
        label=_("Why"), help_text=_("A sentence or two. It goes into the brief as it is."), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    decided_by_id = PersonField(label=_("Who decided"))
    decided_on = forms.DateField(label=_("When"), widget=day())
    review_on = forms.DateField(label=_("When we look again"), help_text=_("Not needed when it is not worth solving."), required=False, widget=day())
    open_reason = forms.CharField(
        label=_("Why decide with questions open"), help_text=_("One line. It is kept with the questions."), required=False, max_length=300
    )

    def __init__(self, *args: Any, options: list[str], open_questions: list[str], **more: Any) -> None:
        super().__init__(*args, **more | {"initial": {"decided_on": clock.today()}})
        self.fields["option"].choices = [(name, name) for name in options]  # type: ignore[attr-defined]
        if not options:
            del self.fields["option"]
        if not open_questions:
            del self.fields["open_reason"]

    def given(self) -> dict[str, Any]:
        """As the action takes it."""
        said = dict(self.cleaned_data)
        return said | {"outcome": Outcome(said["outcome"]), "decided_by_id": said["decided_by_id"].id}


class PlanForm(forms.Form):
    """Who decides, and by when."""

    person_id = PersonField(label=_("Who decides"))
    due = forms.DateField(label=_("By when"), widget=day())

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more | {"prefix": "plan"})

    def clean_due(self) -> date:
        due: date = self.cleaned_data["due"]
        if due < clock.today():
            raise forms.ValidationError(gettext("That day is past. Give today or a later day."))
        return due
