"""The pages of a check-in, one question each, and what a facilitator says about its rhythm."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.base.people.forms import PeopleField, name_and_team
from accord.base.people.gate import K
from accord.base.people.models import Person, Team
from accord.ideas.goals.models import GoalVersion

from ..models import STANDING
from ..pages.naming import the
from ..rules.tally import GOAL
from .steps import StepForm

TENS = [(str(number), str(number)) for number in range(11)]
HEARD = [
    ("1", gettext_lazy("Not at all")), ("2", gettext_lazy("Hardly")), ("3", gettext_lazy("In part")), ("4", gettext_lazy("Mostly")),
    ("5", gettext_lazy("Wholly")),
]  # fmt: skip


class StandingForm(StepForm):
    """The standing questions this check-in asks, 0 to 10 each."""

    def prepare(self) -> None:
        for key in self.part.round.standing:
            self.fields[key] = forms.ChoiceField(label=STANDING[key], choices=TENS, required=False, widget=forms.RadioSelect)
            self.initial[key] = str(self.said.standing[key]) if key in self.said.standing else None

    def changes(self) -> dict[str, Any]:
        return {"standing": {key: int(given) for key, given in self.cleaned_data.items() if given}}


class GoalForm(StepForm):
    """Is this still the goal?"""

    @property
    def version(self) -> GoalVersion:
        assert self.part.round.goal is not None  # the page is there only for a round that asks about one
        return self.part.round.goal

    @property
    def changed_by(self) -> str:
        return the(self.version.changed_by)

    @property
    def before(self) -> GoalVersion | None:
        """What it said before."""
        return self.version.goal.versions.filter(number=self.version.number - 1).first()

    def prepare(self) -> None:
        new = self.version.number > 1
        words = (_("Yes, that is the goal"), _("I didn’t know it had changed") if new else _("I didn’t know of it"), _("It should be something else"))
        self.fields["goal"] = forms.ChoiceField(
            label=_("Is this still the goal?"), choices=list(zip(GOAL, words, strict=True)), required=False, widget=forms.RadioSelect
        )
        self.initial["goal"] = self.said.goal or None

    def changes(self) -> dict[str, Any]:
        return {"goal": self.cleaned_data["goal"]}


class GoalWhyForm(GoalForm):
    """Nothing to fill in: why the goal changed, for whoever did not know."""

    def prepare(self) -> None:
        pass

    def changes(self) -> dict[str, Any]:
        return {}

    @property
    def work(self) -> list[str]:
        """What serves the goal, for the reader to see their own work with it."""
        found = self.version.goal.served_by.filter(ended_at=None, initiative__isnull=False).select_related("initiative")
        return [one.initiative.title for one in found[:5] if one.initiative]


class GoalElseForm(GoalForm):
    """What it should be instead, in a sentence."""

    def prepare(self) -> None:
        label = _("It should be …")
        self.fields["words"] = forms.CharField(label=label, max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3}))
        self.initial["words"] = self.said.goal_words

    def changes(self) -> dict[str, Any]:
        return {"goal_words": self.cleaned_data["words"].strip()}


class HeardForm(StepForm):
    """Were you heard?"""

    def prepare(self) -> None:
        self.fields["heard"] = forms.ChoiceField(label=_("Were you heard?"), choices=HEARD, required=False, widget=forms.RadioSelect)
        self.initial["heard"] = str(self.said.heard) if self.said.heard else None

    def changes(self) -> dict[str, Any]:
        return {"heard": int(self.cleaned_data["heard"] or 0)}


class ThanksForm(forms.Form):
    """Whom to thank, and for what."""

    whom = forms.ChoiceField(label=gettext_lazy("Who"), required=False)
    words = forms.CharField(label=gettext_lazy("For what"), required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, data: Any, *, teams: list[Team], people: list[Person], sent: list[str]) -> None:
        super().__init__(data)
        self.sent = sent
        named = [(_("Teams"), [(f"team:{one.id}", one.name) for one in teams]), (_("People"), [(f"person:{one.id}", name_and_team(one)) for one in people])]
        self.fields["whom"].choices = [("", _("Choose who")), *(group for group in named if group[1])]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        whom, words = given.get("whom"), (given.get("words") or "").strip()
        if words and not whom and not self.errors:
            self.add_error("whom", _("Choose who this is for"))
        if whom and not words and not self.errors:
            self.add_error("words", _("Say in a few words what for"))
        return given


def whole() -> forms.TextInput:
    """A field for a whole number, with digits on a phone."""
    return forms.TextInput(attrs={"inputmode": "numeric"})


class CadenceForm(forms.Form):
    """How often, whom, and when not."""

    weeks = forms.TypedChoiceField(
        label=gettext_lazy("How often?"), coerce=int,
        choices=[(1, gettext_lazy("Every week")), (2, gettext_lazy("Every two weeks")), (4, gettext_lazy("Every four weeks")),
                 (6, gettext_lazy("Every six weeks")), (13, gettext_lazy("Every quarter"))],
    )  # fmt: skip
    weekday = forms.TypedChoiceField(
        label=gettext_lazy("On which day?"), coerce=int,
        choices=[(0, gettext_lazy("Monday")), (1, gettext_lazy("Tuesday")), (2, gettext_lazy("Wednesday")), (3, gettext_lazy("Thursday")),
                 (4, gettext_lazy("Friday"))],
    )  # fmt: skip
    open_days = forms.IntegerField(label=gettext_lazy("How many days can people answer?"), min_value=2, max_value=21, widget=whole())
    least_days = forms.IntegerField(
        label=gettext_lazy("How many days between two letters to the same person?"), help_text=gettext_lazy("Rounds count as well. A fortnight is kind."),
        min_value=7, max_value=365, widget=whole(),
    )  # fmt: skip
    morning = forms.IntegerField(label=gettext_lazy("Letters go out from this hour on"), min_value=0, max_value=11, widget=whole())
    evening = forms.IntegerField(
        label=gettext_lazy("and not from this hour on"), help_text=gettext_lazy("Whole hours. Never at the weekend."), min_value=12, max_value=24,
        widget=whole(),
    )  # fmt: skip
    most = forms.IntegerField(
        label=gettext_lazy("In a large house: how many people of one side at a time?"),
        help_text=gettext_lazy("They are asked in turn. Leave it empty to ask everybody each time."), min_value=K, required=False,
        widget=whole(),
    )  # fmt: skip
    person_ids = PeopleField(
        label=gettext_lazy("Only these people"), help_text=gettext_lazy("Choose nobody, and everybody of both sides is asked."), named=name_and_team,
        required=False,
    )  # fmt: skip

    def few(self) -> Iterator[BoundField]:
        """What everybody says; the rest stands behind a word."""
        return (self[name] for name in ("weeks", "weekday", "open_days"))

    def more(self) -> Iterator[BoundField]:
        return (self[name] for name in ("least_days", "morning", "evening", "most", "person_ids"))

    def words(self) -> dict[str, Any]:
        return self.cleaned_data | {"person_ids": [one.id for one in self.cleaned_data["person_ids"]]}


class PauseForm(forms.Form):
    """Until when check-ins rest."""

    until = forms.DateField(label=gettext_lazy("Until when?"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
