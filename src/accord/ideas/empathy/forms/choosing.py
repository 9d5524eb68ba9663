"""What a budget and the costs are, and what was chosen."""

from collections.abc import Iterator, Mapping, Sequence
from math import isclose
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accord.base import clock
from accord.base.people.forms import PersonField
from accord.ideas.worth import wording
from accord.ideas.worth.forms.decision import day
from accord.ideas.worth.forms.fields import NumberField

from ..models import TAKEN, Choice, RoundItem
from ..queries.choosing import CostGiven, Known

MOST = 1e12
ENDS = ("low", "high")


class BudgetForm(forms.Form):
    """The budget, and both ends of each cost. It changes nothing, so it is sent by address and can be passed on.
    known: what a value case says, in a sentence, by the item's id; where the fields stay empty, that counts."""

    budget = NumberField(label=_("The budget"))

    def __init__(self, data: Any, *, items: Sequence[RoundItem], known: Mapping[str, str], currency: str) -> None:
        super().__init__(data)
        self.items, self.known = items, known
        self.fields["budget"].label = gettext("The budget, in %(currency)s") % {"currency": currency}
        for item in items:
            for end, label in (("low", gettext("%(item)s: surprised if it costs less than")), ("high", gettext("%(item)s: surprised if it costs more than"))):
                self.fields[f"{end}{item.place}"] = NumberField(label=label % {"item": item.title}, required=False)

    def rows(self) -> Iterator[tuple[RoundItem, str, BoundField, BoundField]]:
        return ((item, self.known.get(str(item.id), ""), self[f"low{item.place}"], self[f"high{item.place}"]) for item in self.items)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        budget = given.get("budget")
        if budget is not None and not 0 < budget <= MOST:
            self.add_error("budget", gettext("Give a budget above 0."))
        for item in self.items:
            low, high = f"low{item.place}", f"high{item.place}"
            if low in self.errors or high in self.errors:
                continue
            self._refuse(item, low, high, given.get(low), given.get(high))
        return given

    def _refuse(self, item: RoundItem, low: str, high: str, least: float | None, most: float | None) -> None:
        if (least is None) != (most is None):
            self.add_error(low if least is None else high, gettext("“%(item)s” needs both ends of its cost.") % {"item": item.title})
        elif least is not None and most is not None and not 0 < least <= most <= MOST:
            told = gettext("“%(item)s” costs something above 0, and its high end is not below its low end.")
            self.add_error(high, told % {"item": item.title})

    def costs(self) -> dict[str, CostGiven]:
        """What was typed, by the item's id."""
        given = self.cleaned_data
        return {str(item.id): CostGiven(given[f"low{item.place}"], given[f"high{item.place}"]) for item in self.items if given[f"low{item.place}"] is not None}

    @staticmethod
    def of(choice: Choice, items: Sequence[RoundItem], known: Mapping[str, Known]) -> dict[str, str]:
        """What stood in it when this was chosen; nothing where the value case still says the same."""
        told = {"budget": wording.typed(float(choice.budget))}
        for item in items:
            cost, case = choice.costs.get(str(item.id)), known.get(str(item.id))
            if cost and not (case and all(isclose(getattr(case.cost, end), cost[end], rel_tol=0.001) for end in ENDS)):
                told |= {f"{end}{item.place}": wording.typed(round(cost[end])) for end in ENDS}
        return told


class ChoiceForm(forms.Form):
    """What is taken, and why. Nothing is chosen beforehand."""

    taken = forms.ChoiceField(label=_("Which selection is taken?"), choices=TAKEN, widget=forms.RadioSelect)
    item_ids = forms.MultipleChoiceField(
        label=_("What is in it?"), help_text=_("Only for another selection than the three above."), required=False, widget=forms.CheckboxSelectMultiple
    )
    why = forms.CharField(
        label=_("Why"), help_text=_("A sentence or two. Everybody who took part reads it."), max_length=600, widget=forms.Textarea(attrs={"rows": 3})
    )
    decided_by_id = PersonField(label=_("Who decided"))
    decided_on = forms.DateField(label=_("When"), widget=day())

    def __init__(self, data: Any = None, *, items: Sequence[tuple[str, str]]) -> None:
        super().__init__(data, initial={"decided_on": clock.today()})
        self.fields["item_ids"].choices = list(items)  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """As the action takes it."""
        said = dict(self.cleaned_data)
        return said | {"decided_by_id": said["decided_by_id"].id, "item_ids": [UUID(id) for id in said["item_ids"]]}
