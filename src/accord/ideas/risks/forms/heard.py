"""What listeners write about a warning without a name."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.base.people.forms import PersonField, name_and_team

from ..models import Board
from .fields import day, words


class WordForm(forms.Form):
    """A warning in a listener's own words."""

    goal_id = forms.ChoiceField(label=gettext_lazy("The goal it threatens"), required=False)
    sees = words(gettext_lazy("What is seen"), gettext_lazy("In your words and your style. Leave out what only one person can know."), rows=4, most=1000)
    costs = words(gettext_lazy("What it may cost"), rows=2, most=300, required=False)
    asks = words(gettext_lazy("What is asked"), rows=2, most=600, required=False)
    act_by = day(gettext_lazy("By when acting still helps"))
    answerer_id = PersonField(
        label=gettext_lazy("Who must answer?"), named=name_and_team, required=False,
        help_text=gettext_lazy("Left empty, whoever owns the goal. Nobody whom it would be about."),
    )  # fmt: skip

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        goals = [(one["id"], one["title"]) for one in board.goals]
        self.fields["goal_id"].choices = [("", _("No goal named")), *goals]  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        given = self.cleaned_data
        return given | {"goal_id": given["goal_id"] or None, "answerer_id": given["answerer_id"].id if given["answerer_id"] else None}


class JoinForm(forms.Form):
    """Which warning says the same."""

    risk_id = forms.ChoiceField(label=gettext_lazy("Which warning says the same?"))
    words = words(gettext_lazy("What of it is new"), gettext_lazy("In your words; it stands beside that warning."), rows=2, most=600, required=False)

    def __init__(self, *args: Any, warnings: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["risk_id"].choices = [("", _("Choose a warning")), *warnings]  # type: ignore[attr-defined]


class SayForm(forms.Form):
    """Something in a sentence or two."""

    words = words(gettext_lazy("In your words"), rows=3)

    def __init__(self, *args: Any, label: Any = None, hint: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label or self.fields["words"].label
        self.fields["words"].help_text = hint or ""
