"""What came true: that a warning is over, and how it ended; and what came true without anybody having said so."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accord.base import clock
from accord.ideas.worth.forms.fields import text

from ..rules import framing
from .fields import day, days, from_to, loss, words

NEW, PASSED = "new", "passed"  # otherwise the id of something that is written down already
Choices = list[tuple[str, str]]


class HappenedForm(forms.Form):
    """What came true. Its words are hinted at once where they point at people; sent again they stay as they are."""

    title = forms.CharField(
        label=_("What came true?"), help_text=_("In a few words, such as: the portal slowed at the renewal peak."), max_length=200, widget=text()
    )
    happened_on = day(_("When?"), required=True)
    cost_low = loss(_("It cost at least"))
    cost_high = loss(_("And at most"))
    needs = days(_("Days it would have taken to act"))
    learned = words(
        _("What do we do differently since?"), _("In the first person: “We ask for month-end hours first.” Never who."), rows=3, most=600, required=False
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pointed: list[str] = []  # words that point at people, which whoever writes may keep

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        from_to(self, "cost_low", "cost_high")
        if given.get("cost_low") is not None and given["cost_low"] <= 0:
            self.add_error("cost_low", _("Write an amount above 0, or leave both empty"))
        if given.get("happened_on") and given["happened_on"] > clock.today():
            self.add_error("happened_on", _("That day is still to come. Write down what came true once it has"))
        return given

    def is_hinted(self) -> bool:
        """Whether its words point at people and were not sent again as they are: then the page says so, once."""
        said = f"{self.cleaned_data['title']}\n{self.cleaned_data['learned']}"
        self.pointed = list(dict.fromkeys(one.words for one in framing.hits(said)))
        if not self.pointed or self.cleaned_data["kept"] == said.strip():
            return False
        sent = self.data.copy()  # type: ignore[attr-defined]
        sent[self.add_prefix("kept")] = said.strip()
        self.data = sent
        return True

    def happened(self) -> dict[str, Any]:
        """As `actions.record_event` takes it."""
        return {name: self.cleaned_data[name] for name in ("title", "happened_on", "needs", "cost_low", "cost_high", "learned")}


class EndForm(HappenedForm):
    """How a warning ended: its day passed, it came true now, or it was of something that is written down already."""

    how = forms.ChoiceField(label=_("How did it end?"), widget=forms.RadioSelect)
    words = words(_("A word to whoever raised it"), rows=2, most=600, required=False)
    field_order = ("how", "title", "happened_on", "cost_low", "cost_high", "needs", "learned", "words", "kept")

    def __init__(self, *args: Any, known: Choices, may_write: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        new = [(NEW, _("It came true"))] if may_write else []
        same = [(id, gettext("It was this: %(what)s") % {"what": told}) for id, told in known]
        self.fields["how"].choices = [*new, *same, (PASSED, _("Its day passed, and it did not come true"))]  # type: ignore[attr-defined]
        for name in ("title", "happened_on"):
            self.fields[name].required = not self.is_bound or self.data.get("how") == NEW

    def is_hinted(self) -> bool:
        return self.cleaned_data["how"] == NEW and super().is_hinted()

    def ended(self) -> dict[str, Any]:
        """As `actions.end_with` takes it."""
        how = self.cleaned_data["how"]
        return {"event_id": None if how in (NEW, PASSED) else UUID(how), "happened": self.happened() if how == NEW else None}


class NewEventForm(HappenedForm):
    """The same with the goal and the work it hurt, and the warnings that were of it, if any."""

    goal_id = forms.ChoiceField(label=_("The goal it hurt"), required=False, widget=forms.Select(attrs={"class": "input"}))
    initiative_id = forms.ChoiceField(label=_("The work it was about"), required=False, widget=forms.Select(attrs={"class": "input"}))
    risk_ids = forms.MultipleChoiceField(
        label=_("Had somebody said so? Choose the warnings that were of it"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("They are over then. Leave all empty if nobody had said so."),
    )  # fmt: skip
    field_order = ("title", "happened_on", "goal_id", "initiative_id", "risk_ids", "cost_low", "cost_high", "needs", "learned", "kept")

    def __init__(self, *args: Any, goals: Choices, work: Choices, warnings: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["goal_id"].choices = [("", _("None of our goals")), *goals]  # type: ignore[attr-defined]
        self.fields["initiative_id"].choices = [("", _("No work in particular")), *work]  # type: ignore[attr-defined]
        self.fields["risk_ids"].choices = warnings  # type: ignore[attr-defined]
        if not warnings:
            del self.fields["risk_ids"]

    def happened(self) -> dict[str, Any]:
        told = super().happened()
        for name in ("goal_id", "initiative_id"):
            told[name] = UUID(self.cleaned_data[name]) if self.cleaned_data[name] else None
        return told | {"risk_ids": [UUID(one) for one in self.cleaned_data.get("risk_ids", [])]}
