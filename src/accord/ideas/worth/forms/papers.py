"""Sending a paper, and what somebody says to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accord.base.people.forms import name_of
from accord.base.people.models import Person

from ..rules.decision import Kind, Reply

ANSWERS = {
    Kind.BRIEF: [(Reply.ACKNOWLEDGED.value, _("I have read it")), (Reply.OBJECTED.value, _("I object"))],
    Kind.HAND_OVER: [(Reply.ACKNOWLEDGED.value, _("I have what I need")), (Reply.OBJECTED.value, _("Something is missing"))],
}


class SendForm(forms.Form):
    """To whom. Those who have this version already are not offered."""

    person_ids = forms.MultipleChoiceField(label=_("Whom do you send it to?"), widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(
        label=_("A line of greeting"), help_text=_("In the mail, in your name."), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, people: list[Person], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["person_ids"].choices = [(str(person.id), name_of(person)) for person in people]  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """One has read it, or one objects and says why. Nothing is chosen beforehand."""

    reply = forms.ChoiceField(label=_("What do you say?"), widget=forms.RadioSelect)
    words = forms.CharField(label=_("In your words"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, kind: Kind, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["reply"].choices = ANSWERS[kind]  # type: ignore[attr-defined]
        needed = _("Needed when you object.") if kind is Kind.BRIEF else _("Needed when something is missing.")
        self.fields["words"].help_text = needed

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("reply") == Reply.OBJECTED.value and not (said.get("words") or "").strip():
            self.add_error("words", gettext("Write what you object to, so that it can be answered"))
        return said

    def given(self) -> dict[str, Any]:
        return {"reply": Reply(self.cleaned_data["reply"]), "words": self.cleaned_data["words"]}
