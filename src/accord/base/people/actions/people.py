"""What is done to people and teams."""

from typing import Annotated, Literal
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, registry

from .. import queries
from ..models import Assignment, Client, Link, Person, Team, Token
from ..queries import PersonShown, TeamShown
from ..rules import LOOKS_AFTER, Actor

SideOf = Literal["business", "it"]
PersonId = Annotated[UUID, Field(description="The person.")]
Name = Annotated[str, Field(description="Their name.", min_length=1, max_length=120)]
Email = Annotated[str, Field(description="Where links are sent.", pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)]
Job = Annotated[str, Field(description="What they do, as the screen will call them.", max_length=120)]
TeamName = Annotated[str, Field(description="What the team is called.", min_length=1, max_length=120)]


@registry.action("people.add_team", may="people.edit", doors={registry.API, registry.CLI}, shows=TeamShown.of)
def add_team(*, by: Actor, name: TeamName, side: Annotated[SideOf, Field(description="Which side it works on.")]) -> Team:
    """Add a team to the client."""
    _free_team_name(name)
    team = Team.objects.create(name=name.strip(), side=side)
    registry.tell(by=by, event="people.team_added", subject=team, payload={"name": team.name, "side": team.side})
    return team


@registry.action("people.rename_team", may="people.edit", doors={registry.API, registry.CLI}, shows=TeamShown.of)
def rename_team(*, by: Actor, team_id: Annotated[UUID, Field(description="The team.")], name: TeamName) -> Team:
    """Give a team another name; its people and its side stay."""
    team = queries.team(team_id)
    if name.strip().lower() != team.name.lower():
        _free_team_name(name)
    before, team.name = team.name, name.strip()
    team.save(update_fields=["name"])
    registry.tell(by=by, event="people.team_renamed", subject=team, payload={"before": before, "after": team.name})
    return team


@registry.action("people.add_person", may="people.edit", doors={registry.API, registry.CLI}, shows=PersonShown.of)
def add_person(
    *,
    by: Actor,
    name: Name,
    email: Email,
    job: Job = "",
    side: Annotated[SideOf, Field(description="Which side they are on, when no team says it.")] = "business",
    team: Annotated[str, Field(description="Name of their team.", max_length=120)] = "",
) -> Person:
    """Add a person to the client, without an account: links reach them."""
    found = _team(team)
    person = Person(name=name.strip(), email=email.strip().lower(), job=job.strip(), side=found.side if found else side, team=found)
    _save(person)
    registry.tell(by=by, event="people.person_added", subject=person, payload={"name": person.name, "job": person.job, "side": person.side})
    return person


@registry.action("people.change_person", may="people.edit", doors={registry.API, registry.CLI}, shows=PersonShown.of)
def change_person(
    *,
    by: Actor,
    person_id: PersonId,
    name: Annotated[str | None, Field(description="New name, when it changes.", min_length=1, max_length=120)] = None,
    email: Annotated[str | None, Field(description="New mail address, when it changes.", pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)] = None,
    job: Annotated[str | None, Field(description="What they do now, when it changes.", max_length=120)] = None,
    side: Annotated[SideOf | None, Field(description="New side, when it changes and no team says it.")] = None,
    team: Annotated[str | None, Field(description="Name of their new team, when it changes; empty for none.", max_length=120)] = None,
) -> Person:
    """Change what is written about a person. What is left out stays as it was; what they said stays theirs."""
    person = queries.person(person_id)
    before = _words(person)
    person.name = person.name if name is None else name.strip()
    person.email = person.email if email is None else email.strip().lower()
    person.job = person.job if job is None else job.strip()
    person.team = person.team if team is None else _team(team)
    person.side = person.team.side if person.team else side or person.side
    after = _words(person)
    changed = sorted(key for key in after if after[key] != before[key])
    if changed:
        _save(person)
        kept = [key for key in changed if key != "email"]  # the journal forgets nothing, so it is not given addresses
        payload = {"changed": changed, "before": {key: before[key] for key in kept}, "after": {key: after[key] for key in kept}}
        registry.tell(by=by, event="people.person_changed", subject=person, payload=payload)
    return person


@registry.action("people.leave", may="people.edit", doors={registry.API, registry.CLI}, shows=PersonShown.of)
def leave(*, by: Actor, person_id: PersonId) -> Person:
    """Write down that a person has left: their links and tokens close at once, they no longer sign in here, and all they said stays."""
    person = queries.person(person_id)
    if person.left_at is None:
        somebody_remains(without=person)
        now = clock.now()
        person.left_at = now
        person.save(update_fields=["left_at"])
        closed = Link.objects.filter(person=person, revoked_at=None, expires_at__gt=now).update(revoked_at=now)
        Token.objects.filter(person=person, revoked_at=None).update(revoked_at=now)
        registry.tell(by=by, event="people.person_left", subject=person, payload={"links_closed": closed})
    return person


@registry.action("people.come_back", may="people.edit", doors={registry.API, registry.CLI}, shows=PersonShown.of)
def come_back(*, by: Actor, person_id: PersonId) -> Person:
    """Take back that a person has left. Closed links and tokens stay closed."""
    person = queries.person(person_id)
    if person.left_at is not None:
        person.left_at = None
        person.save(update_fields=["left_at"])
        registry.tell(by=by, event="people.person_back", subject=person)
    return person


def somebody_remains(*, without: Person) -> None:
    """A Mistake when nobody else of the client could look after its people. The client is locked, so two cannot remove each other at once."""
    Client.objects.select_for_update(no_key=True).get(id=without.client_id)
    able = Assignment.objects.filter(client_id=without.client_id, role__in=LOOKS_AFTER, account__is_active=True).values_list("account_id", flat=True)
    here = Person.objects.filter(left_at=None, account_id__in=list(able))
    if here.filter(id=without.id).exists() and not here.exclude(id=without.id).exists():
        raise registry.Mistake(_("%(name)s is the only one who looks after people here. Give somebody else that role first.") % {"name": without.name})


def _words(person: Person) -> dict[str, str]:
    return {"name": person.name, "email": person.email, "job": person.job, "side": person.side, "team": person.team.name if person.team else ""}


def _team(name: str) -> Team | None:
    if not name.strip():
        return None
    found = Team.objects.filter(name__iexact=name.strip()).first()
    if found is None:
        raise registry.Mistake(_("There is no team called %(name)s. Add it first, or leave the team empty.") % {"name": name}, "team")
    return found


def _free_team_name(name: str) -> None:
    if Team.objects.filter(name__iexact=name.strip()).exists():
        raise registry.Mistake(_("There is a team called %(name)s already.") % {"name": name.strip()}, "name")


def _save(person: Person) -> None:
    """The database has the last word on an address being somebody's already."""
    taken = registry.Mistake(_("Somebody with the address %(email)s is here already.") % {"email": person.email}, "email")
    if Person.objects.filter(email=person.email.strip().lower()).exclude(id=person.id).exists():
        raise taken
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:
        raise taken from None
