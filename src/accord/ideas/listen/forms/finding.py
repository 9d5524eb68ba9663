"""Who finds out by when, steps up to a goal, and moving on."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accord.ideas.goals import queries as goals

from .. import rules
from ..labels import aspect_title, level_title
from . import people


class NotKnownForm(forms.Form):
    """Not known alone would be a way out: it takes a person and a date."""

    aspect = forms.ChoiceField(label=_("What is not known?"))
    what = forms.CharField(label=_("In one line"), required=False, max_length=300)
    person_id = forms.ChoiceField(label=_("Who finds out?"))
    by_date = forms.DateField(label=_("By when?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aspect"].choices = [(key, aspect_title(key)) for key in rules.ASPECTS]  # type: ignore[attr-defined]
        self.fields["person_id"].choices = [("", gettext("Choose a person")), *people.choices()]  # type: ignore[attr-defined]


class StepForm(forms.Form):
    """One step of the why-ladder."""

    level = forms.TypedChoiceField(label=_("It is"), coerce=int)
    words = forms.CharField(label=_("In a few words"), required=False, max_length=300)
    below_id = forms.ChoiceField(label=_("It answers why"), required=False)
    goal_id = forms.ChoiceField(label=_("The goal it leads to"), required=False)

    def __init__(self, *args: Any, steps: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [(place, level_title(place)) for place in range(1, rules.TOP + 1)]  # type: ignore[attr-defined]
        self.fields["below_id"].choices = [("", gettext("What was asked for")), *steps]  # type: ignore[attr-defined]
        self.fields["goal_id"].choices = [("", gettext("None")), *[(str(one.goal_id), one.title) for one in goals.newest_versions()]]  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"level": said["level"], "words": said["words"], "below_id": said["below_id"] or None, "goal_id": said["goal_id"] or None}


class MoveOnForm(forms.Form):
    """One line, when questions are open."""

    reason = forms.CharField(label=_("Why now?"), help_text=_("One line. It stays with the decision."), max_length=500, required=False)
