"""The first run, and further clients of a provider."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify

from accord.base import registry, scope

from .. import links, queries
from ..access import actor_of
from ..models import Account, Assignment, Client, Person, Provider, Team
from ..rules import Actor, Role, Side

NOBODY_YET = Actor(UUID(int=0), None, "", "", "", Role.NOBODY, "web")


@dataclass(frozen=True)
class Begun:
    """What the first run made."""

    account: Account
    client: Client
    person: Person


def free_slug(name: str, taken: set[str]) -> str:
    """A short name for addresses, with a number behind it when it is taken."""
    base = slugify(name)[:50] or "client"
    number = 1
    slug = base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def begin(*, by: Actor, provider: str, client: str, business_team: str, it_team: str, name: str, email: str, job: str, password: str | None) -> Begun:
    """First run on an empty database: the provider, a client, two teams and the facilitator. Refused once anything exists."""
    if not by.may("first_run") or Provider.objects.exists():
        raise registry.Refused("first_run")
    with transaction.atomic():
        maker = Provider.objects.create(name=provider.strip())
        account = Account.objects.create_user(email, password, name=name.strip(), provider=maker)
        with _opened(maker, account, client, Role.FACILITATOR, job, door=by.door) as (made, person):
            _teams(person, business_team, it_team)
        return Begun(account, made, person)


def add_client(
    *, by: Actor, account: Account, name: str, trade: str = "", currency: str = "", business_team: str = "", it_team: str = ""
) -> tuple[Client, Person]:
    """Open a further client; whoever opens it works there from then on, in the role they have."""
    if account.provider is None or not queries.may_add_clients(by, account.provider):
        raise registry.Refused("clients.add")
    with transaction.atomic(), _opened(account.provider, account, name, by.role, by.job, trade, currency, door=by.door) as (made, person):
        _teams(person, business_team, it_team)
        return made, person


@contextmanager
def _opened(
    provider: Provider, account: Account, name: str, role: Role, job: str, trade: str = "", currency: str = "", *, door: str
) -> Iterator[tuple[Client, Person]]:
    """A new client with its first person, in whose name the block is journaled. The scope one came from is left: it cannot hold what is new."""
    with scope.outside("a new client is in nobody's scope yet, and its short name must be free among all"):
        taken = set(Client.objects.values_list("slug", flat=True)) | links.RESERVED
        made = Client(provider=provider, name=name.strip(), slug=free_slug(name, taken), trade=trade.strip(), currency=currency or settings.CURRENCY)
        person = Person(client=made, name=account.name, email=account.email, job=job.strip(), side=Side.IT, account=account)
        by = actor_of(person, role, door)
        with registry.acting(by, "people.open_client"):
            made.save(force_insert=True)
            Assignment.objects.create(account=account, client=made, role=role)
            person.save(force_insert=True)
            registry.tell(event="people.client_opened", subject=made, payload={"name": made.name, "by_role": role.value})
            yield made, person


def _teams(person: Person, business_team: str, it_team: str) -> None:
    """The first team of each side, as far as they are named; the person joins the one on the IT side."""
    if business_team.strip():
        Team.objects.create(name=business_team.strip(), side=Side.BUSINESS)
    if it_team.strip():
        person.team = Team.objects.create(name=it_team.strip(), side=Side.IT)
        person.save(update_fields=["team"])
