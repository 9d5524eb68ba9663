"""The forms of the speak application. What was typed travels from page to page in the page itself, and nowhere else."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accord.base.paper import typed
from accord.base.people import reader
from accord.base.registry.amiss import is_broken
from accord.ideas.risks.models import Board
from accord.ideas.risks.queries.speaking import Crowd, crowd_of, crowds

OTHER = "other"


class Plain(forms.Form):
    """No colons, and no character that a database would choke on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name, value in given.items():
            if isinstance(value, str) and is_broken(value):
                self.add_error(name, _("It holds a character that cannot be kept. Take it out."))
        return given


class Slots(Plain):
    """The five slots on one page, and from how many people it may come."""

    unit = forms.ChoiceField(label=gettext_lazy("Whom it may come from"), required=False)
    goal = forms.ChoiceField(label=gettext_lazy("The goal we share"), required=False)
    sees = forms.CharField(
        label=gettext_lazy("What I see"), help_text=gettext_lazy("Facts: what, where, how often. Nothing only you could know."),
        max_length=1000, widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    low = forms.CharField(required=False, max_length=20, widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
    high = forms.CharField(required=False, max_length=20, widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
    asks = forms.CharField(label=gettext_lazy("What I ask"), required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 3}))
    act_by = forms.DateField(
        label=gettext_lazy("By when"), required=False, help_text=gettext_lazy("The last day on which acting still helps."),
        widget=forms.DateInput(attrs={"type": "date", "autocomplete": "off"}, format="%Y-%m-%d"),
    )  # fmt: skip

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.board = board
        found = crowds(board)
        self.fields["unit"].choices = [(one.key, _one_of(one, board)) for one in found]  # type: ignore[attr-defined]
        self.fields["unit"].help_text = _("Naming a team can help it to be understood, and makes the circle smaller.")
        if len(found) == 1:
            self.fields["unit"].widget = forms.HiddenInput()
        goals = [(one["id"], one["title"]) for one in board.goals]
        self.fields["goal"].choices = [*goals, (OTHER, _("Another goal"))]  # type: ignore[attr-defined]
        self.fields["low"].label = _("From, in %(currency)s") % {"currency": board.currency}
        self.fields["high"].label = _("To, in %(currency)s") % {"currency": board.currency}

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        for name in ("low", "high"):
            given[f"{name}_number"] = self._number(name)
        low, high = given["low_number"], given["high_number"]
        if low is not None and high is not None and low > high:
            self.add_error("high", _("“To” must be at least “from”"))
        return given

    def _number(self, name: str) -> float | None:
        text = self.cleaned_data.get(name) or ""
        if not text.strip():
            return None
        try:
            found = reader.number(text)
        except typed.NotANumber as why:
            self.add_error(name, str(why))
            return None
        if found <= 0:
            self.add_error(name, _("Write an amount above 0, or leave it empty"))
        return found

    @property
    def crowd(self) -> Crowd:
        """As the board says now: a team that became too small to be named is no choice any more, and the form says so."""
        found = crowd_of(self.board, self.cleaned_data.get("unit") or "")
        assert found is not None
        return found

    @property
    def goal_title(self) -> str:
        chosen = self.cleaned_data.get("goal")
        return next((one["title"] for one in self.board.goals if one["id"] == chosen), "")

    def words(self) -> dict[str, Any]:
        """What is sealed. Names of goals as they are now, so that a listener reads what the reporter read."""
        given, low, high = self.cleaned_data, self.cleaned_data["low_number"], self.cleaned_data["high_number"]
        goal = str(UUID(given["goal"])) if self.goal_title else ""
        low, high = low if low is not None else high, high if high is not None else low
        return {
            "goal": goal, "goal_title": self.goal_title, "sees": given["sees"].strip(), "asks": given["asks"].strip(),
            "low": low, "high": high, "act_by": given["act_by"].isoformat() if given["act_by"] else "",
        }  # fmt: skip


def _one_of(one: Crowd, board: Board) -> str:
    named = {"n": one.people, "name": one.name or board.name}
    if not one.key:
        return ngettext("One of %(n)d at %(name)s, no team named", "One of %(n)d at %(name)s, no team named", one.people) % named
    return ngettext("One of %(n)d in “%(name)s”", "One of %(n)d in “%(name)s”", one.people) % named


class When(Plain):
    """When it arrives."""

    when = forms.ChoiceField(
        label=gettext_lazy("When should it arrive?"), choices=[("mix", gettext_lazy("Tonight, mixed with others")), ("now", gettext_lazy("At once"))]
    )


class Code(Plain):
    """The way back."""

    code = forms.CharField(
        label=gettext_lazy("Your code"), max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "code-in"}),
        help_text=gettext_lazy("A wrong code and an unknown one get the same reply. The right one always opens, however often someone guesses."),
    )  # fmt: skip


class More(Plain):
    """A further turn of the conversation."""

    words = forms.CharField(label=gettext_lazy("Say more"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class Stronger(Plain):
    """The same, said more strongly."""

    words = forms.CharField(
        label=gettext_lazy("Anything to add?"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("You need not: that you say it more strongly is said by itself."),
    )  # fmt: skip


class Credit(Plain):
    """Giving up being without a name."""

    name = forms.CharField(label=gettext_lazy("Your name, as it shall stand"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    sure = forms.BooleanField(label=gettext_lazy("Show my name with this warning. I know that this cannot be undone."))
