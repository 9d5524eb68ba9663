"""What can be asked about people, and how doors show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from django.db import models
from pydantic import Field

from accord.base import clock, registry, scope

from .models import Assignment, Client, Link, Person, Provider, Team
from .rules import LOOKS_AFTER, Actor, Role


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
def list_people(
    *, by: Actor, side: Annotated[str, Field(description="`business`, `it`, or empty for both.", pattern="^(business|it|)$")] = ""
) -> list[PersonShown]:
    """The people of this client."""
    found = Person.objects.select_related("team").filter(left_at=None)
    return [PersonShown.of(person) for person in (found.filter(side=side) if side else found)]


@registry.query("people.list_teams", may="people.read", doors={registry.API, registry.CLI, registry.MCP})
def list_teams(*, by: Actor) -> list[TeamShown]:
    """The teams of this client."""
    return [TeamShown.of(team) for team in Team.objects.all()]


def bring(*wanted: tuple[Iterable[models.Model], str]) -> None:
    """Give rows the people (with their team) that a field of theirs names, in one query: each person is one object, however many rows name them."""
    pairs = [(row, field, getattr(row, f"{field}_id")) for rows, field in wanted for row in rows]
    found = Person.objects.select_related("team").in_bulk({id for _row, _field, id in pairs if id})
    for row, field, id in pairs:
        if id:
            setattr(row, field, found[id])


@scope.once
def slug() -> str:
    """How the addresses of the client in scope begin."""
    return Client.objects.values_list("slug", flat=True).get(id=scope.one())


def team(team_id: UUID) -> Team:
    """One team of the scope, or NotThere."""
    found = Team.objects.filter(id=team_id).first()
    if found is None:
        raise registry.NotThere(str(team_id))
    return found


def person(person_id: UUID) -> Person:
    """One person of the scope, or NotThere."""
    found = Person.objects.select_related("team").filter(id=person_id).first()
    if found is None:
        raise registry.NotThere(str(person_id))
    return found


def open_links(person_id: UUID) -> list[Link]:
    """The links a person could open now, newest first."""
    return list(Link.objects.select_related("made_by").filter(person_id=person_id, revoked_at=None, expires_at__gt=clock.now()).order_by("-made_at"))


def roles(client_id: UUID) -> dict[UUID, Role]:
    """The role of each account that works in a client."""
    return {account: Role(role) for account, role in Assignment.objects.filter(client_id=client_id).values_list("account_id", "role")}


def facilitators() -> tuple[Person, ...]:
    """Who looks after the client in scope, first those who have been here longest."""
    accounts = [account for account, role in roles(scope.one()).items() if role in LOOKS_AFTER]
    return tuple(Person.objects.filter(account__in=accounts, left_at=None).order_by("made_at"))


def has_lead(provider: Provider) -> bool:
    """Whether anybody leads the provider in any of its clients."""
    return Assignment.objects.filter(role=Role.PROVIDER_LEAD, account__is_active=True, account__provider=provider).exists()


def may_add_clients(by: Actor, provider: Provider) -> bool:
    """A lead may; and as long as a provider has none, so may its facilitators, or a small house could never grow."""
    return by.may("clients.add") or (by.is_facilitator and by.scopes is None and not has_lead(provider))
