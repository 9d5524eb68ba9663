"""What is done to people, teams, links and tokens."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Literal
from uuid import UUID

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, registry, scope

from . import links, secrets
from .models import Account, Assignment, Client, Code, Device, Link, Person, Provider, Team, Token
from .queries import PersonShown, TeamShown
from .rules import Actor, Role, Side

LINK_LASTS = timedelta(days=30)
CODE_LASTS = timedelta(minutes=15)
CODE_TRIES = 5
CODES_AN_HOUR = 5

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
        maker = Provider.objects.create(name=provider)
        account = Account.objects.create_user(email, password, name=name, provider=maker)
        made, person = _open_client(maker, account, client, Role.FACILITATOR, job)
        with scope.within(made.id):
            Team.objects.create(name=business_team, side=Side.BUSINESS)
            person.team = Team.objects.create(name=it_team, side=Side.IT)
            person.save(update_fields=["team"])
        return Begun(account, made, person)


def _open_client(provider: Provider, account: Account, name: str, role: Role, job: str, trade: str = "", currency: str = "EUR") -> tuple[Client, Person]:
    with scope.outside("a client's short name must be free among all"):
        taken = set(Client.objects.values_list("slug", flat=True)) | links.RESERVED
    made = Client(provider=provider, name=name, slug=free_slug(name, taken), trade=trade, currency=currency)
    with scope.within(made.id):
        made.save(force_insert=True)
        Assignment.objects.create(account=account, client=made, role=role)
        person = Person.objects.create(name=account.name, email=account.email, job=job, side=Side.IT, account=account)
    return made, person


def add_client(*, by: Actor, account: Account, name: str, trade: str = "", currency: str = "EUR") -> tuple[Client, Person]:
    """Open a further client; whoever opens it works there from then on."""
    if not by.may("clients.add") or account.provider is None:
        raise registry.Refused("clients.add")
    job = by.job
    with transaction.atomic():
        return _open_client(account.provider, account, name, by.role, job, trade, currency)


@registry.action("people.add_team", may="people.edit", doors={registry.API, registry.CLI}, shows=TeamShown.of)
def add_team(
    *,
    by: Actor,
    name: Annotated[str, Field(description="What the team is called.", min_length=1, max_length=120)],
    side: Annotated[Literal["business", "it"], Field(description="Which side it works on.")],
) -> Team:
    """Add a team to the client."""
    if Team.objects.filter(name__iexact=name.strip()).exists():
        raise registry.Mistake(_("There is a team called %(name)s already.") % {"name": name}, "name")
    return Team.objects.create(name=name.strip(), side=side)


@registry.action("people.add_person", may="people.edit", doors={registry.API, registry.CLI}, shows=PersonShown.of)
def add_person(
    *,
    by: Actor,
    name: Annotated[str, Field(description="Their name.", min_length=1, max_length=120)],
    email: Annotated[str, Field(description="Where links are sent.", pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)],
    job: Annotated[str, Field(description="What they do, as the screen will call them.", max_length=120)] = "",
    side: Annotated[Literal["business", "it"], Field(description="Which side they are on, when no team says it.")] = "business",
    team: Annotated[str, Field(description="Name of their team.", max_length=120)] = "",
) -> Person:
    """Add a person to the client, without an account: links reach them."""
    if Person.objects.filter(email__iexact=email.strip()).exists():
        raise registry.Mistake(_("Somebody with the address %(email)s is here already.") % {"email": email}, "email")
    found = Team.objects.filter(name__iexact=team.strip()).first() if team.strip() else None
    if team.strip() and found is None:
        raise registry.Mistake(_("There is no team called %(name)s. Add it first, or leave the team empty.") % {"name": team}, "team")
    return Person.objects.create(name=name.strip(), email=email.strip().lower(), job=job.strip(), side=found.side if found else side, team=found)


@registry.action("people.invite", may="people.edit")
def invite(*, by: Actor, person: Person, role: Role, password: str | None = None) -> Account:
    """Give a person an account at this client. Without a password they set one from the sign-in page's "forgotten" link."""
    if role not in (Role.FACILITATOR, Role.BUSINESS_LEAD, Role.CONTRIBUTOR, Role.PROVIDER_LEAD):
        raise registry.Mistake(_("Choose a role somebody can sign in with."), "role")
    if role is Role.PROVIDER_LEAD and by.role is not Role.PROVIDER_LEAD and by.door != "demo":
        raise registry.Refused("assignments.edit")
    account = Account.objects.filter(email=person.email).first() or Account.objects.create_user(person.email, password, name=person.name)
    Assignment.objects.get_or_create(account=account, client_id=person.client_id, defaults={"role": role})
    person.account = account
    person.save(update_fields=["account"])
    return account


