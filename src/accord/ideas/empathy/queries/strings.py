"""How both sides answered the six standing questions: the newest answer to each, and how they moved."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.timezone import localdate

from accord.base import registry, scope
from accord.base.people.rules import Actor

from ..models import PULSE, STANDING, Round, Tally
from ..rules import Estimate
from ..rules.standing import said_by
from .revealed import Ranged

MOST = 60  # check-ins looked back on


@dataclass(frozen=True)
class Then:
    """One question in one closed check-in, 0 to 10. A side is None where fewer than five of it answered."""

    round: Round
    business: Estimate | None
    it: Estimate | None

    @property
    def on(self) -> date:
        return localdate(self.round.opened_at)

    @property
    def shown(self) -> bool:
        return bool(self.business or self.it)

    def side(self, side: str) -> Estimate | None:
        return self.business if side == "business" else self.it


@scope.once
def courses() -> dict[str, tuple[Then, ...]]:
    """Each of the six with every closed check-in that asked it, oldest first."""
    rows = list(Round.objects.filter(kind=PULSE, closed_at__isnull=False).order_by("-opened_at")[:MOST])[::-1]
    counts: dict[UUID, dict[str, dict[str, list[int] | None]]] = {}
    for tally in Tally.objects.filter(round__in=rows, team=None, group=""):
        counts.setdefault(tally.round_id, {})[tally.side] = tally.counts.get("standing", {})
    return {key: tuple(_course(key, rows, counts)) for key in STANDING}


def _course(key: str, rows: list[Round], counts: dict[UUID, dict[str, dict[str, list[int] | None]]]) -> Iterator[Then]:
    for row in rows:
        if key in row.standing:
            sides = counts.get(row.id, {})
            yield Then(row, *(said_by(sides.get(side, {}).get(key)) for side in ("business", "it")))


def newest() -> dict[str, Then | None]:
    """The newest answer to each that may be shown; where none may, the newest that was asked."""
    found = {}
    for key, course in courses().items():
        found[key] = next((one for one in reversed(course) if one.shown), course[-1] if course else None)
    return found


def of_round(round_id: UUID) -> dict[str, Then]:
    """What one check-in asked."""
    return {key: one for key, course in courses().items() for one in course if one.round.id == round_id}


def moved(round_id: UUID) -> list[tuple[str, str, Estimate, Estimate]]:
    """The question, the side, what it said before and what it says now: only where both nine-in-ten ranges lie apart, the furthest first."""
    found = []
    for key, course in courses().items():
        at = next((place for place, one in enumerate(course) if one.round.id == round_id), 0)
        for side in ("business", "it") if at else ():
            now = course[at].side(side)
            before = next((said for one in reversed(course[:at]) if (said := one.side(side))), None)
            if now and before and (now.low > before.high or now.high < before.low):
                found.append((key, side, before, now))
    return sorted(found, key=lambda one: -abs(one[3].value - one[2].value))


@dataclass(frozen=True)
class StringThen:
    """One answer of both sides, 0 to 10 with its 90 % range. A side is left out where fewer than five answered; n: how many did."""

    asked_on: date
    business: Ranged | None
    business_n: int | None
    it: Ranged | None
    it_n: int | None

    @staticmethod
    def of(one: Then) -> "StringThen":
        sides = [(Ranged.of(said), said.n) if said else (None, None) for said in (one.business, one.it)]
        return StringThen(one.on, *sides[0], *sides[1])


@dataclass(frozen=True)
class StringShown:
    """One of the six standing questions, with every check-in that asked it, oldest first."""

    key: str
    question: str
    course: list[StringThen]


@registry.query("empathy.list_strings", may="perspectives.read", doors={registry.API, registry.CLI, registry.MCP})
def list_strings(*, by: Actor) -> list[StringShown]:
    """How we stand: the six standing questions of the check-ins as both sides answered them, 0 (disagree) to 10 (agree)."""
    return [StringShown(key, str(STANDING[key]), [StringThen.of(one) for one in course]) for key, course in courses().items()]
