"""What somebody put off until a day: their own arrangement, told to nobody, undone as easily as done."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from accord.base import clock, registry

from .models import PutOff
from .rules import Actor

LONGEST = timedelta(days=92)  # what waits longer than a quarter should be said to whoever waits


def put_off_by(*, by: Actor) -> dict[str, PutOff]:
    """The rows this person put off, by their key, while their day is ahead."""
    found = PutOff.objects.filter(person=by.person_id, until__gt=clock.today()) if by.person_id else ()
    return {row.key: row for row in found}


@registry.action("people.put_off", may="owed.put_off")
def put_off(*, by: Actor, key: str, until: date) -> PutOff:
    """Let something wait until a day ahead, at most a quarter."""
    if not clock.today() < until <= clock.today() + LONGEST:
        raise registry.Mistake(_("Choose a day from tomorrow on, within three months."), "until")
    row, _new = PutOff.objects.update_or_create(person_id=by.person_id, key=key[:200], defaults={"until": until})
    return row


@registry.action("people.take_up", may="owed.put_off")
def take_up(*, by: Actor, id: UUID) -> PutOff:
    """Take back that something waits: it is of today again."""
    row = PutOff.objects.filter(id=id, person=by.person_id).first()
    if row is None:
        raise registry.NotThere(str(id))
    row.until = None
    row.save(update_fields=["until"])
    return row
