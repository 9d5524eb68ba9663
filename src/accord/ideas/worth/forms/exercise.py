"""Two ends for each of ten questions."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ..rules.exercise import QUESTIONS, Asked
from .fields import NumberField
from .ranges import HIGH, LOW


class ExerciseForm(forms.Form):
    """A question may be left out; a single end may not."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for asked in QUESTIONS:
            self.fields[f"{asked.key}_low"] = NumberField(label=LOW, required=False)
            self.fields[f"{asked.key}_high"] = NumberField(label=HIGH, required=False)

    def asked(self) -> list[tuple[Asked, str, str, Any, Any]]:
        """Each question in the reader's language, with its unit and its two fields."""
        return [(one, _(one.words), _(one.unit) if one.unit else "", self[f"{one.key}_low"], self[f"{one.key}_high"]) for one in QUESTIONS]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        for asked in QUESTIONS:
            low, high = (told.get(f"{asked.key}_{end}") for end in ("low", "high"))
            broken = {f"{asked.key}_low", f"{asked.key}_high"} & set(self.errors)
            if not broken and (low is None) is not (high is None):
                self.add_error(f"{asked.key}_{'low' if low is None else 'high'}", _("Write both ends, or leave the question out."))
            elif low is not None and high is not None and high < low:
                self.add_error(f"{asked.key}_high", _("The upper end must not be below the lower one."))
        if not self.errors and not self.given():
            raise forms.ValidationError(_("Answer one question at least."))
        return told

    def given(self) -> dict[str, tuple[float, float]]:
        told = self.cleaned_data
        ends = {one.key: (told.get(f"{one.key}_low"), told.get(f"{one.key}_high")) for one in QUESTIONS}
        return {key: (low, high) for key, (low, high) in ends.items() if low is not None and high is not None}
