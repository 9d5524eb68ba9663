"""The pages of a round, one question each: what stands in the form, and what of the sheet it changes."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accord.base.people.models import SIDES

from ..models import RoundItem, RoundPart
from ..rules import allowance, hundred
from ..rules.said import Said

MARKS = [
    ("1", gettext_lazy("Can wait")), ("2", gettext_lazy("Matters a little")), ("3", gettext_lazy("Matters")), ("4", gettext_lazy("Matters a lot")),
    ("5", gettext_lazy("Critical")),
]  # fmt: skip
NAMES = 3  # people one may name
PARTS = dict(SIDES)


class StepForm(forms.Form):
    """One page of a round. Every field may be left out: nobody has to say anything."""

    def __init__(self, data: Any, *, part: RoundPart, items: Sequence[RoundItem], said: Said) -> None:
        super().__init__(data)
        self.part, self.items, self.said = part, items, said
        self.prepare()

    def prepare(self) -> None:
        """Make the fields."""

    def changes(self) -> dict[str, Any]:
        """What is new on the sheet."""
        raise NotImplementedError

    @property
    def other_side(self) -> str:
        return "it" if self.part.side == "business" else "business"


class MarksForm(StepForm):
    """A mark of five steps for each item. mine: whose marks these are."""

    mine = "own"

    def prepare(self) -> None:
        now: Sequence[int] = getattr(self.said, self.mine)
        for item in self.items:
            name = f"m{item.place}"
            self.fields[name] = forms.ChoiceField(label=item.title, choices=MARKS, required=False, widget=forms.RadioSelect)
            self.initial[name] = str(now[item.place]) if item.place < len(now) and now[item.place] else None

    def rows(self) -> Iterator[tuple[RoundItem, BoundField]]:
        return ((item, self[f"m{item.place}"]) for item in self.items)

    def changes(self) -> dict[str, Any]:
        given = tuple(int(self.cleaned_data[f"m{item.place}"] or 0) for item in self.items)
        return {self.mine: given if any(given) else ()}

    @property
    def limit(self) -> str:
        most = allowance(len(self.items))
        return ngettext("One of these can be critical, and you say why.", "At most %(n)d of these can be critical, and you say why.", most) % {"n": most}


class OwnForm(MarksForm):
    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        most, marked = allowance(len(self.items)), sum(mark == "5" for mark in given.values())
        if marked > most:
            words = ngettext(
                "You called %(marked)d things critical, and only one can be. Which would you keep?",
                "You called %(marked)d things critical, and at most %(n)d can be. Which would you keep?", most,
            )  # fmt: skip
            raise forms.ValidationError(words % {"marked": marked, "n": most})
        return given


class GuessForm(MarksForm):
    mine = "guess"


class BecauseForm(StepForm):
    """Why it is critical, for each item that was called so."""

    def prepare(self) -> None:
        for item in self.items:
            if item.place in self.said.critical:
                name = f"b{item.place}"
                label = _("“%(item)s” is critical, because …") % {"item": item.title}
                self.fields[name] = forms.CharField(label=label, max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
                self.initial[name] = self.said.because.get(item.place, "")

    def changes(self) -> dict[str, Any]:
        return {"because": {int(name[1:]): words.strip() for name, words in self.cleaned_data.items()}}


class HundredForm(StepForm):
    """A hundred points, shared out."""

    def prepare(self) -> None:
        for item in self.items:
            name = f"p{item.place}"
            self.fields[name] = forms.IntegerField(
                label=item.title, min_value=0, max_value=100, required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"})
            )
            self.initial[name] = self.said.points[item.place] if item.place < len(self.said.points) else None

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        fault = next(iter(hundred(given).faults), None) if not self.errors else None
        if fault and fault.code in ("too_few", "too_many"):
            n = round(fault.number)
            over = _("These add up to %(n)d. Take %(over)d away, so that they are 100.") % {"n": 100 + n, "over": n}
            left = _("These add up to %(n)d. Give out %(left)d more, so that they are 100.") % {"n": 100 - n, "left": n}
            raise forms.ValidationError(over if fault.code == "too_many" else left)
        return given

    @property
    def given(self) -> int:
        """How many points stand in the fields."""
        told = (str(self[name].value() or "").strip() for name in self.fields)
        return sum(int(one) for one in told if one.isascii() and one.isdigit())

    def changes(self) -> dict[str, Any]:
        given = tuple(self.cleaned_data.get(f"p{item.place}") or 0 for item in self.items)
        return {"points": given if any(given) else ()}


class NamedForm(StepForm):
    """Who must be asked too."""

    def prepare(self) -> None:
        for number in range(NAMES):
            name = f"n{number}"
            label = _("Who else must be asked?") if number == 0 else _("And who else?")
            self.fields[name] = forms.CharField(label=label, max_length=120, required=False)
            self.initial[name] = self.said.named[number] if number < len(self.said.named) else ""

    def changes(self) -> dict[str, Any]:
        given = (" ".join(self.cleaned_data[f"n{number}"].split()) for number in range(NAMES))
        return {"named": tuple(dict.fromkeys(filter(None, given)))}


class PutDownForm(StepForm):
    """What somebody says who cannot answer themselves, all on one page. Nothing they said before stands in it: it is theirs alone to see."""

    def prepare(self) -> None:
        for mine, _heading in self.halves():
            for item in self.items:
                self.fields[f"{mine}{item.place}"] = forms.ChoiceField(label=item.title, choices=MARKS, required=False, widget=forms.RadioSelect)
        self.fields["because"] = forms.CharField(label=_("Why is it critical?"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def halves(self) -> list[tuple[str, str]]:
        own = [("m", _("How much each matters to them"))]
        return [*own, ("g", _("What they think the other side would say"))] if self.part.round.guesses else own

    def parts(self) -> Iterator[tuple[str, list[tuple[RoundItem, BoundField]]]]:
        for mine, heading in self.halves():
            yield heading, [(item, self[f"{mine}{item.place}"]) for item in self.items]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        critical = [item for item in self.items if given.get(f"m{item.place}") == "5"]
        if len(critical) > allowance(len(self.items)):
            raise forms.ValidationError(_("That is more than may be critical. Ask which they would keep."))
        if critical and not given.get("because", "").strip():
            self.add_error("because", _("Ask why it is critical, and write it down: it is read with their name."))
        return given

    def changes(self) -> dict[str, Any]:
        given = {mine: tuple(int(self.cleaned_data[f"{mine}{item.place}"] or 0) for item in self.items) for mine, _heading in self.halves()}
        because = {place: self.cleaned_data["because"].strip() for place, mark in enumerate(given["m"]) if mark == 5}
        return {"own": given["m"], "because": because} | ({"guess": given["g"]} if "g" in given else {})
