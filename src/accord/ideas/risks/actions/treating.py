"""What could be done about a warning: saying so, deciding to do it, and that it is no option any more."""

from datetime import date
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.rules import Actor

from .. import queries
from ..models import RESIDUAL, Risk, Treatment
from ..queries.treatments import TreatmentShown, ends_of, treatment, with_it
from ..rules import with_all
from .held import locked, to_answer
from .raising import keep_estimate, ordered
from .words import BOTH, Amount, Basis, Chance, RiskId

TreatmentId = Annotated[UUID, Field(description="Something that could be done.")]


@registry.action("risks.add_treatment", may="risks.answer", doors=BOTH, shows=TreatmentShown.of)
def add_treatment(
    *,
    by: Actor,
    risk_id: RiskId,
    title: Annotated[str, Field(description="What could be done, in a few words.", min_length=1, max_length=200)],
    cost_low: Amount = None,
    cost_high: Amount = None,
    chance_low: Chance = None,
    chance_high: Chance = None,
    loss_low: Amount = None,
    loss_high: Amount = None,
    basis: Basis = "",
    due: Annotated[date | None, Field(description="By when it would be done.")] = None,
) -> Treatment:
    """Say what could be done about a warning: what it would cost, and how likely and how dear the warning would still be. What is left out stays as it is."""
    row = locked(risk_id)
    if by.person_id not in (row.answerer_id, row.raised_by_id) and not by.may("risks.edit"):
        raise registry.Refused("risks.answer") if by.may("risks.read") else registry.NotThere(str(risk_id))
    if not title.strip():
        raise registry.Mistake(_("Say in a few words what could be done."), "title")
    cost, loss = ordered(cost_low, cost_high, "cost_high"), ordered(loss_low, loss_high, "loss_high")
    chance = tuple(None if end is None else end / 100 for end in ordered(chance_low, chance_high, "chance_high"))
    if chance[0] is None and loss[0] is None:
        raise registry.Mistake(_("Say what it changes: how likely it would still be, or what it would still cost."), "chance_low")
    made = Treatment.objects.create(
        risk=row, title=title.strip(), cost_low=cost[0], cost_high=cost[1], chance_low=chance[0], chance_high=chance[1], loss_low=loss[0], loss_high=loss[1],
        basis=basis.strip(), due=due, by_id=by.person_id,
    )  # fmt: skip
    payload = {"treatment": str(made.id), "title": made.title, "cost": list(cost), "chance": list(chance), "loss": list(loss)}
    journal.record(by=by, event="risks.treatment_added", subject=row, payload=payload)
    return made


@registry.action("risks.take_treatment", may="risks.answer", doors=BOTH, shows=TreatmentShown.of)
def take_treatment(*, by: Actor, treatment_id: TreatmentId) -> Treatment:
    """Decide that something is done about a warning. How likely and how dear it is once that is done follows from what was said of it."""
    made, row = _of_open(by, treatment_id)
    if made.taken_at is not None:
        raise registry.Conflict(_("That is decided already."))
    made.taken_at = clock.now()
    made.save()
    journal.record(by=by, event="risks.treatment_taken", subject=row, payload={"treatment": str(made.id), "title": made.title})
    _say_what_is_left(by, row, made)
    return made


def _say_what_is_left(by: Actor, row: Risk, made: Treatment) -> None:
    """Inside an act. Several things together each take away the same part of what the others leave."""
    said = queries.told(row.id)
    now, planned = ends_of(said.current), ends_of(said.residual) or ends_of(said.current)
    if now is None or planned is None:
        return
    (chance, loss), (left_chance, left_loss) = now, planned
    low, high = with_all(chance, [with_it(made.chance_low, made.chance_high, chance)], left=left_chance)
    least, most = with_all(loss, [with_it(made.loss_low, made.loss_high, loss)], left=left_loss)
    keep_estimate(by=by, row=row, level=RESIDUAL, chance=(100 * low, 100 * min(1.0, high)), loss=(least, most), basis=made.title)


@registry.action("risks.end_treatment", may="risks.answer", doors=BOTH, shows=TreatmentShown.of)
def end_treatment(*, by: Actor, treatment_id: TreatmentId) -> Treatment:
    """Say that something is no option any more. Where it was decided, say anew how likely and how dear the warning is once the rest is done."""
    made, row = _of_open(by, treatment_id)
    made.ended_at = clock.now()
    made.save()
    journal.record(by=by, event="risks.treatment_ended", subject=row, payload={"treatment": str(made.id), "title": made.title})
    return made


def _of_open(by: Actor, treatment_id: UUID) -> tuple[Treatment, Risk]:
    """It and its warning, for whoever answers it."""
    made = treatment(treatment_id)
    row = to_answer(by, made.risk_id)
    if made.ended_at is not None:
        raise registry.Conflict(_("That is no option any more."))
    return made, row
