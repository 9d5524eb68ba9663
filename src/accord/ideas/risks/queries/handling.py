"""How a client handles warnings, as it stands now."""

from dataclasses import dataclass
from uuid import UUID

from accord.base import registry, scope
from accord.base.people import queries as people
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from ..models import STOP, UNCOMFORTABLE, Handling

READ_DAYS, ANSWER_DAYS, OUTER_READ_DAYS, OUTER_ANSWER_DAYS = 2, 14, 7, 90


@dataclass(frozen=True)
class HandlingNow:
    """Days until a warning is read and answered, the outer ones that hold whatever happens, who listens, and who comes next, nearest first."""

    read_days: int = READ_DAYS
    answer_days: int = ANSWER_DAYS
    outer_read_days: int = OUTER_READ_DAYS
    outer_answer_days: int = OUTER_ANSWER_DAYS
    listeners: tuple[Person, ...] = ()
    ladder: tuple[Person, ...] = ()

    def next_voice(self, voice: str) -> Person | None:
        """Who answers from this voice on: the first of the ladder, then the second, and its last for all that is louder. None: nobody was named."""
        place = {UNCOMFORTABLE: 0, STOP: 1}.get(voice, 0)
        here = [person for person in self.ladder if person.left_at is None]
        return here[min(place, len(here) - 1)] if here else None


@scope.once
def handling() -> HandlingNow:
    """As it was last set; as Accord proposes it until then."""
    row = Handling.objects.prefetch_related("listeners__person__team", "ladder__person__team").last()
    if row is None:
        return HandlingNow()
    return HandlingNow(
        row.read_days, row.answer_days, row.outer_read_days, row.outer_answer_days,
        tuple(one.person for one in row.listeners.all() if one.person.left_at is None), tuple(one.person for one in row.ladder.all()),
    )  # fmt: skip


def answerer_for(*, named: UUID | None, also: tuple[Person | None, ...], raised_by_id: UUID | None) -> Person | None:
    """Who must answer: whoever is named; else the first of `also` (the goal's owner, who leads the work) who is here and did not say it; else
    whoever looks after the client."""
    if named:
        return people.person(named)
    fits = [person for person in also if person is not None and person.left_at is None and person.id != raised_by_id]
    return next(iter([*fits, *people.facilitators()]), None)


@dataclass(frozen=True)
class HandlingShown:
    """How warnings are handled, as doors show it."""

    read_days: int
    answer_days: int
    outer_read_days: int
    outer_answer_days: int
    listeners: list[str]
    next_voices: list[str]

    @staticmethod
    def now() -> "HandlingShown":
        found = handling()
        return HandlingShown(
            found.read_days, found.answer_days, found.outer_read_days, found.outer_answer_days,
            [one.called for one in found.listeners], [one.called for one in found.ladder],
        )  # fmt: skip


@registry.query("risks.show_handling", may="risks.read", doors={registry.API, registry.CLI, registry.MCP})
def show_handling(*, by: Actor) -> HandlingShown:
    """Within how many days warnings are read and answered here, who listens to those without a name, and who comes next."""
    return HandlingShown.now()

