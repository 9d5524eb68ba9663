"""Deciding: planning who decides by when, and recording what was decided."""

from datetime import date
from typing import Annotated
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people import queries as people
from accord.base.people.rules import Actor
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries as initiatives
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.rules import Stage
from accord.ideas.listen import queries as listen

from .. import brief_letters as letters
from ..models import Decision, DecisionPlanned
from ..queries import decision as queries
from ..queries import weighed
from ..queries.decision import DecisionShown, PlanShown
from ..queries.reading import reader
from ..queries.shown import ANYWHERE, InitiativeId
from ..queries.weighing import WeighedCase
from ..rules import decision as rules
from ..rules import findings
from ..rules.decision import Given, Outcome
from ..rules.shape import Role

Reasons = Annotated[str, Field(description="Why, in a sentence or two. It goes into the brief.", max_length=2000)]
Day = Annotated[date | None, Field(description="A day, such as 2026-10-24.")]


@registry.action("worth.record_decision", may="decisions.record", doors=ANYWHERE, shows=DecisionShown.of)
def record_decision(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    outcome: Annotated[Outcome, Field(description="proceed (as asked), better_path, not_worth_solving or not_yet.")],
    reasons: Reasons,
    decided_by_id: Annotated[UUID, Field(description="The person who decided.")],
    decided_on: Day = None,
    option: Annotated[str, Field(description="The option that is taken, as the value case calls it; left out where only one fits.", max_length=120)] = "",
    review_on: Annotated[date | None, Field(description="When it is looked at again; needed unless it is not worth solving.")] = None,
    open_reason: Annotated[str, Field(description="Why it is decided with questions open, in one line; needed when some are.", max_length=300)] = "",
) -> Decision:
    """Record a decision. A later one stands beside the first; neither is changed.

    Open questions never block: they are kept with one line of reason. Not worth solving closes the initiative and thanks whoever raised it."""
    initiative, found = _locked(initiative_id), weighed(initiative_id=initiative_id)
    decider = people.person(decided_by_id)
    today = clock.now().date()
    open_ = tuple(queries.open_questions(initiative_id, found))
    given = Given(outcome, option, reasons, decided_on or today, review_on, open_, open_reason, _options(found))
    for fault in rules.faults(given, today, _):
        raise registry.Mistake(fault.sentence, _FIELDS.get(fault.field, fault.field))
    decision = Decision.objects.create(
        initiative=initiative,
        number=(Decision.objects.filter(initiative=initiative).aggregate(last=Max("number"))["last"] or 0) + 1,
        outcome=outcome.value,
        option=rules.option_of(given),
        reasons=reasons.strip(),
        decided_by=decider,
        decided_on=given.on,
        review_on=review_on,
        open_questions=list(open_),
        open_reason=open_reason.strip() if open_ else "",
        found=_found(found),
        recorded_by_id=by.person_id,
    )
    payload = {"number": decision.number, "outcome": outcome.value, "option": decision.option, "decided_by": str(decider.id), "open": len(open_)}
    journal.record(by=by, event="worth.decided", subject=decision, payload=payload | {"initiative": str(initiative.id)})
    _bring(by, decision)
    if outcome is Outcome.NOT_WORTH_SOLVING:
        goals.reach(by=by, initiative=initiative, stage=Stage.CLOSED, reason=_("Not worth solving, with thanks"))
        _thank(by, decision)
    return decision


_FIELDS = {"on": "decided_on"}


def _bring(by: Actor, decision: Decision) -> None:
    """To the decision; an initiative that was closed is taken up again by a decision that does not close it."""
    initiative = decision.initiative
    closed = initiatives.stage_of(initiative) is Stage.CLOSED
    if not closed:
        goals.reach(by=by, initiative=initiative, stage=Stage.DECISION, reason=decision.open_reason)
    elif decision.decided is not Outcome.NOT_WORTH_SOLVING:
        goals.take_up_again(by=by, initiative=initiative, stage=Stage.DECISION, reason=_("Taken up again by a later decision"))


def _locked(initiative_id: UUID) -> Initiative:
    """The initiative, locked: its decisions are append-only and cannot be."""
    found = Initiative.objects.select_for_update().filter(id=initiative_id).first()
    if found is None:
        raise registry.NotThere(str(initiative_id))
    return found


def _options(found: WeighedCase | None) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, str(one.role)) for one in found.draft.choices if one.role is not Role.NOTHING) if found else ()


def _found(found: WeighedCase | None) -> dict[str, object]:
    """What the case said at this moment, in words: it may say something else tomorrow."""
    if found is None:
        return {}
    reads = reader(found.currency)
    return {"headline": findings.headline(found.weighed, reads), "changes": list(findings.changes(found.weighed, reads)), "best": found.weighed.verdict.best}


def _thank(by: Actor, decision: Decision) -> None:
    """Whoever raised it hears first, with thanks: the person who asked, and the one who wrote it down for them."""
    request = listen.request_of(decision.initiative_id)
    raised = {request.asked_by_id: request.asked_by, request.filed_by_id: request.filed_by} if request else {}
    raised = raised or {decision.initiative.opened_by_id: decision.initiative.opened_by}
    for person in raised.values():
        if person.id != by.person_id:
            letters.thanks(by, person, decision)
            journal.record(by=by, event="worth.thanked", subject=decision, payload={"person": str(person.id)})


@registry.action("worth.plan_decision", may="decisions.record", doors=ANYWHERE, shows=PlanShown.of)
def plan_decision(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    person_id: Annotated[UUID, Field(description="Who decides.")],
    due: Annotated[date, Field(description="By when.")],
) -> DecisionPlanned:
    """Say who decides and by when. The newest plan counts."""
    initiative, person = initiatives.initiative(initiative_id), people.person(person_id)
    if due < clock.now().date():
        raise registry.Mistake(_("That day is past. Give today or a later day."), "due")
    row = DecisionPlanned.objects.create(initiative=initiative, person=person, due=due, by_id=by.person_id)
    payload = {"initiative": str(initiative.id), "person": str(person.id), "due": due.isoformat()}
    journal.record(by=by, event="worth.decision_planned", subject=row, payload=payload)
    return row
