"""What is done to goals: set, said anew, met or retired, and said to be right still."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people import queries as people
from accord.base.people.rules import Actor

from .. import queries, rules
from ..models import AlsoOwner, Goal, GoalTurn, GoalVersion, Serves
from ..queries import GoalShown
from ..rules import SAID
from .agreement import tell_all
from .closing import close_where_current
from .links import tie
from .words import GoalId, Number, Title, Why

Also = Annotated[list[UUID] | None, Field(description="Who answers for it as well, such as somebody of the other side.")]


def _stands(goal: Goal) -> GoalShown:
    return GoalShown.of(queries.version(goal.id))


@registry.action("goals.set_goal", may="goals.edit", doors={registry.API, registry.CLI}, shows=GoalShown.of)
def set_goal(
    *,
    by: Actor,
    title: Title,
    why: Why,
    owner_id: Annotated[UUID, Field(description="The person who answers for it.")],
    also_ids: Also = None,
    measure: Annotated[str, Field(description="How we would see it.", max_length=200)] = "",
    unit: Annotated[str, Field(description="Unit of the measure.", max_length=60)] = "",
    baseline: Number = None,
    current: Number = None,
    target: Number = None,
    begins: Annotated[date | None, Field(description="When work towards it begins.")] = None,
    due: Annotated[date | None, Field(description="When the target is to be reached.")] = None,
    parent_id: Annotated[UUID | None, Field(description="The goal above it, if there is one.")] = None,
) -> GoalVersion:
    """Set a goal both sides share: its first version."""
    above = queries.goal(parent_id) if parent_id else None
    goal = Goal.objects.create()
    said = {"measure": measure, "unit": unit, "baseline": baseline, "current": current, "target": target, "begins": begins, "due": due}
    version = _say(by, goal, 1, "", {"title": title, "why": why, "owner_id": owner_id, "also_ids": also_ids or [], **said})
    if above is not None:
        tie(by=by, goal=above, below=goal, speaker_id=owner_id)
    return version


@registry.action("goals.change_goal", may="goals.edit", doors={registry.API, registry.CLI}, shows=GoalShown.of)
def change_goal(
    *,
    by: Actor,
    goal_id: GoalId,
    reason: Annotated[str, Field(description="Why it changes, in one line.", min_length=1, max_length=500)],
    seen_version: Annotated[int | None, Field(description="The version you looked at; refused when a newer one exists.")] = None,
    title: Annotated[str | None, Field(max_length=200, description="New title, when it changes.")] = None,
    why: Annotated[str | None, Field(max_length=2000, description="New reason, when it changes.")] = None,
    owner_id: Annotated[UUID | None, Field(description="New owner, when it changes.")] = None,
    also_ids: Also = None,
    measure: Annotated[str | None, Field(max_length=200, description="New measure, when it changes.")] = None,
    unit: Annotated[str | None, Field(max_length=60, description="New unit, when it changes.")] = None,
    baseline: Number = None,
    current: Number = None,
    target: Number = None,
    begins: Annotated[date | None, Field(description="New first day, when it changes.")] = None,
    due: Annotated[date | None, Field(description="New date, when it changes.")] = None,
    material: Annotated[bool | None, Field(description="Whether whoever works for it has something to check; left out, what changed says so.")] = None,
    tell: Annotated[bool, Field(description="Whether those who work for it get a letter, when they have something to check.")] = True,
) -> GoalVersion:
    """Say a goal anew: a further version. What is left out stays as it was."""
    goal = Goal.objects.select_for_update().filter(id=goal_id).first()  # the goal is locked: its versions are append-only and cannot be
    if goal is None:
        raise registry.NotThere(str(goal_id))
    last = GoalVersion.objects.prefetch_related("also").get(goal=goal, number=goal.newest)
    if seen_version is not None and seen_version != last.number:
        raise registry.Conflict(_("Somebody changed this goal meanwhile: it is at version %(n)d. Look at it again, then change it.") % {"n": last.number})
    before = {name: getattr(last, name) for name in SAID}
    given: dict[str, Any] = {"title": title, "why": why, "owner_id": owner_id, "also_ids": also_ids, "measure": measure, "unit": unit}
    given |= {"baseline": baseline, "current": current, "target": target, "begins": begins, "due": due}
    after = before | {name: _as_kept(value) for name, value in given.items() if value is not None}
    if not rules.what_changed(before, after):
        raise registry.Mistake(_("Nothing is different from version %(n)d.") % {"n": last.number})
    suggested = rules.together(rules.compared(before, after)).material
    version = _say(by, goal, last.number + 1, reason, after, suggested=suggested, material=suggested if material is None else material)
    Serves.objects.filter(below=goal, speaker=last.owner_id, ended_at=None).update(speaker=version.owner_id)
    if tell and version.material:
        tell_all(by=by, goal=goal)
    return version


def _as_kept(value: Any) -> Any:
    match value:
        case str():
            return value.strip()
        case list():
            return sorted(set(value))
    return value


def _say(by: Actor, goal: Goal, number: int, reason: str, said: dict[str, Any], *, suggested: bool = True, material: bool = True) -> GoalVersion:
    owner = people.person(said["owner_id"])
    words = {name: _as_kept(value) for name, value in said.items()}
    also = [people.person(id) for id in words.pop("also_ids") if id != owner.id]
    judged = {"suggested": suggested, "material": material}
    version = GoalVersion.objects.create(goal=goal, number=number, reason=reason.strip(), changed_by_id=by.person_id, **judged, **words)
    version.owner = owner
    for one in also:
        AlsoOwner.objects.create(version=version, person=one)
    goal.newest, goal.confirmed_at = number, version.at
    if material:
        goal.asks, goal.asks_since = number, version.at
    goal.save(update_fields=["newest", "confirmed_at", "asks", "asks_since"])
    payload = {"version": number, "title": version.title, "reason": version.reason, "material": material}
    journal.record(by=by, event="goals.goal_set" if number == 1 else "goals.goal_changed", subject=goal, payload=payload)
    return version


@registry.action("goals.turn_goal", may="goals.edit", doors={registry.API, registry.CLI}, shows=_stands)
def turn_goal(
    *,
    by: Actor,
    goal_id: GoalId,
    state: Annotated[Literal["live", "met", "retired"], Field(description="`met` when reached, `retired` when let go, `live` when taken up again.")],
    reason: Annotated[str, Field(description="Why, in one line.", min_length=1, max_length=500)],
) -> Goal:
    """Say that a goal is met, is let go, or lives again. Nothing that was said is lost; what serves an ended goal serves nothing through it."""
    goal = Goal.objects.select_for_update().filter(id=goal_id).first()
    if goal is None:
        raise registry.NotThere(str(goal_id))
    if goal.state == state:
        raise registry.Mistake(_("It is that already. Look at the goal again."), "state")
    goal.state = state
    goal.confirmed_at = clock.now()
    goal.save(update_fields=["state", "confirmed_at"])
    GoalTurn.objects.create(goal=goal, state=state, reason=reason.strip(), by_id=by.person_id)
    journal.record(by=by, event="goals.goal_turned", subject=goal, payload={"state": state, "reason": reason.strip()})
    close_where_current(by, goal.id)
    return goal


@registry.action("goals.still_right", may="goals.agree", doors={registry.API, registry.CLI}, shows=_stands)
def still_right(*, by: Actor, goal_id: GoalId) -> Goal:
    """Who answers for a goal says that it is right as it stands. Only saying so keeps it fresh; looking at it does not."""
    goal = queries.goal(goal_id)
    if not (by.may("goals.edit") or by.person_id in queries.owners(goal_id)):
        raise registry.Refused("goals.agree")
    goal.confirmed_at = clock.now()
    goal.save(update_fields=["confirmed_at"])
    journal.record(by=by, event="goals.still_right", subject=goal, payload={"version": goal.newest})
    return goal
