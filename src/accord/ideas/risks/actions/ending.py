"""What came true, warned of or not, and that a warning is over."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals

from ..models import ENDED, ENDS, Ending, Event, Risk
from ..queries.risks import RiskShown
from .held import locked, turn
from .raising import ordered
from .words import BOTH, Amount, RiskId

Learned = Annotated[str, Field(description="What we ourselves do differently since, in a sentence.", max_length=600)]
Title = Annotated[str, Field(description="What came true, in a few words, such as `The portal slowed at the renewal peak`.", min_length=1, max_length=200)]
EventNeeds = Annotated[int | None, Field(description="Days it would have taken to act.", ge=0, le=3650)]


def event_of(id: UUID) -> Event:
    """Something that came true, or NotThere."""
    found = Event.objects.filter(id=id).first()
    if found is None:
        raise registry.NotThere(str(id))
    return found


@registry.action("risks.record_event", may="risks.edit", doors=BOTH)
def record_event(
    *,
    by: Actor,
    title: Title,
    happened_on: Annotated[date, Field(description="The day it came true.")],
    needs: EventNeeds = None,
    cost_low: Amount = None,
    cost_high: Amount = None,
    learned: Learned = "",
    goal_id: Annotated[UUID | None, Field(description="The goal it hurt.")] = None,
    initiative_id: Annotated[UUID | None, Field(description="The initiative it was about.")] = None,
    risk_ids: Annotated[list[UUID], Field(description="The warnings that were of it, if any.")] = [],  # noqa: B006  (never changed)
) -> UUID:
    """Write down what came true, whether or not somebody had said so, and end the warnings that were of it. Gives its id."""
    if happened_on > clock.today():
        raise registry.Mistake(_("That day is still to come. Write down what came true once it has."), "happened_on")
    low, high = ordered(cost_low, cost_high, "cost_high")
    made = Event.objects.create(
        title=" ".join(title.split()), happened_on=happened_on, needs=needs, cost_low=low, cost_high=high, learned=learned.strip(), by_id=by.person_id,
        goal=goals.version(goal_id) if goal_id else None, initiative=goals.initiative(initiative_id) if initiative_id else None,
    )  # fmt: skip
    journal.record(by=by, event="risks.came_true", subject=made, payload={"title": made.title, "on": happened_on.isoformat()})
    _end(by, [locked(id) for id in dict.fromkeys(risk_ids)], made, "")
    return made.id


@registry.action("risks.end_risk", may="risks.answer", doors=BOTH, shows=RiskShown.of)
def end_risk(
    *,
    by: Actor,
    risk_id: RiskId,
    event_id: Annotated[UUID | None, Field(description="What came true; left out, it did not come true and its day has passed.")] = None,
    words: Annotated[str, Field(description="In a sentence, for whoever raised it.", max_length=600)] = "",
) -> Risk:
    """Say that a warning is over: what it was of came true, or it did not. Never whoever must answer it: nobody closes their own."""
    row = locked(risk_id)
    if by.person_id != row.raised_by_id and not by.may("risks.edit"):
        raise registry.Refused("risks.edit") if by.may("risks.read") else registry.NotThere(str(risk_id))
    _end(by, [row], event_of(event_id) if event_id else None, words.strip())
    return row


def _end(by: Actor, rows: Iterable[Risk], event: Event | None, words: str) -> None:
    """Inside an act, with the warnings held."""
    for row in rows:
        if by.person_id == row.answerer_id:
            raise registry.Mistake(_("You must answer this warning, so somebody else says that it is over."), "risk_id")
        Ending.objects.create(risk=row, came_true=event is not None, event=event, words=words, by_id=by.person_id, on=clock.today())
        row.state, row.review_on = ENDED, None
        turn(by=by, row=row, kind=ENDS, words=words)
