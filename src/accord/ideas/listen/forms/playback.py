"""Writing a playback, and what its speaker says to it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .. import rules
from ..actions import Said, Word
from ..labels import aspect_title
from ..queries.playback import SentenceNow
from .answering import area

YES, NO = "yes", "no"
ANSWERS = [(YES, _("Yes")), (NO, _("Not quite"))]
SPARE = 2  # empty lines at the end
MOST = 14  # lines of the form; more sentences than twelve are a mistake that is said


@dataclass(frozen=True)
class SentenceRow:
    """A sentence with its two answers and the place for how they would put it."""

    now: SentenceNow
    pick: BoundField | None  # None: settled before, not asked again
    words: BoundField | None


class PlaybackForm(forms.Form):
    """Yes or not quite to each sentence; nothing is ticked before, and never all at once."""

    def __init__(self, *args: Any, asked: list[SentenceNow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in self._open(asked):
            id = one.sentence.id
            said = one.verdict
            pick = forms.ChoiceField(label=one.sentence.words, choices=ANSWERS, required=False, widget=forms.RadioSelect)
            pick.initial = (YES if said.agrees else NO) if said else None
            words = forms.CharField(label=_("How would you put it?"), required=False, max_length=600, widget=area(3), initial=said.words if said else "")
            self.fields[f"pick-{id}"], self.fields[f"words-{id}"] = pick, words
        self.asked = asked

    @staticmethod
    def _open(asked: list[SentenceNow]) -> list[SentenceNow]:
        return [one for one in asked if not one.carried]

    def rows(self, asked: list[SentenceNow]) -> list[SentenceRow]:
        return [
            SentenceRow(one, None, None) if one.carried else SentenceRow(one, self[f"pick-{one.sentence.id}"], self[f"words-{one.sentence.id}"])
            for one in asked
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for one in self._open(self.asked):
            id = one.sentence.id
            if said.get(f"pick-{id}") == NO and not said.get(f"words-{id}", "").strip() and f"words-{id}" not in self.errors:
                self.add_error(f"words-{id}", gettext("Say how you would put it. A few words are enough."))
        return said

    def said(self) -> list[Word]:
        """Every sentence that has a complete word."""
        found = []
        for one in self._open(self.asked):
            id, pick = one.sentence.id, self.cleaned_data.get(f"pick-{one.sentence.id}")
            words = self.cleaned_data.get(f"words-{id}", "")
            if pick == YES or (pick == NO and words.strip()):
                found.append(Word(id, pick == YES, words))
        return found


class RefuseForm(forms.Form):
    """Not what they meant at all."""

    words = forms.CharField(
        label=_("What did you mean?"),
        help_text=_("Only if you like. We start again from your own words either way."),
        max_length=2000,
        required=False,
        widget=area(4),
    )


MARKS = [(place, str(place)) for place in range(1, 6)]


class PulseForm(forms.Form):
    """Two items, five marks each, none chosen before."""

    understood = forms.TypedChoiceField(label=_("I was understood"), choices=MARKS, coerce=int, widget=forms.RadioSelect)
    worth_it = forms.TypedChoiceField(label=_("It was worth my time"), choices=MARKS, coerce=int, widget=forms.RadioSelect)

    def given(self) -> dict[str, int]:
        return {name: self.cleaned_data[name] for name in ("understood", "worth_it")}


class ConfirmRequestForm(forms.Form):
    """Is it so? Or how would you put it?"""

    agrees = forms.ChoiceField(label=_("Is it so?"), choices=ANSWERS, widget=forms.RadioSelect)
    put = forms.CharField(label=_("How would you put it?"), required=False, max_length=4000, widget=area(4))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("agrees") == NO and not said.get("put", "").strip():
            self.add_error("put", gettext("Say how you would put it. A few words are enough."))
        return said

    def words(self) -> str:
        return self.cleaned_data["put"] if self.cleaned_data["agrees"] == NO else ""


class WritingForm(forms.Form):
    """Sentences of ours, each with what it is about."""

    def __init__(self, *args: Any, lines: list[Said], likely: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(key, aspect_title(key)) for key in rules.ASPECTS]
        self.count = min(len(lines) + SPARE, MOST)
        for place in range(self.count):
            line = lines[place] if place < len(lines) else Said("", likely)
            words = forms.CharField(label=gettext("Sentence %(n)d") % {"n": place + 1}, required=False, max_length=600, widget=area(2), initial=line.words)
            about = forms.ChoiceField(label=gettext("What it is about"), required=False, choices=choices, initial=line.aspect or None)
            self.fields[f"words-{place}"], self.fields[f"aspect-{place}"] = words, about

    @classmethod
    def posted(cls, data: Any) -> "WritingForm":
        """The form somebody sent, with as many lines as it had."""
        count = sum(f"words-{place}" in data for place in range(MOST))
        return cls(data, lines=[Said("", "")] * max(0, count - SPARE))

    def pairs(self) -> list[tuple[BoundField, BoundField]]:
        return [(self[f"words-{place}"], self[f"aspect-{place}"]) for place in range(self.count)]

    def lines(self) -> list[Said]:
        said = self.cleaned_data
        found = [Said(said.get(f"words-{place}", "").strip(), said.get(f"aspect-{place}", "")) for place in range(self.count)]
        return [one for one in found if one.words]
