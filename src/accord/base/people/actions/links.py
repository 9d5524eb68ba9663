"""Links, the devices people answer from, and the codes that let another device in. Called inside an idea's action, which has asked for the permission."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated
from uuid import UUID

from django.core.mail import EmailMessage
from django.db.models import F
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, registry

from .. import links, secrets
from ..models import Code, Device, Link, Person
from ..rules import Actor

LINK_LASTS = timedelta(days=30)
CODE_LASTS = timedelta(minutes=15)
CODE_TRIES = 5
CODES_AN_HOUR = 5


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
    if person.left_at is not None:
        raise registry.Mistake(_("%(name)s has left. Ask somebody else.") % {"name": person.name})
    with registry.acting(by, "people.make_link"):
        text = secrets.new_text(person.client_id)
        link = Link.objects.create(
            person=person, purpose=purpose, subject_id=subject_id, digest=secrets.digest(text), made_by_id=by.person_id, expires_at=clock.now() + lasts
        )
        registry.tell(by=by, event="people.link_made", subject=link, payload=links.summary(link))
        return NewLink(link, text)


def revoke_links(*, purpose: str, subject_id: UUID, person: Person | None = None) -> int:
    """Close the open links of a purpose about one thing, for everybody or for one person. Inside an act."""
    found = Link.objects.filter(purpose=purpose, subject_id=subject_id, revoked_at=None)
    return sum(_close(link) for link in (found.filter(person=person) if person else found))


@registry.action("people.revoke_link", may="people.edit", doors={registry.API, registry.CLI})
def revoke_link(*, by: Actor, link_id: Annotated[UUID, Field(description="The link.")]) -> None:
    """Close one open link at once; whoever opens it sees that it has ended."""
    link = Link.objects.filter(id=link_id).first()
    if link is None:
        raise registry.NotThere(str(link_id))
    _close(link)


def _close(link: Link) -> int:
    closed = Link.objects.filter(id=link.id, revoked_at=None).update(revoked_at=clock.now())
    if closed:
        registry.tell(event="people.link_closed", subject=link, payload=links.summary(link))
    return closed


def remember_device(*, person: Person, cookie: str | None) -> str:
    """Let this browser see what the person said before. Only for something they sent, never for a look. Returns the cookie's text."""
    text = cookie if cookie and secrets.read_text(cookie) else secrets.new_text(person.client_id)
    with registry.acting(links.at_link(person), "people.remember_device"):
        device, new = Device.objects.get_or_create(person=person, digest=secrets.digest(text))
        if new:
            registry.tell(by=links.at_link(person), event="people.device_let_in", subject=device, payload={"person": str(person.id)})
    return text


def send_code(*, link: Link) -> None:
    """Mail six digits to the person. A Mistake when too many were asked for in the last hour."""
    by = links.at_link(link.person)
    with registry.acting(by, "people.send_code"):
        Link.objects.select_for_update().get(id=link.id)  # two at once are counted one after the other
        if Code.objects.filter(link=link, made_at__gt=clock.now() - timedelta(hours=1)).count() >= CODES_AN_HOUR:
            raise registry.Mistake(_("Five codes were sent in the last hour. Use the newest one, or wait an hour."))
        digits = secrets.new_code()
        code = Code.objects.create(link=link, digest=secrets.digest(f"{link.id}{digits}"), expires_at=clock.now() + CODE_LASTS)
        registry.tell(by=by, event="people.code_sent", subject=code, payload={"link": str(link.id)})
        EmailMessage(_("Your code: %(code)s") % {"code": digits}, _code_words() % {"code": digits}, to=[link.person.email]).send()


def _code_words() -> str:
    serves = _("Your code for Accord is %(code)s. It serves once, for 15 minutes.")
    else_ = _("If you did not ask for it, do nothing: without it nobody sees your words.")
    return f"{serves}\n\n{else_}\n"


def use_code(*, link: Link, digits: str) -> bool:
    """Whether these are the newest digits sent, in time, within five tries. They serve once. A try is counted before it is looked at."""
    by = links.at_link(link.person)
    with registry.acting(by, "people.use_code"):
        code = Code.objects.filter(link=link).order_by("-made_at", "-id").first()
        if code is None or code.used_at is not None or code.expires_at <= clock.now():
            return False
        if not Code.objects.filter(id=code.id, used_at=None, tries__lt=CODE_TRIES).update(tries=F("tries") + 1):
            return False
        if secrets.digest(f"{link.id}{''.join(digits.split())}") != code.digest:
            if code.tries + 1 >= CODE_TRIES:
                registry.tell(by=by, event="people.code_locked", subject=code, payload={"link": str(link.id)})
            return False
        used = Code.objects.filter(id=code.id, used_at=None).update(used_at=clock.now())
        if used:
            registry.tell(by=by, event="people.code_used", subject=code, payload={"link": str(link.id)})
        return bool(used)
