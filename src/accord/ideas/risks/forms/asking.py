"""Whom a facilitator asks, and why."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.base.people.forms import PeopleField, name_and_team
from accord.ideas.worth.forms.fields import text


class AskForm(forms.Form):
    """Who is asked what they see coming."""

    words = forms.CharField(
        label=_("Why do you ask?"), help_text=_("One line, which everybody who is asked reads."), max_length=300, required=False, widget=text()
    )
    person_ids = PeopleField(label=_("Whom do you ask?"), named=name_and_team)

    def people(self) -> list[UUID]:
        return [person.id for person in self.cleaned_data["person_ids"]]


class AskTooForm(AskForm):
    """Who is asked whether they see it too. not_asked: those it would be no question to."""

    words = None  # type: ignore[assignment]  # what was said speaks for itself

    def __init__(self, *args: Any, not_asked: set[UUID], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person_ids"]
        field.queryset = field.queryset.exclude(id__in=not_asked)  # type: ignore[attr-defined]
