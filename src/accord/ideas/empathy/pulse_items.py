"""The last page of a check-in: anybody to thank. What worries somebody is asked before it, by the idea that answers it."""

from uuid import UUID

from django import forms

from accord.base import registry
from accord.base.people.models import Person, Team
from accord.base.people.rules import Actor

from . import actions
from .forms.pulse import ThanksForm
from .models import Thanks


@registry.pulse_item.register("thanks", order=20)
def thanks(*, person_id: UUID, round_id: UUID) -> registry.PulseItem:
    """Thanks go out at once, to a person or to a team."""

    def form(data: object) -> ThanksForm:
        given = Thanks.objects.select_related("person", "team").filter(round=round_id, by=person_id)
        others = Person.objects.select_related("team").filter(left_at=None).exclude(id=person_id)
        teams = Team.objects.filter(people__left_at=None).exclude(people=None).distinct()
        return ThanksForm(data, teams=list(teams), people=list(others), sent=[one.person.called if one.person else one.team.name for one in given])

    def keep(by: Actor, form: forms.Form) -> None:
        kind, _colon, id = form.cleaned_data["whom"].partition(":")
        if id:
            actions.give_thanks(by=by, round_id=round_id, words=form.cleaned_data["words"], **{f"{kind}_id": UUID(id)})

    return registry.PulseItem("empathy/guest_thank.html", form, keep)
