"""What the pages about people are built from: one typed context each."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q
from django.utils.functional import Promise

from accord.base import clock

from . import links, queries
from .models import ROLES, SIDES, Link, Person, Team
from .rules import Actor, Role

ROLE_NAMES = dict(ROLES)


@dataclass(frozen=True)
class PersonRow:
    """A person with their role (empty for those whom links reach) and how many links are open."""

    person: Person
    role: str | Promise
    open_links: int


@dataclass(frozen=True)
class SideOfClient:
    """One side: its people by team, those without a team last, and its teams."""

    key: str
    name: str | Promise
    rows: list[PersonRow]
    teams: list[Team]


@dataclass(frozen=True)
class PeoplePage:
    """Everybody at a client. `gone` are those who left."""

    sides: list[SideOfClient]
    gone: list[Person]
    count: int


@dataclass(frozen=True)
class OpenLink:
    """A link somebody could open now, and what it is for in words."""

    link: Link
    called: str | Promise


@dataclass(frozen=True)
class PersonPage:
    """One person. `role` is empty for those without an account; `mine` for one's own page; `may_change_role` says whether one may touch it."""

    person: Person
    role: str
    role_name: str | Promise
    links: list[OpenLink]
    mine: bool
    may_change_role: bool


def people_page(*, by: Actor) -> PeoplePage:
    now = clock.now()
    everybody = list(
        Person.objects.select_related("team")
        .annotate(open_links=Count("links", filter=Q(links__revoked_at=None, links__expires_at__gt=now)))
        .order_by("team__name", "name")
    )
    roles, teams = queries.roles(by.client_id), list(Team.objects.all())
    here = [person for person in everybody if person.left_at is None]
    sides = [
        SideOfClient(key, name, [_row(person, roles) for person in _by_team(here, key)], [team for team in teams if team.side == key]) for key, name in SIDES
    ]
    return PeoplePage(sides, [person for person in everybody if person.left_at is not None], len(here))


def _by_team(people: list[Person], side: str) -> list[Person]:
    mine = [person for person in people if person.side == side]
    return sorted(mine, key=lambda person: (person.team is None, person.team.name if person.team else "", person.name))


def _row(person: Person, roles: dict[UUID, Role]) -> PersonRow:
    role = roles.get(person.account_id) if person.account_id else None
    return PersonRow(person, ROLE_NAMES[role] if role else "", person.open_links)  # type: ignore[attr-defined]


def person_page(*, by: Actor, person: Person) -> PersonPage:
    role = queries.roles(by.client_id).get(person.account_id) if person.account_id else None
    found = [OpenLink(link, links.called(link.purpose)) for link in queries.open_links(person.id)]
    touchable = role is not Role.PROVIDER_LEAD or by.role is Role.PROVIDER_LEAD
    return PersonPage(person, role or "", ROLE_NAMES[role] if role else "", found, person.id == by.person_id, touchable)
