"""What is done to goals and initiatives."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.journal import queries as happened
from accord.base.people import queries as people
from accord.base.people.rules import Actor

from . import queries, rules
from .models import Goal, GoalVersion, Initiative, Serves, StageReached
from .queries import GoalShown, InitiativeShown
from .rules import SAID, Stage

Title = Annotated[str, Field(description="What it is called, in plain words.", min_length=1, max_length=200)]
Why = Annotated[str, Field(description="Why it matters, to whom.", max_length=2000)]
Number = Annotated[Decimal | None, Field(description="A number in the measure's unit; leave it out when nobody knows.")]
InitiativeId = Annotated[UUID, Field(description="The initiative.")]
GoalId = Annotated[UUID, Field(description="The goal.")]


def open_initiative(*, by: Actor, title: str, why: str = "", team_id: UUID | None = None) -> Initiative:
    """Open an initiative at its first stage. Called by what files a request, inside its act."""
    initiative = Initiative.objects.create(title=title.strip(), why=why.strip(), opened_by_id=by.person_id, team_id=team_id)
    journal.record(by=by, event="goals.initiative_opened", subject=initiative, payload={"title": initiative.title})
    reach(by=by, initiative=initiative, stage=Stage.REQUESTED)
    return initiative


def reach(*, by: Actor, initiative: Initiative, stage: Stage, reason: str = "") -> None:
    """Write down that an initiative came this far; the second time nothing happens. Called inside the act of what brought it there."""
    _reach(by, initiative, stage, reason, _round(initiative))


def take_up_again(*, by: Actor, initiative: Initiative, stage: Stage, reason: str = "") -> None:
    """What was closed goes on from an earlier stage, in a further round. Called inside the act of what brought it there."""
    _reach(by, initiative, stage, reason, _round(initiative) + 1)


def _round(initiative: Initiative) -> int:
    return StageReached.objects.filter(initiative=initiative).aggregate(last=Max("round"))["last"] or 0


def _reach(by: Actor, initiative: Initiative, stage: Stage, reason: str, round: int) -> None:
    said = {"by_id": by.person_id, "reason": reason.strip()}
    row, new = StageReached.objects.get_or_create(initiative=initiative, stage=stage, round=round, defaults=said)
    if new:
        journal.record(by=by, event="goals.stage_reached", subject=initiative, payload={"stage": stage.value, "reason": row.reason})


@registry.action("goals.rename_initiative", may="goals.edit", doors={registry.API, registry.CLI}, shows=InitiativeShown.of)
def rename_initiative(*, by: Actor, initiative_id: InitiativeId, title: Title, why: Why = "") -> Initiative:
    """Give an initiative a better title and a one-line why; the first words stay in the request and the journal."""
    initiative = queries.initiative(initiative_id)
    before = {"title": initiative.title, "why": initiative.why}
    initiative.title, initiative.why = title.strip(), why.strip()
    initiative.save(update_fields=["title", "why"])
    journal.record(by=by, event="goals.initiative_renamed", subject=initiative, payload={"before": before, "after": {"title": title, "why": why}})
    return initiative


def rename_back(*, by: Actor, initiative_id: UUID) -> Initiative:
    """Take the last renaming back. NotThere when it was never renamed."""
    last = next((entry for entry in reversed(happened.of_subject(initiative_id)) if entry.event == "goals.initiative_renamed"), None)
    if last is None:
        raise registry.NotThere(str(initiative_id))
    return rename_initiative(by=by, initiative_id=initiative_id, **last.payload["before"])


@registry.action("goals.set_goal", may="goals.edit", doors={registry.API, registry.CLI}, shows=GoalShown.of)
def set_goal(
    *,
    by: Actor,
    title: Title,
    why: Why,
    owner_id: Annotated[UUID, Field(description="The person who answers for it.")],
    measure: Annotated[str, Field(description="How we would see it.", max_length=200)] = "",
    unit: Annotated[str, Field(description="Unit of the measure.", max_length=60)] = "",
    baseline: Number = None,
    current: Number = None,
    target: Number = None,
    due: Annotated[date | None, Field(description="When the target is to be reached.")] = None,
    parent_id: Annotated[UUID | None, Field(description="The goal above it, if there is one.")] = None,
) -> GoalVersion:
    """Set a goal both sides share: its first version."""
    goal = Goal.objects.create(parent=queries.goal(parent_id) if parent_id else None)
    said = {"measure": measure, "unit": unit, "baseline": baseline, "current": current, "target": target, "due": due}
    return _say(by, goal, 1, "", {"title": title, "why": why, "owner_id": owner_id, **said})


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
    measure: Annotated[str | None, Field(max_length=200, description="New measure, when it changes.")] = None,
    unit: Annotated[str | None, Field(max_length=60, description="New unit, when it changes.")] = None,
    baseline: Number = None,
    current: Number = None,
    target: Number = None,
    due: Annotated[date | None, Field(description="New date, when it changes.")] = None,
    material: Annotated[bool | None, Field(description="Whether whoever works for it has something to check; left out, what changed says so.")] = None,
) -> GoalVersion:
    """Say a goal anew: a further version. What is left out stays as it was."""
    goal = Goal.objects.select_for_update().filter(id=goal_id).first()  # the goal is locked: its versions are append-only and cannot be
    if goal is None:
        raise registry.NotThere(str(goal_id))
    last = GoalVersion.objects.filter(goal=goal).latest("number")
    if seen_version is not None and seen_version != last.number:
        raise registry.Conflict(_("Somebody changed this goal meanwhile: it is at version %(n)d. Look at it again, then change it.") % {"n": last.number})
    before = {name: getattr(last, name) for name in SAID}
    given: dict[str, Any] = {"title": title, "why": why, "owner_id": owner_id, "measure": measure, "unit": unit}
    given |= {"baseline": baseline, "current": current, "target": target, "due": due}
    after = before | {name: value.strip() if isinstance(value, str) else value for name, value in given.items() if value is not None}
    if not rules.what_changed(before, after):
        raise registry.Mistake(_("Nothing is different from version %(n)d.") % {"n": last.number})
    suggested = rules.together(rules.compared(before, after)).material
    return _say(by, goal, last.number + 1, reason, after, suggested=suggested, material=suggested if material is None else material)


def _say(by: Actor, goal: Goal, number: int, reason: str, said: dict[str, Any], *, suggested: bool = True, material: bool = True) -> GoalVersion:
    owner = people.person(said["owner_id"])
    words = {name: value.strip() if isinstance(value, str) else value for name, value in said.items()}
    judged = {"suggested": suggested, "material": material}
    version = GoalVersion.objects.create(goal=goal, number=number, reason=reason.strip(), changed_by_id=by.person_id, **judged, **words)
    version.owner = owner
    payload = {"version": number, "title": version.title, "reason": version.reason, "material": material}
    journal.record(by=by, event="goals.goal_set" if number == 1 else "goals.goal_changed", subject=goal, payload=payload)
    return version


@registry.action("goals.serve", may="goals.edit", doors={registry.API, registry.CLI}, shows=InitiativeShown.of)
def serve(
    *, by: Actor, initiative_id: InitiativeId, goal_id: GoalId, how: Annotated[str, Field(description="How it helps, in one line.", max_length=500)] = ""
) -> Initiative:
    """Say that an initiative serves a goal."""
    initiative, goal = queries.initiative(initiative_id), queries.goal(goal_id)
    row, new = Serves.objects.get_or_create(initiative=initiative, goal=goal, ended_at=None, defaults={"how": how.strip()})
    if not new and how.strip() and row.how != how.strip():
        row.how = how.strip()
        row.save(update_fields=["how"])
    journal.record(by=by, event="goals.serves", subject=initiative, payload={"goal": str(goal.id), "how": row.how})
    return initiative


@registry.action("goals.serve_no_more", may="goals.edit", doors={registry.API, registry.CLI}, shows=InitiativeShown.of)
def serve_no_more(*, by: Actor, initiative_id: InitiativeId, goal_id: GoalId) -> Initiative:
    """Say that an initiative no longer serves a goal."""
    initiative = queries.initiative(initiative_id)
    if not Serves.objects.filter(initiative=initiative, goal=goal_id, ended_at=None).update(ended_at=clock.now()):
        raise registry.NotThere(str(goal_id))
    journal.record(by=by, event="goals.serves_no_more", subject=initiative, payload={"goal": str(goal_id)})
    return initiative
