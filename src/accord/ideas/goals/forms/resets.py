"""The forms of a reset."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.base import clock
from accord.base.people.forms import PeopleField

from ..models import GoalVersion

LONG_ENOUGH, SOON = timedelta(days=150), timedelta(days=7)  # a picture is of a season ahead; a week is enough to write


def _day(**given: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **given)


class CallForm(forms.Form):
    """Which goals, who takes part, why now, and the days."""

    goal_ids = forms.MultipleChoiceField(label=_("Which goals is it about?"), widget=forms.CheckboxSelectMultiple)
    why = forms.CharField(label=_("Why now?"), help_text=_("One line. Everybody who takes part reads it."), max_length=500)
    person_ids = PeopleField(
        label=_("Who takes part?"), help_text=_("Who answers for the goals and who works for them is chosen already. Both sides are needed.")
    )
    picture_on = _day(label=_("“It is this day and this went well. What do you see?”"), help_text=_("A day ahead, such as the day the goal is due."))
    answer_by = _day(label=_("Until when do they write?"))
    meets_on = _day(label=_("When do we meet?"), required=False)

    def __init__(self, *args: Any, goals: list[GoalVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["goal_ids"].choices = [(str(one.goal_id), one.title) for one in goals]  # type: ignore[attr-defined]
        today = clock.today()
        for name, day in (("picture_on", today + LONG_ENOUGH), ("answer_by", today + SOON)):
            self.fields[name].initial = day

    def words(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        return given | {"goal_ids": [UUID(one) for one in given["goal_ids"]], "person_ids": [one.id for one in given["person_ids"]]}


class InviteForm(forms.Form):
    """Who takes part too, while everybody still writes."""

    person_ids = PeopleField(label=_("Who takes part too?"))

    def clean_person_ids(self) -> list[UUID]:
        return [one.id for one in self.cleaned_data["person_ids"]]


class PictureForm(forms.Form):
    """What somebody sees when it went well."""

    words = forms.CharField(label=_("What do you see?"), max_length=1500, widget=forms.Textarea(attrs={"rows": 7}))


class PointForm(forms.Form):
    """A point both sides wrote about."""

    point = forms.CharField(label=_("Point"), help_text=_("Such as: a claim is decided when."), max_length=200)
    business = forms.CharField(label=_("The business wrote"), max_length=300, required=False)
    it = forms.CharField(label=_("IT wrote"), max_length=300, required=False)
    apart = forms.TypedChoiceField(
        label=_("Before we met"), choices=[("yes", _("apart")), ("no", _("the same"))], coerce=lambda said: said == "yes", initial="yes",
        widget=forms.RadioSelect,
    )  # fmt: skip
    settled = forms.CharField(label=_("What we settled"), max_length=300, required=False)


class ItemForm(forms.Form):
    """A line of the agenda."""

    title = forms.CharField(label=_("What it is about"), max_length=300)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=240, initial=5)


class MinutesForm(forms.Form):
    """What was said, in short."""

    words = forms.CharField(label=_("Minutes"), max_length=6000, widget=forms.Textarea(attrs={"rows": 6}))


class SettleForm(forms.Form):
    """What was agreed about one goal."""

    title = forms.CharField(label=_("The sentence both sides sign"), max_length=200)
    why = forms.CharField(label=_("Why it matters"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    measure = forms.CharField(label=_("How it is counted"), max_length=200, required=False)
    target = forms.DecimalField(
        label=_("Where it should be"), required=False, localize=True, max_digits=18, decimal_places=4, widget=forms.TextInput(attrs={"inputmode": "decimal"})
    )
    due = _day(label=_("By when"), required=False)
    look_again = _day(label=_("We look again"), required=False)


class DayForm(forms.Form):
    """A day."""

    on = _day(label=_("We look again"))


class StopForm(forms.Form):
    """Why a reset is called off."""

    reason = forms.CharField(label=_("Why"), max_length=500)
