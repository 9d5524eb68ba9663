"""What waits for one person: all that ideas say they owe, without what they put off themselves. Worked out once for a request."""

from dataclasses import dataclass

from django.http import HttpRequest

from accord.base import registry
from accord.base.people import later
from accord.base.people.models import PutOff
from accord.base.people.rules import Actor
from accord.base.registry import Owed

AT_ONCE = 5


@dataclass(frozen=True)
class Waiting:
    """now: what is of today, longest-waiting first. calm: what can wait anyhow. put_off: what they let wait, with the row that says until when."""

    now: tuple[Owed, ...]
    calm: tuple[Owed, ...]
    put_off: tuple[tuple[Owed, PutOff], ...]

    @property
    def first(self) -> tuple[Owed, ...]:
        return self.now[:AT_ONCE]

    @property
    def rest(self) -> tuple[Owed, ...]:
        """What can wait until the end of the week: the sixth on, and what nobody waits for."""
        return self.now[AT_ONCE:] + self.calm

    @property
    def people(self) -> int:
        """How many people wait: each counted once, whatever they wait for."""
        return len({(one.person_name, one.person_job) for one in self.now if one.person_name or one.person_job})

    @property
    def things(self) -> int:
        """What is of today though nobody is named who waits for it."""
        return sum(not (one.person_name or one.person_job) for one in self.now)

    @property
    def count(self) -> int:
        return self.people + self.things


def for_whom(by: Actor) -> Waiting:
    """Collect what waits for somebody."""
    found = sorted(registry.owed.collect(by=by), key=lambda one: one.since)
    off = later.put_off_by(by=by)
    here = [one for one in found if one.key not in off]
    return Waiting(
        tuple(one for one in here if not one.can_wait),
        tuple(one for one in here if one.can_wait),
        tuple((one, off[one.key]) for one in found if one.key in off),
    )


def on(request: HttpRequest) -> Waiting:
    """For whoever asks for a page: the rail and Today need the same answer."""
    if not hasattr(request, "waiting"):
        request.waiting = for_whom(request.actor)  # type: ignore[attr-defined]
    return request.waiting  # type: ignore[attr-defined]
