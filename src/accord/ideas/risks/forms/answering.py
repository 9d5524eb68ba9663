"""What is said to a warning by whoever answers it, and by whoever sees it too."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.base import clock
from accord.base.people.forms import PersonField, name_and_team
from accord.ideas.worth.forms.fields import text

from ..models import CURRENT, LEVELS
from .fields import Chance, day, from_to, loss, words

ACT, ASK, ACCEPT, DECLINE, HAND = "act", "ask", "accept", "decline", "hand"


class AnswerForm(forms.Form):
    """One answer: what is done, a question back, accepted until a day, declined, or somebody else."""

    what = forms.ChoiceField(
        label=_("What is your answer?"), widget=forms.RadioSelect,
        choices=[(ACT, _("Something is done about it")), (ASK, _("I ask something back")), (ACCEPT, _("We accept it until a day")),
                 (DECLINE, _("We decline, and say why")), (HAND, _("Somebody else must answer"))],
    )  # fmt: skip
    words = words(_("In your words"), _("Whoever raised it reads this."))
    review_on = day(_("When it is looked at again"))
    until = day(_("Accepted until"), _("It comes back by itself on that day."))
    person_id = PersonField(label=_("Who answers instead?"), named=name_and_team, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].required = self.data.get("what") != HAND

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        what = given.get("what")
        if what == ACCEPT and not given.get("until") and "until" not in self.errors:
            self.add_error("until", _("Choose the day on which it comes back. Nothing is accepted for good"))
        if what == HAND and not given.get("person_id") and "person_id" not in self.errors:
            self.add_error("person_id", _("Choose who answers instead"))
        for name in ("until", "review_on"):
            if given.get(name) and given[name] <= clock.today():
                self.add_error(name, _("Choose a day from tomorrow on"))
        return given


class WordsForm(forms.Form):
    """Something said more."""

    words = words(_("Say more"), rows=3)


class SeeTooForm(forms.Form):
    """I see this too, and what of it."""

    words = words(_("What of it do you see?"), _("Leave it empty if you have nothing to add."), rows=2, most=600, required=False)


class LouderForm(forms.Form):
    """Why it is said more strongly."""

    words = words(_("Is there something to add?"), _("Whoever answers from now on reads it."), rows=3, required=False)


class ReopenForm(forms.Form):
    """Why a warning waits for an answer again."""

    words = words(_("Why does it need another answer?"), rows=3)


class LookForm(forms.Form):
    """Another look: why it stands as it does, and when it is looked at next."""

    words = words(_("What did you find?"), _("Why it stands as it does, or what is new."), rows=3)
    review_on = day(_("When is it looked at next?"))

    def __init__(self, *args: Any, accepted: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if accepted:
            self.fields["review_on"].label = _("Until when does it stay accepted?")
            self.fields["review_on"].required = True


class NoteForm(forms.Form):
    """A note for those who answer."""

    words = words(_("A note for those who answer"), rows=2)


class EstimateForm(forms.Form):
    """How likely and how dear, each from and to, nine times in ten."""

    level = forms.ChoiceField(label=_("Of what?"), choices=LEVELS, widget=forms.RadioSelect, initial=CURRENT)
    chance_low = Chance(label=_("Surprised if below"), required=False)
    chance_high = Chance(label=_("Surprised if above"), required=False)
    loss_low = loss(_("Surprised if below"))
    loss_high = loss(_("Surprised if above"))
    basis = forms.CharField(label=_("On what basis?"), help_text=_("A count, a quote, a guess from experience."), max_length=500, widget=text())

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        from_to(self, "chance_low", "chance_high")
        from_to(self, "loss_low", "loss_high")
        if given.get("loss_low") is not None and given["loss_low"] <= 0:
            self.add_error("loss_low", _("Write the smallest amount that would not surprise you, more than 0"))
        if not self.errors and all(given.get(one) is None for one in ("chance_low", "loss_low")):
            self.add_error("chance_low", _("Give a chance or an amount, each from and to"))
        return given


class HandlingForm(forms.Form):
    """Days, who listens, and who comes next."""

    read_days = forms.IntegerField(
        label=_("Read within, in days"), help_text=_("Whoever must answer says that they have read it. At most 7."), min_value=1, max_value=7,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input"}),
    )  # fmt: skip
    answer_days = forms.IntegerField(
        label=_("Answered within, in days"), help_text=_("Something is done, it is accepted until a day, or declined with a reason. At most 90."),
        min_value=1, max_value=90, widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input"}),
    )  # fmt: skip
    listener_1 = PersonField(label=_("First listener"), named=name_and_team, required=False, empty_label=_("Nobody"))
    listener_2 = PersonField(label=_("Second listener"), named=name_and_team, required=False, empty_label=_("Nobody"))
    listener_3 = PersonField(label=_("Third listener"), named=name_and_team, required=False, empty_label=_("Nobody"))
    next_1 = PersonField(label=_("Answers next"), named=name_and_team, required=False, empty_label=_("Nobody"))
    next_2 = PersonField(label=_("And after them"), named=name_and_team, required=False, empty_label=_("Nobody"))

    LISTENERS, NEXT = ("listener_1", "listener_2", "listener_3"), ("next_1", "next_2")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("read_days") and given.get("answer_days") and given["answer_days"] < given["read_days"]:
            self.add_error("answer_days", _("An answer comes after reading: give it at least %(n)d days") % {"n": given["read_days"]})
        return given

    def given(self) -> dict[str, Any]:
        """As `actions.set_handling` takes it."""
        told = self.cleaned_data
        listeners, after = (self._ids(names) for names in (self.LISTENERS, self.NEXT))
        return {"read_days": told["read_days"], "answer_days": told["answer_days"], "listener_ids": listeners, "ladder_ids": after}

    def _ids(self, names: tuple[str, ...]) -> list[UUID]:
        return list(dict.fromkeys(self.cleaned_data[name].id for name in names if self.cleaned_data[name]))
