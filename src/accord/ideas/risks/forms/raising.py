"""What somebody says to raise a warning, on one screen."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.ideas.worth.forms.fields import text

from ..queries.value_case import reference
from .fields import Chance, day, days, from_to, loss, words

OPENLY, FOR_SOMEBODY = "open", "proxy"
MORE = ("chance_low", "chance_high", "bites_on", "needs_low", "needs_high", "initiative_id", "costs", "basis")  # folded away until needed
Choices = list[tuple[str, str]]


class RaiseForm(forms.Form):
    """The five slots, how likely and how dear, and in whose name."""

    goal_id = forms.ChoiceField(label=_("The goal we share"), required=False, widget=forms.Select(attrs={"class": "input"}))
    initiative_id = forms.ChoiceField(label=_("The work it is about"), required=False, widget=forms.Select(attrs={"class": "input"}))
    sees = words(_("What I see"), _("Facts: what, where, how often."), rows=4, most=1000)
    costs = forms.CharField(label=_("What it may cost, in words"), max_length=300, required=False, widget=text())
    loss_low = loss(_("From"))
    loss_high = loss(_("To"))
    asks = words(_("What I ask"), _("Begin with “we need”, and it stands beside the goal."), rows=3, most=600, required=False)
    act_by = day(_("By when"), _("The last day on which acting still helps."))
    chance_low = Chance(label=_("From"), required=False)
    chance_high = Chance(label=_("To"), required=False)
    bites_on = day(_("When it would bite"), _("The day it would come true. Leave it empty if nobody can say."))
    needs_low = days(_("From"))
    needs_high = days(_("To"))
    basis = forms.CharField(label=_("How I know"), help_text=_("A count, a quote, a guess from experience."), max_length=500, required=False, widget=text())
    how = forms.ChoiceField(
        label=_("In whose name?"), choices=[(OPENLY, _("In mine")), (FOR_SOMEBODY, _("I pass it on for somebody"))], widget=forms.RadioSelect,
        initial=OPENLY,
    )  # fmt: skip
    band = forms.CharField(
        label=_("What they do"), help_text=_("Only if they agree to say it, such as: somebody on the counter."), max_length=80, required=False, widget=text()
    )

    sign = forms.UUIDField(required=False, widget=forms.HiddenInput)  # in the facts, that this warning is made of
    quantity = forms.UUIDField(required=False, widget=forms.HiddenInput)  # of a value case, that it is made of

    def __init__(self, *args: Any, goals: Choices, work: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["goal_id"].choices = [("", _("None of our goals")), *goals]  # type: ignore[attr-defined]
        self.fields["initiative_id"].choices = [("", _("No work in particular")), *work]  # type: ignore[attr-defined]

    @property
    def says_more(self) -> bool:
        """Whether anything stands in the part that is folded away, or is wrong there."""
        return any(self[name].value() or self[name].errors for name in MORE)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for low, high in (("loss_low", "loss_high"), ("chance_low", "chance_high"), ("needs_low", "needs_high")):
            from_to(self, low, high)
        if given.get("loss_low") is not None and given["loss_low"] <= 0:
            self.add_error("loss_low", _("Write the smallest amount that would not surprise you, more than 0"))
        if given.get("act_by") and given.get("bites_on") and given["act_by"] > given["bites_on"]:
            self.add_error("act_by", _("Acting helps only before the day it would bite. Choose an earlier day"))
        return given

    @property
    def sign_id(self) -> UUID | None:
        found: UUID | None = self.cleaned_data["sign"]
        return found

    def given(self) -> dict[str, Any]:
        """As `actions.raise_risk` takes it."""
        told = dict(self.cleaned_data)
        told.pop("sign")
        quantity = told.pop("quantity")
        for_somebody = told.pop("how") == FOR_SOMEBODY
        ids = {name: UUID(told[name]) if told[name] else None for name in ("goal_id", "initiative_id")}
        made_of = {"reference": reference(quantity)} if quantity else {}
        return told | ids | made_of | {"for_somebody": for_somebody, "band": told["band"] if for_somebody else ""}
