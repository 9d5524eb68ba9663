"""Who signs in, and in what role."""

from typing import Annotated, Literal
from urllib.parse import quote

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import registry

from .. import queries
from ..models import Account, Assignment, Person
from ..queries import PersonShown
from ..rules import LOOKS_AFTER, SIGNS_IN, Actor, Role, Side
from .people import PersonId, somebody_remains

RoleName = Annotated[
    Literal["facilitator", "business_lead", "contributor", "provider_lead"], Field(description="What they may do: their role in this client.")
]


@registry.action("people.invite", may="people.edit", doors={registry.API, registry.CLI}, shows=PersonShown.of)
def invite_person(*, by: Actor, person_id: PersonId, role: RoleName) -> Person:
    """Give a person an account in this client, and mail them how to sign in."""
    person = queries.person(person_id)
    if person.left_at is not None:
        raise registry.Mistake(_("%(name)s has left. Bring them back first.") % {"name": person.name})
    invite(by=by, person=person, role=Role(role))
    return person


def invite(*, by: Actor, person: Person, role: Role, password: str | None = None) -> Account:
    """Give a person an account at this client. Without a password a mail leads them to a page where they choose one."""
    if not by.may("people.edit"):
        raise registry.Refused("people.edit")
    _may_give(by, person, role)
    with registry.acting(by, "people.invite"):
        account = Account.objects.filter(email=person.email).first() or Account.objects.create_user(person.email, password, name=person.name)
        if account.provider is None and person.side == Side.IT:
            account.provider = person.client.provider
            account.save(update_fields=["provider"])
        Assignment.objects.get_or_create(account=account, client_id=person.client_id, defaults={"role": role})
        person.account = account
        person.save(update_fields=["account"])
        registry.tell(by=by, event="people.person_invited", subject=person, payload={"role": role.value})
        if password is None and by.door != "demo":
            _letter(person, account, by).send()
    return account


@registry.action("people.change_role", may="people.edit", doors={registry.API, registry.CLI}, shows=PersonShown.of)
def change_role(*, by: Actor, person_id: PersonId, role: RoleName) -> Person:
    """Give somebody who signs in another role in this client. It holds from their next page on."""
    person, assignment = _assigned(by, person_id)
    _may_give(by, person, Role(role))
    if role != assignment.role:
        if role not in LOOKS_AFTER:
            somebody_remains(without=person)
        before, assignment.role = assignment.role, role
        assignment.save(update_fields=["role"])
        registry.tell(by=by, event="people.role_changed", subject=person, payload={"before": before, "after": role})
    return person


@registry.action("people.end_access", may="people.edit", doors={registry.API, registry.CLI}, shows=PersonShown.of)
def end_access(*, by: Actor, person_id: PersonId) -> Person:
    """Take somebody's sign-in to this client away. Links still reach them, and their account elsewhere stays."""
    person, assignment = _assigned(by, person_id)
    somebody_remains(without=person)
    before = assignment.role
    assignment.delete()
    person.account = None
    person.save(update_fields=["account"])
    registry.tell(by=by, event="people.access_ended", subject=person, payload={"role": before})
    return person


def _assigned(by: Actor, person_id: PersonId) -> tuple[Person, Assignment]:
    """Somebody who signs in here. Who leads the provider is a lead's to change."""
    person = queries.person(person_id)
    assignment = Assignment.objects.filter(account_id=person.account_id, client_id=by.client_id).first() if person.account_id else None
    if assignment is None:
        raise registry.Mistake(_("%(name)s does not sign in here. Invite them first.") % {"name": person.name})
    if assignment.role == Role.PROVIDER_LEAD and by.role is not Role.PROVIDER_LEAD:
        raise registry.Refused("assignments.edit")
    return person, assignment


def _may_give(by: Actor, person: Person, role: Role) -> None:
    """A provider's first lead is named by whoever looks after people; a further one by a lead."""
    if role not in SIGNS_IN:
        raise registry.Mistake(_("Choose a role somebody can sign in with."), "role")
    if role is Role.PROVIDER_LEAD and not (by.may("assignments.edit") or by.door == "demo" or not queries.has_lead(person.client.provider)):
        raise registry.Refused("assignments.edit")


def _letter(person: Person, account: Account, by: Actor) -> EmailMessage:
    """How to sign in. The address in it serves once and ends after a few days; afterwards the sign-in page sends another."""
    known = account.has_usable_password()
    path = reverse("account_login") if known else _first_password(account)
    told = {"name": person.name, "who": by.name, "client": person.client.name}
    told |= {"address": settings.ADDRESS + path, "later": settings.ADDRESS + reverse("account_reset_password")}
    if known:
        body = _("%(name)s,\n\n%(who)s asks you to work with %(client)s in Accord. Sign in as you do already:\n\n%(address)s\n")
    else:
        body = _(
            "%(name)s,\n\n%(who)s asks you to work with %(client)s in Accord. Choose a password here; the address serves once:\n\n%(address)s\n\n"
            "After three days ask for a new one: %(later)s\n"
        )
    return EmailMessage(_("%(who)s invites you to Accord") % told, body % told, to=[account.email])


def _first_password(account: Account) -> str:
    """The path of the page that sets a password, as allauth's own reset mail makes it."""
    key = f"{user_pk_to_url_str(account)}-{default_token_generator.make_token(account)}"
    return reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"}).replace("UID-KEY", quote(key))
