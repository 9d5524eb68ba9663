"""What is done to the links between goals and what serves them."""

from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people import queries as people
from accord.base.people.rules import Actor

from .. import queries
from ..models import Goal, Initiative, Serves
from ..queries import InitiativeShown, LinkShown
from ..queries.contributors import link
from ..rules.serving import reached
from .closing import close_where_current
from .words import GoalId, How, InitiativeId, LinkId, Speaker


def _shown(row: Serves) -> LinkShown:
    return LinkShown.of(link(row.id))


def tie(
    *,
    by: Actor,
    goal: Goal,
    initiative: Initiative | None = None,
    below: Goal | None = None,
    team_id: UUID | None = None,
    role: str = "",
    how: str = "",
    speaker_id: UUID | None = None,
) -> Serves:
    """Say that one thing serves a goal, inside the act of what says so. Said again, it only gets the new reason and speaker."""
    what = {"initiative": initiative, "below": below, "team_id": team_id, "role": role}
    speaker = people.person(speaker_id) if speaker_id else None
    row, new = Serves.objects.get_or_create(goal=goal, ended_at=None, **what, defaults={"how": how.strip(), "speaker": speaker})
    if not new and (how.strip() or speaker):
        row.how, row.speaker = how.strip() or row.how, speaker or row.speaker
        row.save(update_fields=["how", "speaker"])
    payload = {"goal": str(goal.id), "link": str(row.id), "how": row.how}
    journal.record(by=by, event="goals.serves", subject=initiative or goal, payload=payload)
    return row


@registry.action("goals.serve", may="goals.edit", doors={registry.API, registry.CLI}, shows=InitiativeShown.of)
def serve(*, by: Actor, initiative_id: InitiativeId, goal_id: GoalId, how: How = "", speaker_id: Speaker = None) -> Initiative:
    """Say that an initiative serves a goal, and why we think so. Whoever leads the work speaks for it, unless somebody else is named."""
    initiative, goal = queries.initiative(initiative_id), queries.goal(goal_id)
    tie(by=by, goal=goal, initiative=initiative, how=how, speaker_id=speaker_id or initiative.lead_id)
    return initiative


@registry.action("goals.contribute", may="goals.edit", doors={registry.API, registry.CLI}, shows=_shown)
def contribute(
    *,
    by: Actor,
    goal_id: GoalId,
    below_id: Annotated[UUID | None, Field(description="A goal that contributes to it.")] = None,
    team_id: Annotated[UUID | None, Field(description="Or a team.")] = None,
    role: Annotated[str, Field(description="Or what somebody does, such as `Claims handler`.", max_length=120)] = "",
    how: How = "",
    speaker_id: Speaker = None,
) -> Serves:
    """Say that a goal, a team or a role contributes to a goal, and why we think so. One of the three is given."""
    goal, role = queries.goal(goal_id), " ".join(role.split())
    if sum(map(bool, (below_id, team_id, role))) != 1:
        raise registry.Mistake(_("Name one thing that contributes: a goal, a team or a role."), "below_id")
    below = queries.goal(below_id) if below_id else None
    if below is not None:
        _refuse_a_ring(goal, below)
        speaker_id = speaker_id or queries.version(below.id).owner_id
    team_id = people.team(team_id).id if team_id else None
    return tie(by=by, goal=goal, below=below, team_id=team_id, role=role, how=how, speaker_id=speaker_id)


def _refuse_a_ring(goal: Goal, below: Goal) -> None:
    """A goal that is above another, however far, cannot be below it as well."""
    above: dict[UUID, list[UUID]] = {}
    for lower, upper in Serves.objects.filter(ended_at=None).exclude(below=None).values_list("below_id", "goal_id"):
        above.setdefault(lower, []).append(upper)
    if below.id in {goal.id, *reached([goal.id], above)}:
        raise registry.Mistake(_("That goal is above this one already, so it cannot be below it as well. Choose another."), "below_id")


@registry.action("goals.serve_no_more", may="goals.edit", doors={registry.API, registry.CLI}, shows=InitiativeShown.of)
def serve_no_more(*, by: Actor, initiative_id: InitiativeId, goal_id: GoalId) -> Initiative:
    """Say that an initiative no longer serves a goal."""
    initiative = queries.initiative(initiative_id)
    if not Serves.objects.filter(initiative=initiative, goal=goal_id, ended_at=None).update(ended_at=clock.now()):
        raise registry.NotThere(str(goal_id))
    journal.record(by=by, event="goals.serves_no_more", subject=initiative, payload={"goal": str(goal_id)})
    close_where_current(by, goal_id)
    return initiative


@registry.action("goals.end_link", may="goals.edit", doors={registry.API, registry.CLI}, shows=_shown)
def end_link(*, by: Actor, link_id: LinkId) -> Serves:
    """Say that something no longer serves a goal. What was said about it stays."""
    row = link(link_id).row
    Serves.objects.filter(id=row.id, ended_at=None).update(ended_at=clock.now())
    journal.record(by=by, event="goals.serves_no_more", subject=row.initiative or row.goal, payload={"goal": str(row.goal_id), "link": str(row.id)})
    close_where_current(by, row.goal_id)
    return row


@registry.action("goals.set_speaker", may="goals.edit", doors={registry.API, registry.CLI}, shows=_shown)
def set_speaker(*, by: Actor, link_id: LinkId, person_id: Annotated[UUID, Field(description="The person.")]) -> Serves:
    """Say who speaks for what serves a goal: they are told when the goal changes, and say what that means."""
    row, person = link(link_id).row, people.person(person_id)
    row.speaker = person
    row.save(update_fields=["speaker"])
    journal.record(by=by, event="goals.speaker_set", subject=row.initiative or row.goal, payload={"link": str(row.id), "person": str(person.id)})
    return row
