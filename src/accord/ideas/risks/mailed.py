"""A mail to the address for warnings: whoever it says it is from gets a letter, at the address we know, and confirms it there."""

from accord.base import registry, scope
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
    for one in each_client("a mail is for whichever client knows its sender"):
        if client and one.slug != client:
            continue
        with scope.unit():
            person = Person.objects.filter(email__iexact=found.sender, left_at=None).first()
            if person is not None:
                try:
                    sent += actions.ask_whether_meant(by=accord_itself(one.id), person_id=person.id, words=found.words) is not None
                except registry.Mistake:
                    continue
    return sent
