"""A warning as it will read, before it is sent."""

from dataclasses import dataclass
from typing import Any

from accord.base.people.models import Person
from accord.ideas.goals import queries as goals

from ..forms.by_hand import CARRIED, GuestRaiseForm
from ..models import OPEN, PROXY, Asking, Estimate, Risk
from .by_hand import Slots, slots_of
from .frame import Framed, framed
from .raising import hints


@dataclass(frozen=True)
class ReadBack:
    """hints: at words that point at people or say too little. through: who passes it on; nobody where it carries the name of whoever wrote it."""

    framed: Framed
    slots: Slots
    hints: list[str]
    through: Person | None


def read_back(form: GuestRaiseForm, person: Person, row: Asking, carrier: Person | None) -> ReadBack:
    given: dict[str, Any] = form.given()
    hinted = hints({"needs_low": None} | given)
    low, high = given.pop("chance_low"), given.pop("chance_high")
    said = Estimate(
        loss_low=given.pop("loss_low"), loss_high=given.pop("loss_high"), chance_low=_share(low), chance_high=_share(high), basis=given.pop("basis")
    )
    goal_id, through = given.pop("goal_id"), carrier if form.cleaned_data["how"] == CARRIED else None
    risk = Risk(goal=goals.version(goal_id) if goal_id else None, how=PROXY if through else OPEN, raised_by=person, **given)
    return ReadBack(framed(risk), slots_of(risk, said, row.client.currency), hinted, through)


def _share(chance: float | None) -> float | None:
    return None if chance is None else chance / 100
