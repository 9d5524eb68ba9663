"""How likely a new sign is to come true, from the client's own record.

Of a day that keeps moving: how likely it is that the day is not kept within 90 days, from delivery notes of all work here; with too few of them, how
often that was so elsewhere. Of any other sign: how likely it is to come true within 90 days, from signs here whose time is over; with too few, nothing.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from accord.base.registry import WarningSign
from accord.ideas.goals.models import Progress, StageReached
from accord.ideas.goals.rules import Stage

from .queries.signs import over
from .rules.looking_back import Said, known, looks
from .rules.suggesting import Facts, Past, Suggesting, Suggestion
from .signs import SLIPPING

DAY, SIGN = "day", "sign"  # what a chance is of: that a day is not kept, that a sign comes true
REASONS = 3


class Foreseeing:
    """On one day, in one client. The record is read when it is first asked for."""

    def __init__(self, today: date) -> None:
        self.today = today

    def of(self, kind: str, sign: WarningSign) -> Suggestion | None:
        """None where the record does not say, and of a day that is over."""
        facts = known(self._notes[sign.initiative_id], self.today) if sign.initiative_id else None
        if kind == SLIPPING:
            return self._days.of(facts) if facts else None
        return self._signs.of(_like(facts, kind, self.today))

    @cached_property
    def _notes(self) -> dict[UUID | None, list[Said]]:
        found: dict[UUID | None, list[Said]] = defaultdict(list)
        for note in Progress.objects.order_by("at", "id"):
            found[note.initiative_id].append(Said(note.at.date(), note.as_rule()))
        return found

    @cached_property
    def _days(self) -> Suggesting:
        closed = {row.initiative_id: row.at.date() for row in StageReached.objects.filter(stage=Stage.CLOSED).order_by("-at")}
        work = list(self._notes.items())
        return Suggesting((past for id, notes in work for past in looks(notes, self.today, str(id), closed.get(id))), self.today)

    @cached_property
    def _signs(self) -> Suggesting:
        return Suggesting(self._over(), self.today, general=None)

    def _over(self) -> Iterator[Past]:
        """Signs whose time is over, as things stood on the day each was first seen. Several about the same thing are one outcome together."""
        for row, came in over(self.today):
            facts = known(self._notes[row.initiative_id], row.first_seen) if row.initiative_id else None
            about = row.initiative_id or row.goal_id or row.facts.get("risk") or row.id
            yield Past(_like(facts, row.kind, row.first_seen), came, row.due_on + timedelta(days=1), str(about))


def _like(facts: Facts | None, kind: str, day: date) -> Facts:
    return Facts(on=day, like=kind) if facts is None else replace(facts, like=kind)


def grounds(kind: str, found: Suggestion) -> dict[str, Any]:
    """As it is kept: of: what the chance is of. basis, source, n: as in `Suggestion`. reasons: facts, and how many points of 100 each adds."""
    reasons = [[one.fact, round(100 * one.points, 1)] for one in found.reasons[:REASONS]]
    return {"of": DAY if kind == SLIPPING else SIGN, "basis": found.basis.value, "source": found.source, "n": found.n, "reasons": reasons}
