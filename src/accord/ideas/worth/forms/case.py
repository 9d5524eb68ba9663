"""The forms of a case: opening it, its quantities, options, steps, settings, and whom to ask."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models.case import KINDS, ROLES
from ..rules.knowing import FIGURES, LEADS, WORK
from ..rules.shape import How, Kind, Role
from .fields import NumberField, people_choices, text

SELECT = {"class": "input"}
YEARS = [(n, str(n)) for n in range(1, 11)]
HOW_TOGETHER = [
    (How.ALWAYS.value, _("Always: in 90 of 100 futures both are high, or both low")),
    (How.MOSTLY.value, _("Mostly: in 75 of 100")),
    (How.SOMEWHAT.value, _("Somewhat: in 61 of 100")),
    (How.OPPOSITE.value, _("The opposite way: mostly high when the other is low")),
]
HOW = [("", _("Not said")), (FIGURES, _("They have the figures")), (WORK, _("They do the work")), (LEADS, _("They lead"))]


class Versioned(forms.Form):
    """A change of a case as it was seen: refused when somebody else was quicker."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class OpenForm(forms.Form):
    """Two names are enough to begin."""

    asked = forms.CharField(
        label=_("What was asked for?"), help_text=_("A few words, such as: password desk, day and night."), max_length=120, required=False, widget=text()
    )
    better = forms.CharField(
        label=_("Is there a better path?"), help_text=_("Something else that would serve the same goal. It can follow later."),
        max_length=120, required=False, widget=text(),
    )
    years = forms.TypedChoiceField(label=_("How many years ahead?"), coerce=int, initial=3, widget=forms.Select(attrs=SELECT), choices=YEARS)


class QuantityForm(Versioned):
    """What a quantity is; its ranges are given elsewhere."""

    label = forms.CharField(label=_("What is it called?"), max_length=120, widget=text())
    unit = forms.CharField(
        label=_("In what unit?"), help_text=_("Such as: minutes, claims a day, € an hour, of 100."), max_length=60, required=False, widget=text()
    )
    kind = forms.ChoiceField(label=_("What sort of number?"), choices=KINDS, initial=Kind.AMOUNT.value, widget=forms.Select(attrs=SELECT))
    question = forms.CharField(
        label=_("How would you ask for it?"), help_text=_("One plain question. It is what people read."), max_length=300, required=False, widget=text(2)
    )
    note = forms.CharField(label=_("A few more words"), max_length=300, required=False, widget=text())
    stop = NumberField(label=_("Where would you stop?"), help_text=_("Only for a cost that can run away."), required=False)

    def given(self) -> dict[str, Any]:
        return {**self.cleaned_data, "kind": Kind(self.cleaned_data["kind"])}


class NameForm(QuantityForm):
    """The same, with the name that formulas use."""

    name = forms.CharField(label=_("What do formulas call it?"), help_text=_("Formulas take the new name over."), max_length=120, widget=text())
    field_order = ("label", "name", "unit", "kind", "question", "note", "stop")


class OptionForm(Versioned):
    """Something one could do."""

    name = forms.CharField(label=_("What would one do?"), max_length=120, widget=text())
    role = forms.ChoiceField(label=_("What is it to the request?"), choices=ROLES[1:], initial=Role.BETTER.value, widget=forms.Select(attrs=SELECT))
    note = forms.CharField(label=_("In a sentence"), max_length=300, required=False, widget=text(2))
    formula = forms.CharField(
        label=_("What is it worth?"), help_text=_("Left empty, it gets the template’s lines: cost, overrun, part removed, delay."),
        max_length=2000, required=False, widget=text(3, spellcheck="false"),
    )

    def given(self) -> dict[str, Any]:
        return {**self.cleaned_data, "role": Role(self.cleaned_data["role"])}


class StepForm(Versioned):
    """Something worked out."""

    name = forms.CharField(label=_("What is it called?"), max_length=120, widget=text())
    formula = forms.CharField(
        label=_("How is it worked out?"), help_text=_("Such as: people affected * minutes lost"), max_length=2000, widget=text(3, spellcheck="false")
    )
    unit = forms.CharField(label=_("In what unit must it come out?"), help_text=_("Checked when given."), max_length=60, required=False, widget=text())
    note = forms.CharField(label=_("In words"), max_length=300, required=False, widget=text())


