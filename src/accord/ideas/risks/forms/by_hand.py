"""What somebody says at a link: one screen each, and nothing they cannot leave empty but the one thing it is about."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accord.base import clock
from accord.base.people.forms import PersonField, name_and_team

from ..models import ACCEPTED
from .fields import day, words
from .raising import Choices, RaiseForm

OPENLY, CARRIED = "open", "carried"
ASKED = (
    "once", "goal_id", "sees", "costs", "asks", "act_by", "loss_low", "loss_high", "chance_low", "chance_high", "bites_on", "basis", "how",
)  # fmt: skip
ENDS = {  # of ranges, where they stand one below the other
    "loss_low": _("What it may cost, in figures: from"), "loss_high": _("What it may cost, in figures: to"),
    "chance_low": _("How likely, in 100: from"), "chance_high": _("How likely, in 100: to"),
    "needs_low": _("Days to act: from"), "needs_high": _("Days to act: to"),
}  # fmt: skip
PASSED_ON = (*ASKED[1:-1], "needs_low", "needs_high", "band")


class GuestRaiseForm(RaiseForm):
    """The five slots; ranges behind a word. once: made with the form, so that what is sent twice is kept once."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    how = forms.ChoiceField(label=_("How do you want to say it?"), widget=forms.RadioSelect, initial=OPENLY)

    def __init__(self, *args: Any, goals: Choices, carrier: str, **kwargs: Any) -> None:
        super().__init__(*args, goals=goals, work=[], **kwargs)
        self.order_fields(ASKED)
        for name in set(self.fields) - set(ASKED):
            del self.fields[name]
        self.initial.setdefault("once", str(uuid4()))
        through = gettext("Through the %(who)s: they know it is you, and your name is shown nowhere") % {"who": carrier}
        named = (OPENLY, gettext("With my name: I can be asked, and thanked"))
        self.fields["how"].choices = [named, (CARRIED, through)] if carrier else [named]  # type: ignore[attr-defined]

    def slots(self) -> Iterator[BoundField]:
        return (self[name] for name in ("goal_id", "sees", "costs", "asks", "act_by"))

    def more(self) -> Iterator[BoundField]:
        return (self[name] for name in ("loss_low", "loss_high", "chance_low", "chance_high", "bites_on"))

    @property
    def said_more(self) -> bool:
        """Whether what stands behind the word was used, so that it stays open."""
        names = ("loss_low", "loss_high", "chance_low", "chance_high", "bites_on", "basis")
        return any(self[name].value() for name in names) or bool(set(names) & set(self.errors))

    def given(self) -> dict[str, Any]:
        """As `actions.raise_risk` takes it."""
        told = {name: value for name, value in self.cleaned_data.items() if name not in ("once", "how")}
        return told | {"goal_id": UUID(told["goal_id"]) if told["goal_id"] else None}

    def kept(self) -> Iterator[tuple[str, str]]:
        """What was typed, as hidden fields of the page on which it is read back."""
        return ((self.add_prefix(name), str(self[name].value() or "")) for name in self.fields)


class PassOnForm(RaiseForm):
    """What somebody wants passed on, for whoever passes it on to change."""

    def __init__(self, *args: Any, goals: Choices, **kwargs: Any) -> None:
        super().__init__(*args, goals=goals, work=[], **kwargs)
        for name in set(self.fields) - set(PASSED_ON):
            del self.fields[name]
        for name, label in ENDS.items():
            self.fields[name].label = label

    def given(self) -> dict[str, Any]:
        """As `actions.raise_risk` takes it."""
        goal = self.cleaned_data["goal_id"]
        return self.cleaned_data | {"goal_id": UUID(goal) if goal else None}


class GuestWordsForm(forms.Form):
    """Something said, in one field."""

    def __init__(self, *args: Any, label: Any, required: bool = True, most: int = 2000, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"] = words(label, most=most, rows=4, required=required)


class ActForm(forms.Form):
    """What is done about it, and when it is looked at again."""

    words = words(_("What changes?"), _("Whoever raised it reads this."), rows=4)
    review_on = day(_("When do you look at it again?"), _("Leave it empty if that is not known."))


class AcceptForm(forms.Form):
    """Why it can be borne, and until when."""

    words = words(_("Why can we bear it until then?"), _("Whoever raised it reads this."), rows=4)
    until = day(_("Until when?"), _("On that day it comes back by itself. Nothing is accepted for good."), required=True)

    def clean_until(self) -> Any:
        if self.cleaned_data["until"] <= clock.today():
            raise forms.ValidationError(_("Choose a day from tomorrow on"))
        return self.cleaned_data["until"]


class HandForm(forms.Form):
    """Who answers instead."""

    person_id = PersonField(label=_("Who must answer it?"), named=name_and_team)
    words = words(_("A word to them"), rows=3, required=False)


class LookForm(forms.Form):
    """Another look, and when the next one is."""

    words = words(_("How does it stand?"), _("Whoever raised it reads this."), rows=4)
    review_on = day(_("When do you look at it next?"))

    def __init__(self, *args: Any, state: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["review_on"].required = state == ACCEPTED


class WorryForm(forms.Form):
    """What worries one, in a check-in. reader: who answers it; sent: what was sent already; unnamed: where it can be said without a name."""

    sees = words(_("What do you see coming?"), rows=4, most=1000, required=False)
    goal_id = forms.ChoiceField(label=_("Which goal does it threaten?"), required=False, widget=forms.Select(attrs={"class": "input"}))
    act_by = day(_("By when would something have to happen?"))

    def __init__(self, data: Any, *, goals: Choices, reader: str, sent: list[str], unnamed: str) -> None:
        super().__init__(data)
        self.reader, self.sent, self.unnamed = reader, sent, unnamed
        self.fields["goal_id"].choices = [("", gettext("None of our goals")), *goals]  # type: ignore[attr-defined]