# ---- links: called inside an idea's action, which has asked for the permission -------------------------------------------------------


@dataclass(frozen=True)
class NewLink:
    """A link just made: the only moment its address is known."""

    link: Link
    text: str

    @property
    def url(self) -> str:
        return links.url_of(self.text)


def make_link(*, by: Actor, person: Person, purpose: str, subject_id: UUID, lasts: timedelta = LINK_LASTS) -> NewLink:
    """Make a link for one person and one purpose."""
    text = secrets.new_text(person.client_id)
    link = Link.objects.create(
        person=person, purpose=purpose, subject_id=subject_id, digest=secrets.digest(text), made_by_id=by.person_id, expires_at=clock.now() + lasts
    )
    return NewLink(link, text)


def revoke_links(*, purpose: str, subject_id: UUID, person: Person | None = None) -> int:
    """Close the open links of a purpose about one thing, for everybody or for one person."""
    found = Link.objects.filter(purpose=purpose, subject_id=subject_id, revoked_at=None)
    return (found.filter(person=person) if person else found).update(revoked_at=clock.now())


def remember_device(*, person: Person, cookie: str | None) -> str:
    """Let this browser see what the person said before. Only for something they sent, never for a look. Returns the cookie's text."""
    text = cookie if cookie and secrets.read_text(cookie) else secrets.new_text(person.client_id)
    Device.objects.get_or_create(person=person, digest=secrets.digest(text))
    return text


def send_code(*, link: Link) -> None:
    """Mail six digits to the person. A Mistake when too many were asked for in the last hour."""
    if Code.objects.filter(link=link, made_at__gt=clock.now() - timedelta(hours=1)).count() >= CODES_AN_HOUR:
        raise registry.Mistake(_("Five codes were sent in the last hour. Use the newest one, or wait an hour."))
    digits = secrets.new_code()
    Code.objects.create(link=link, digest=secrets.digest(f"{link.id}{digits}"), expires_at=clock.now() + CODE_LASTS)
    body = _("Your code for Accord is %(code)s. It serves once, for 15 minutes.\n\nIf you did not ask for it, do nothing: without it nobody sees your words.\n")
    EmailMessage(_("Your code: %(code)s") % {"code": digits}, body % {"code": digits}, to=[link.person.email]).send()


def use_code(*, link: Link, digits: str) -> bool:
    """Whether these are the last digits sent, in time, within five tries. They serve once."""
    code = Code.objects.filter(link=link, used_at=None, expires_at__gt=clock.now(), tries__lt=CODE_TRIES).order_by("-made_at").first()
    if code is None:
        return False
    code.tries += 1
    if secrets.digest(f"{link.id}{digits.strip().replace(' ', '')}") == code.digest:
        code.used_at = clock.now()
    code.save(update_fields=["tries", "used_at"])
    return code.used_at is not None


# ---- tokens ---------------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class NewToken:
    """A token just made: the only moment its text is known."""

    token: Token
    text: str


@registry.action("people.make_token", may="people.read")
def make_token(*, by: Actor, name: str, may_write: bool, days: int) -> NewToken:
    """Make an API token for oneself, in this client."""
    text = secrets.new_text(by.client_id)
    token = Token.objects.create(
        person_id=by.person_id,
        name=name.strip() or _("Token"),
        digest=secrets.digest(text),
        start=f"acc_…{text[-4:]}",
        may_write=may_write,
        expires_at=clock.now() + timedelta(days=days),
    )
    return NewToken(token, f"acc_{text}")


@registry.action("people.revoke_token", may="people.read")
def revoke_token(*, by: Actor, token_id: UUID) -> Token:
    """Close one of one's own tokens at once."""
    token = Token.objects.filter(id=token_id, person_id=by.person_id).first()
    if token is None:
        raise registry.NotThere(str(token_id))
    token.revoked_at = token.revoked_at or clock.now()
    token.save(update_fields=["revoked_at"])
    return token
