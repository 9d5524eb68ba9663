"""What can be asked about people, and how doors show them."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from pydantic import Field

from accord.base import registry

from .models import Person, Team
from .rules import Actor


@dataclass(frozen=True)
class TeamShown:
    """A team as doors show it."""

    id: UUID
    name: str
    side: str

    @staticmethod
    def of(team: Team) -> "TeamShown":
        return TeamShown(team.id, team.name, team.side)


@dataclass(frozen=True)
class PersonShown:
    """A person as doors show them."""

    id: UUID
    name: str
    job: str
    side: str
    team: str
    has_account: bool

    @staticmethod
    def of(person: Person) -> "PersonShown":
        return PersonShown(person.id, person.name, person.job, person.side, person.team.name if person.team else "", person.account_id is not None)


@registry.query("people.list_people", may="people.read", doors={registry.API, registry.CLI, registry.MCP})
def list_people(*, by: Actor, side: Annotated[str, Field(description="`business`, `it`, or empty for both.", pattern="^(business|it|)$")] = "") -> list[PersonShown]:
    """The people of this client."""
    found = Person.objects.select_related("team").filter(left_at=None)
    return [PersonShown.of(person) for person in (found.filter(side=side) if side else found)]


@registry.query("people.list_teams", may="people.read", doors={registry.API, registry.CLI, registry.MCP})
def list_teams(*, by: Actor) -> list[TeamShown]:
    """The teams of this client."""
    return [TeamShown.of(team) for team in Team.objects.all()]


def person(person_id: UUID) -> Person:
    """One person of the scope, or NotThere."""
    found = Person.objects.select_related("team").filter(id=person_id).first()
    if found is None:
        raise registry.NotThere(str(person_id))
    return found
