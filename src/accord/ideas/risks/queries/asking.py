"""Who was asked what they see, and what somebody wants passed on."""

from collections.abc import Sequence
from uuid import UUID

from accord.base import registry
from accord.base.people import queries as people
from accord.base.people.models import Person
from accord.ideas.goals import queries as goals

from ..models import PROXY, UNNAMED, Asking, Carried, Risk


def asking(asking_id: UUID, person_id: UUID) -> Asking:
    """What one person was asked, or NotThere."""
    found = Asking.objects.select_related("goal", "initiative", "asked_by", "person", "client").filter(id=asking_id, person=person_id).first()
    if found is None:
        raise registry.NotThere(str(asking_id))
    return found


def carried(carried_id: UUID, to_id: UUID) -> Carried:
    """What somebody asks one person to pass on, or NotThere for everybody else."""
    found = Carried.objects.select_related("person", "to", "risk", "client").filter(id=carried_id, to=to_id).first()
    if found is None:
        raise registry.NotThere(str(carried_id))
    return found


def to_carry(person_id: UUID) -> Sequence[Carried]:
    return Carried.objects.select_related("person").filter(to=person_id, risk=None)


def raised_by(person_id: UUID) -> Sequence[Risk]:
    """What somebody raised, or had passed on, newest first. Never what they passed on for somebody else."""
    own = Risk.objects.filter(raised_by=person_id).exclude(how__in=[PROXY, UNNAMED])
    return (own | Risk.objects.filter(carried__person=person_id)).distinct().order_by("-at")


def waiting(person_id: UUID) -> Sequence[Carried]:
    """What they want passed on and nobody has yet."""
    return Carried.objects.select_related("to").filter(person=person_id, risk=None)


def is_of(risk_id: UUID, person_id: UUID) -> Risk:
    """A warning that somebody raised, had passed on, or passed on; NotThere for everybody else."""
    found = Risk.objects.filter(id=risk_id)
    row = found.filter(raised_by=person_id).first() or found.filter(carried__person=person_id).first()
    if row is None:
        raise registry.NotThere(str(risk_id))
    return row


def goals_to_choose(row: Asking | None = None) -> list[tuple[str, str]]:
    """The goals a form offers, by id and name: what somebody was asked about first, then the topmost live ones."""
    live = goals.live_goals()
    first = [row.goal.goal_id] if row and row.goal else [one.id for one in goals.goals_of(row.initiative_id)] if row and row.initiative_id else []
    titles = {one.id: one.title for one in live}
    tops = [one.id for one in live if not set(one.contributes_to) & set(titles)]
    return [(str(id), titles[id]) for id in dict.fromkeys([*first, *tops]) if id in titles]


def carrier_for(person_id: UUID) -> Person | None:
    """Who could pass a warning of somebody on."""
    return next((person for person in people.facilitators() if person.id != person_id), None)
