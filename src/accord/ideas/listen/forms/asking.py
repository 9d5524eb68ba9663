"""Whom to ask what, and keeping what somebody told us."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .. import rules
from ..actions import Put
from ..labels import aspect_title
from ..models.asking import KINDS, MAIL, MEETING, PHONE, TEXT
from . import people
from .answering import area

SIDES = [("business", _("Business")), ("it", _("IT"))]
TOLD = [(MEETING, _("In a conversation")), (PHONE, _("On the phone")), (MAIL, _("By mail"))]


class AskForm(forms.Form):
    """People, questions in wording that can be changed, and a line of greeting."""

    person_ids = forms.MultipleChoiceField(label=_("Whom do you ask?"), required=False, widget=forms.CheckboxSelectMultiple)
    new_name = forms.CharField(label=_("Somebody who is not on the list: their name"), required=False, max_length=120)
    new_email = forms.EmailField(label=_("Their mail address"), required=False, max_length=254)
    new_job = forms.CharField(label=_("What they do"), required=False, max_length=120)
    new_side = forms.ChoiceField(label=_("Which side"), required=False, choices=SIDES)
    own_words = forms.CharField(label=_("A question of your own"), required=False, max_length=500, widget=area(2))
    own_aspect = forms.ChoiceField(label=_("What it is about"), required=False)
    own_kind = forms.ChoiceField(label=_("How they answer"), required=False, choices=KINDS, initial=TEXT)
    own_unit = forms.CharField(label=_("Unit of a range"), help_text=_("Such as: claims a day."), required=False, max_length=60)
    own_choices = forms.CharField(label=_("Choices, one on each line"), required=False, widget=area(2))
    note = forms.CharField(
        label=_("A line of greeting"), help_text=_("Shown above the questions, in your name."), required=False, max_length=500, widget=area(2)
    )

    def __init__(self, *args: Any, bank: dict[str, str], me: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person_ids"].choices = [(id, name) for id, name in people.choices() if id != me]  # type: ignore[attr-defined]
        self.fields["own_aspect"].choices = [("", gettext("None of the eight")), *[(key, aspect_title(key)) for key in rules.ASPECTS]]  # type: ignore[attr-defined]
        for key, words in bank.items():
            self.fields[f"use_{key}"] = forms.BooleanField(label=aspect_title(key), required=False)
            self.fields[f"words_{key}"] = forms.CharField(
                label=gettext("Wording: %(aspect)s") % {"aspect": aspect_title(key)}, required=False, initial=words, max_length=500, widget=area(2)
            )

    def pairs(self) -> list[tuple[Any, Any]]:
        """Tick and wording of each aspect."""
        return [(self[f"use_{key}"], self[f"words_{key}"]) for key in rules.ASPECTS]

    def person(self) -> list[Any]:
        return [self[name] for name in ("new_name", "new_email", "new_job", "new_side")]

    def own(self) -> list[Any]:
        return [self[name] for name in ("own_words", "own_aspect", "own_kind", "own_unit", "own_choices")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors:
            if not said["person_ids"] and not said["new_email"]:
                self.add_error("person_ids", gettext("Choose whom to ask, or add somebody below"))
            if bool(said["new_name"]) != bool(said["new_email"]):
                self.add_error("new_email" if said["new_name"] else "new_name", gettext("Give both a name and a mail address"))
            if not self.puts():
                self.add_error(None, gettext("Tick at least one question, or write one of your own"))
        return said

    def puts(self) -> list[Put]:
        """The questions, bank ones in the order of the aspects, then one's own."""
        said = self.cleaned_data
        found = [Put(key, said.get(f"words_{key}", "")) for key in rules.ASPECTS if said.get(f"use_{key}")]
        if said.get("own_words", "").strip():
            choices = said.get("own_choices", "").splitlines()
            found.append(Put(said.get("own_aspect", ""), said["own_words"], said.get("own_kind") or TEXT, said.get("own_unit", ""), choices))
        return found

    def ids(self) -> list[UUID]:
        return [UUID(id) for id in self.cleaned_data["person_ids"]]


class NoteForm(forms.Form):
    """What somebody told us, word for word."""

    person_id = forms.ChoiceField(label=_("Who said it?"))
    words = forms.CharField(
        label=_("What they said, word for word"),
        help_text=_("Their words, not yours. You say back what you make of it on the next page."),
        max_length=4000,
        widget=area(5),
    )
    aspect = forms.ChoiceField(label=_("What it is about"), required=False)
    way = forms.ChoiceField(label=_("How they said it"), choices=TOLD)
    on = forms.DateField(label=_("When"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person_id"].choices = [("", gettext("Choose a person")), *people.choices()]  # type: ignore[attr-defined]
        self.fields["aspect"].choices = [("", gettext("None of the eight")), *[(key, aspect_title(key)) for key in rules.ASPECTS]]  # type: ignore[attr-defined]
