"""The forms of a recall check."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.base import clock
from accord.base.people.forms import PeopleField

from ..queries.recalls import Thing

SOON = timedelta(days=7)
NONE = "none"


class StartForm(forms.Form):
    """What is asked, until when, and of whom."""

    question = forms.CharField(label=_("What they are asked"), help_text=_("It names no goal, or it would do the remembering for them."), max_length=300)
    closes_on = forms.DateField(label=_("The last day to answer"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    person_ids = PeopleField(
        label=_("Who is asked?"), help_text=_("Everybody is chosen already. Fewer than five answers are never shown, nor those of a side with fewer.")
    )

    def __init__(self, *args: Any, question: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person_ids"].initial = self.fields["person_ids"].queryset  # type: ignore[attr-defined]
        self.fields["question"].initial, self.fields["closes_on"].initial = question, clock.today() + SOON

    def words(self) -> dict[str, Any]:
        return self.cleaned_data | {"person_ids": [one.id for one in self.cleaned_data["person_ids"]]}


class ThingsForm(forms.Form):
    """Up to three things that matter most."""

    first = forms.CharField(label=_("First"), max_length=200, required=False)
    second = forms.CharField(label=_("Second"), max_length=200, required=False)
    third = forms.CharField(label=_("Third"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not any(given.values()):
            self.add_error("first", _("Write one thing that matters to you, or press one of the other two buttons."))
        return given

    def things(self) -> list[str]:
        return [self.cleaned_data[name] for name in ("first", "second", "third")]


class MatchForm(forms.Form):
    """For each answer the goal it means, or none of them. What is left open stays open: nothing is chosen beforehand for an answer that waits."""

    def __init__(self, *args: Any, pile: list[Thing], titles: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pile = {str(one.id): one for one in pile}
        for name, one in self.pile.items():
            first = [one.suggested] if one.suggested in titles else []
            order = [*first, *(id for id in titles if id not in first)]
            choices = [*((str(id), titles[id]) for id in order), (NONE, _("None of our goals"))]
            now = (str(one.goal_id) if one.goal_id else NONE) if one.matched else ""
            if now not in dict(choices):
                choices.insert(0, ("", _("Leave it open")))
            self.fields[name] = forms.ChoiceField(label=f"“{one.words}”", choices=choices, required=False, initial=now)

    def matches(self) -> list[tuple[UUID, UUID | None]]:
        """The answers about which somebody said something new, each with its goal."""
        said = [(one, self.cleaned_data.get(name, "")) for name, one in self.pile.items()]
        return [(one.id, None if value == NONE else UUID(value)) for one, value in said if value and value != self.fields[str(one.id)].initial]
