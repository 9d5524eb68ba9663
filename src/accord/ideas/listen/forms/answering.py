"""What a participant types."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.base.paper import typed
from accord.base.people import reader

from ..models import Answer, Question
from ..models.asking import CHOICE, RANGE


def area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "class": "input"})


class TextForm(forms.Form):
    """An answer in one's own words."""

    words = forms.CharField(label=_("Your answer"), max_length=4000, widget=area(5))

    def given(self) -> dict[str, Any]:
        return {"words": self.cleaned_data["words"]}


class ChoiceForm(forms.Form):
    """One of a few answers."""

    words = forms.ChoiceField(label=_("Choose one"), widget=forms.RadioSelect)

    def given(self) -> dict[str, Any]:
        return {"words": self.cleaned_data["words"]}


class RangeForm(forms.Form):
    """Two ends, typed; nothing is there before."""

    low = forms.CharField(
        label=_("Surprised if below"), max_length=30, widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "input"})
    )
    high = forms.CharField(
        label=_("Surprised if above"), max_length=30, widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "input"})
    )
    words = forms.CharField(label=_("What do you go by?"), max_length=2000, required=False, widget=area(2))

    def _number(self, name: str) -> float:
        try:
            return reader.number(self.cleaned_data[name])
        except typed.NotANumber as wrong:
            raise forms.ValidationError(str(wrong)) from None

    def clean_low(self) -> float:
        return self._number("low")

    def clean_high(self) -> float:
        return self._number("high")

    def given(self) -> dict[str, Any]:
        return {"words": self.cleaned_data["words"], "low": self.cleaned_data["low"], "high": self.cleaned_data["high"]}


AnswerForm = TextForm | ChoiceForm | RangeForm


def answer_form(question: Question, data: Any, earlier: Answer | None) -> AnswerForm:
    """The form for this kind of question, with the earlier answer in it where the browser may see that."""
    if question.kind == RANGE:
        initial = {"low": f"{earlier.low:g}", "high": f"{earlier.high:g}", "words": earlier.words} if earlier else {}
        form = RangeForm(data, initial=initial)
        if question.unit:
            for name in ("low", "high"):
                form.fields[name].help_text = question.unit
        return form
    if question.kind == CHOICE:
        choice = ChoiceForm(data, initial={"words": earlier.words} if earlier else {})
        choice.fields["words"].choices = [(one, one) for one in question.choices]  # type: ignore[attr-defined]
        return choice
    return TextForm(data, initial={"words": earlier.words} if earlier else {})


class HandOnForm(forms.Form):
    """Who knows instead."""

    name = forms.CharField(label=_("Who knows?"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off", "class": "input"}))
    email = forms.EmailField(label=_("Their mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off", "class": "input"}))
    note = forms.CharField(label=_("A word to the one who asked"), help_text=_("Why them, if you like."), max_length=500, required=False, widget=area(2))