class SettingsForm(Versioned):
    """What holds for the whole case. Empty: the defaults of Accord, and the page says so."""

    years = forms.TypedChoiceField(label=_("How many years ahead?"), coerce=int, choices=YEARS, widget=forms.Select(attrs=SELECT))
    discount = NumberField(label=_("What a year’s wait takes off money, in per cent"), required=False)
    day_costs = NumberField(label=_("What does a day without a decision cost?"), help_text=_("0 when waiting does no harm."), required=False)
    hour_business = NumberField(label=_("An hour of the business people we ask"), required=False)
    hour_it = NumberField(label=_("An hour of the IT people we ask"), required=False)
    days_to_answer = NumberField(label=_("Days until an answer comes"), required=False)


class AskForm(forms.Form):
    """Whom to ask for which numbers, and why."""

    person_id = forms.ChoiceField(label=_("Whom do you ask?"), widget=forms.Select(attrs=SELECT))
    quantity_ids = forms.MultipleChoiceField(label=_("What do you ask for?"), widget=forms.CheckboxSelectMultiple)
    reason = forms.CharField(
        label=_("Why you ask, in one line"), help_text=_("They read it above the question."), max_length=500, required=False, widget=text(2)
    )

    def __init__(self, *args: Any, quantities: list[tuple[str, str]], me: UUID | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person_id"].choices = [("", _("Choose a person")), *people_choices()]  # type: ignore[attr-defined]
        self.fields["quantity_ids"].choices = quantities  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        told = self.cleaned_data
        return {"person_id": UUID(told["person_id"]), "quantity_ids": [UUID(one) for one in told["quantity_ids"]], "reason": told["reason"]}


class KnowerForm(AskForm):
    """Who could tell more about what, and what asking them costs."""

    role = forms.ChoiceField(label=_("How do they know it?"), required=False, widget=forms.Select(attrs=SELECT), choices=HOW)
    minutes = NumberField(label=_("Minutes of their time for one question"), required=False)
    hour_cost = NumberField(label=_("What an hour of their time costs"), required=False)
    days = NumberField(label=_("Days until their answer comes"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["reason"]
        self.fields["person_id"].label = _("Who could tell more?")
        self.fields["quantity_ids"].label = _("About what?")
        self.fields["quantity_ids"].required = False

    def given(self) -> dict[str, Any]:
        told = self.cleaned_data
        rest = {name: told[name] for name in ("role", "minutes", "hour_cost", "days")}
        return {"person_id": UUID(told["person_id"]), "quantity_ids": [UUID(one) for one in told["quantity_ids"]], **rest}


class ReasonForm(forms.Form):
    """Why a range does not count any more."""

    reason = forms.CharField(label=_("Why does it not count any more?"), max_length=300, widget=text())


class FactForm(forms.Form):
    """What a quantity turned out to be."""

    value = NumberField(label=_("What did it turn out to be?"))
    basis = forms.CharField(label=_("How do we know?"), help_text=_("A bill, a count, a report."), max_length=500, widget=text())
    came_on = forms.DateField(
        label=_("Since when?"), help_text=_("Left empty: today."), required=False,
        widget=forms.DateInput(attrs={"class": "input", "type": "date"}, format="%Y-%m-%d"),
    )


class AgainForm(forms.Form):
    """A second round."""

    reason = forms.CharField(
        label=_("What should they know before they look again?"), help_text=_("One line. They see all ranges and what each rests on anyway."),
        max_length=500, required=False, widget=text(2),
    )


class PairForm(Versioned):
    """Two quantities that go together."""

    first_id = forms.ChoiceField(label=_("When this one is high"), widget=forms.Select(attrs=SELECT))
    second_id = forms.ChoiceField(label=_("is this one high too?"), widget=forms.Select(attrs=SELECT))
    how = forms.ChoiceField(label=_("How do they go together?"), choices=HOW_TOGETHER, widget=forms.Select(attrs=SELECT))
    basis = forms.CharField(label=_("How do we know?"), max_length=500, widget=text())

    def __init__(self, *args: Any, quantities: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first_id", "second_id"):
            self.fields[name].choices = [("", _("Choose a quantity")), *quantities]  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        told = self.cleaned_data
        return {**told, "first_id": UUID(told["first_id"]), "second_id": UUID(told["second_id"]), "how": How(told["how"])}


class ImportForm(forms.Form):
    """A case from a file, or pasted."""

    file = forms.FileField(label=_("A file of a case"), help_text=_("TOML or JSON, as `accord weigh` reads it."), required=False)
    pasted = forms.CharField(label=_("Or paste it"), max_length=200_000, required=False, widget=text(8, spellcheck="false"))
