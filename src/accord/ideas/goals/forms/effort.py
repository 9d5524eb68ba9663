"""The forms of effort: a two-minute estimate, the shares of attention, names of work, and a file."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accord.base import clock
from accord.base.people.files import AgainForm, FileForm

from ..actions import Share
from ..queries.effort import back, first_day

AHEAD = 6  # months that can be estimated: the last one, and those before
NOT_YET, ASIDE = "", "aside"


def _number(label: Any, **more: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, min_value=0, max_digits=9, decimal_places=2, localize=True,
                              widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "input"}), **more)  # fmt: skip


class EstimateForm(forms.Form):
    """How the work of a month was shared out: for each initiative at least and at most. What is left empty is not said."""

    month = forms.ChoiceField(label=_("Which month"))
    unit = forms.ChoiceField(
        label=_("Said in"), initial="hours",
        choices=[("hours", _("Hours")), ("days", _("People-days")), ("shares", _("Shares of the whole, in per cent"))],
    )
    per_day = forms.DecimalField(label=_("Hours in a people-day"), initial=8, min_value=1, max_value=24, max_digits=4, decimal_places=2, localize=True,
                                 widget=forms.TextInput(attrs={"inputmode": "decimal"}))  # fmt: skip
    whole = _number(_("All hours of the month together"), required=False, help_text=_("Only for shares: what 100 per cent is."))

    def __init__(self, *args: Any, work: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = first_day(clock.today())
        months = [back(now, place) for place in range(1, AHEAD + 1)] + [now]
        self.fields["month"].choices = [(one.isoformat(), date_format(one, "F Y")) for one in months]  # type: ignore[attr-defined]
        self.work = list(work)
        for id, title in self.work:
            for end, label in (("low", gettext("At least")), ("high", gettext("At most"))):
                self.fields[f"{end}-{id}"] = _number(f"{title}: {label}", required=False)

    @property
    def asked(self) -> list[forms.BoundField]:
        return [self[name] for name in ("month", "unit")]

    @property
    def units(self) -> list[forms.BoundField]:
        """Only asked for where it is not said in hours."""
        return [self[name] for name in ("per_day", "whole")]

    @property
    def in_other_units(self) -> bool:
        return self["unit"].value() not in (None, "hours") or bool({"per_day", "whole"} & set(self.errors))

    @property
    def rows(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        return [(title, self[f"low-{id}"], self[f"high-{id}"]) for id, title in self.work]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        said = 0
        for id, title in self.work:
            low, high = found.get(f"low-{id}"), found.get(f"high-{id}")
            if (low is None) != (high is None) and not {f"low-{id}", f"high-{id}"} & set(self.errors):
                said_half = gettext("Give both ends for “%(title)s”: at least and at most.") % {"title": title}
                self.add_error(f"low-{id}" if low is None else f"high-{id}", said_half)
            elif low is not None and high is not None and low > high:
                told = {"title": title, "high": high}
                self.add_error(f"low-{id}", gettext("“At least” must not be more than “at most” for “%(title)s”, which is %(high)s.") % told)
            said += low is not None and high is not None
        if not said and not self.errors:
            raise forms.ValidationError(gettext("Say of at least one initiative what went into it."))
        return found

    def given(self) -> dict[str, Any]:
        """As the action takes it."""
        found = self.cleaned_data
        ends = [(id, found.get(f"low-{id}"), found.get(f"high-{id}")) for id, _title in self.work]
        parts = [Share(id, low, high) for id, low, high in ends if low is not None and high is not None]
        return {"month": date.fromisoformat(found["month"]), "unit": found["unit"], "per_day": found["per_day"], "whole": found["whole"], "parts": parts}


class AttentionForm(forms.Form):
    """How much of all the work each goal is to get, in per cent. Empty: not said."""

    def __init__(self, *args: Any, goals: Sequence[tuple[UUID, str]], now: dict[UUID, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = list(goals)
        for id, title in self.goals:
            widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "input"})
            self.fields[f"share-{id}"] = forms.IntegerField(label=title, min_value=0, max_value=100, required=False, initial=now.get(id), widget=widget)

    def given(self, now: dict[UUID, int]) -> dict[UUID, int | None]:
        """What is new in it."""
        said = {id: self.cleaned_data.get(f"share-{id}") for id, _title in self.goals}
        return {id: share for id, share in said.items() if share != now.get(id)}


class NamesForm(forms.Form):
    """Which initiative each name of other tools is."""

    def __init__(self, *args: Any, names: Sequence[tuple[UUID, str, str]], work: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        """names: each with what it is called and what it is now."""
        super().__init__(*args, **kwargs)
        known = [(str(id), title) for id, title in work]
        choices = [(NOT_YET, gettext("Not said yet")), (ASIDE, gettext("Set it aside: no work on what we planned")), *known]
        self.now = {f"name-{id}": now for id, _name, now in names}
        for id, name, now in names:
            self.fields[f"name-{id}"] = forms.ChoiceField(label=name, choices=choices, required=False, initial=now)

    def given(self) -> dict[UUID, dict[str, Any]]:
        """What is new in it, as the action takes it."""
        found = {}
        for field, said in self.cleaned_data.items():
            if said != self.now[field]:
                chosen = UUID(said) if said not in (NOT_YET, ASIDE) else None
                found[UUID(field.removeprefix("name-"))] = {"initiative_id": chosen, "aside": said == ASIDE}
        return found


class EffortFileForm(FileForm):
    """A file of time entries or tickets."""

    file = forms.FileField(label=_("Time entries or tickets"), help_text=_("CSV or XLSX, up to 5,000 rows. The first row names the columns."))


class TakeEffortForm(AgainForm):
    """Which column names the work, and how long a day of it is."""

    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    work_column = forms.CharField(label=_("Which column names the work"), max_length=200, required=False, widget=forms.Select)
    per_day = forms.DecimalField(label=_("Hours in a people-day"), initial=8, min_value=1, max_value=24, max_digits=4, decimal_places=2, localize=True,
                                 widget=forms.TextInput(attrs={"inputmode": "decimal"}))  # fmt: skip

    def offer(self, headers: Sequence[str]) -> "TakeEffortForm":
        """The columns to choose from."""
        cast(forms.Select, self.fields["work_column"].widget).choices = [(one, one) for one in dict.fromkeys(headers) if one]
        return self

    def told(self) -> tuple[Decimal, str]:
        return self.cleaned_data["per_day"], self.cleaned_data["work_column"]
