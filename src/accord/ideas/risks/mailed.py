"""A mail to the address for warnings: whoever it says it is from gets a letter, at the address we know, and confirms it there."""

from uuid import UUID

from accord.base import scope
from accord.base.people.access import accord_itself, each_client
from accord.base.people.models import Person

from . import actions
from .rules import mail


def take_in(raw: bytes, *, client: str = "") -> int:
    """How many letters go out: one for each client (or for the one named) in which that address is known. For an unknown one nothing is kept."""
    found = mail.read(raw)
    if found is None:
        return 0
    sent = 0
    with scope.unit():
        for one in each_client("a mail is for whichever client knows its sender"):
            if not client or one.slug == client:
                sent += _ask(one.id, found)
    return sent


def _ask(client_id: UUID, found: mail.Mail) -> bool:
    """Whether a letter goes out, in the client in scope."""
    person = Person.objects.filter(email__iexact=found.sender, left_at=None).first()
    return person is not None and actions.ask_whether_meant(by=accord_itself(client_id), person_id=person.id, words=found.words) is not None
