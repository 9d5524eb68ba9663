"""From whoever knocks to an `Actor`: an account at a client, a token, a person at a link."""

from collections.abc import Iterator
from uuid import UUID

from accord.base import clock, registry, scope

from . import secrets
from .models import Account, Assignment, Client, Link, Person, Token
from .rules import READ, Actor, Role


def actor_of(person: Person, role: Role, door: str, scopes: frozenset[str] | None = None) -> Actor:
    return Actor(person.client_id, person.id, person.name, person.job, person.side, role, door, scopes)


def assigned(account: Account) -> dict[UUID, Role]:
    """The clients an account works in, with its role in each."""
    return {client_id: Role(role) for client_id, role in Assignment.objects.filter(account=account).values_list("client_id", "role")}


def actors(account: Account, door: str = "web") -> list[tuple[Client, Actor]]:
    """The account as an actor in each of its clients, in the order of the clients' names."""
    roles = assigned(account)
    if not roles:
        return []
    with scope.within(*roles):
        clients = {client.id: client for client in Client.objects.all()}
        people = {person.client_id: person for person in Person.objects.filter(account=account, left_at=None)}
    return [(client, actor_of(people[id], roles[id], door)) for id, client in clients.items() if id in people]


def actor_at(account: Account, slug: str, door: str = "web") -> tuple[Client, Actor]:
    """The account in the client of that slug. Raises NotThere, alike for a client that is not theirs and one that is not."""
    for client, actor in actors(account, door):
        if client.slug == slug:
            return client, actor
    raise registry.NotThere(slug)


def by_email(email: str, slug: str | None, door: str) -> tuple[Client, Actor]:
    """For the command line: the account with that address, in the client named or its only one."""
    account = Account.objects.filter(email=email.strip().lower(), is_active=True).first()
    found = actors(account, door) if account else []
    if slug:
        found = [(client, actor) for client, actor in found if client.slug == slug]
    if not found:
        raise registry.NotThere(email)
    if len(found) > 1:
        names = ", ".join(client.slug for client, _ in found)
        raise registry.Mistake(f"{email} works in several clients: say which with --client ({names}).", "client")
    return found[0]


def by_token(text: str, door: str) -> Actor | None:
    """The person whose token this is, or None when it is unknown, expired or revoked. The caller sets the scope from `client_id`."""
    carried = secrets.read_text(text.removeprefix("acc_")) if text.startswith("acc_") else None
    if carried is None:
        return None
    with scope.within(carried.client_id):
        token = Token.objects.select_related("person").filter(digest=carried.digest, revoked_at=None, expires_at__gt=clock.now()).first()
        if token is None or token.person.left_at is not None or token.person.account_id is None:
            return None
        assignment = Assignment.objects.filter(account_id=token.person.account_id, account__is_active=True, client_id=carried.client_id).first()
        if assignment is None:
            return None
        return actor_of(token.person, Role(assignment.role), door, None if token.may_write else READ)


def each_client(reason: str) -> Iterator[Client]:
    """Every client, one scope after the other, for work nobody asked for: verifying, sweeping, sending. The reason is for readers of the code."""
    with scope.outside(reason):
        ids = list(Client.objects.values_list("id", flat=True))
    for id in ids:
        with scope.within(id):
            yield Client.objects.get(id=id)


def link_of(text: str) -> Link | None:
    """The link with that text, open or not; the scope must be the client it claims."""
    carried = secrets.read_text(text)
    return Link.objects.select_related("person__team", "client").filter(digest=carried.digest).first() if carried else None


def accord_itself(client_id: UUID) -> Actor:
    """Accord as whoever acts, from a job: in no person's name."""
    return Actor(client_id, None, "Accord", "", "", Role.SYSTEM, "job")
