"""What came due: quantities that turned out to be something, with the ranges that counted when they did. Two queries for a client."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from accord.base import scope

from ..models import Fact, Voice
from ..rules import ranges
from ..rules.due import Came, OurRecord, middle, ours
from ..rules.shape import Kind

COST = "one-time cost"  # the template's line for what is spent once


@dataclass(frozen=True)
class CameDue:
    """A quantity, what it turned out to be (the last word on it), and each person's last range before that was known."""

    fact: Fact
    voices: tuple[Voice, ...]

    def came(self, voice: Voice) -> Came:
        quantity = self.fact.quantity
        who = str(voice.person_id or voice.said_by)
        return Came(voice.low, voice.high, self.fact.value, who, ranges.whole_of(quantity.unit), quantity.kind == Kind.CHANCE.value)


@scope.once
def came_due() -> tuple[CameDue, ...]:
    """Oldest first."""
    facts = {fact.quantity_id: fact for fact in Fact.objects.select_related("quantity__case__initiative", "noted_by")}
    if not facts:
        return ()
    said: dict[UUID, dict[object, Voice]] = defaultdict(dict)
    for voice in Voice.objects.select_related("person").prefetch_related("asides").filter(quantity__in=list(facts)):
        if voice.at <= facts[voice.quantity_id].at and not voice.assumed and voice.why_aside is None:
            said[voice.quantity_id][voice.person_id or voice.said_by] = voice
    return tuple(CameDue(fact, tuple(said[id].values())) for id, fact in facts.items())


def record() -> OurRecord | None:
    """Of everybody at this client together."""
    return ours(due.came(voice) for due in came_due() for voice in due.voices)


def by_person() -> dict[UUID, list[tuple[float, float, float]]]:
    """(low, high, what came true) of each person's ranges. Never shown to anybody but them."""
    found: dict[UUID, list[tuple[float, float, float]]] = defaultdict(list)
    for due in came_due():
        for voice in due.voices:
            if voice.person_id and due.fact.quantity.kind != Kind.CHANCE.value:
                found[voice.person_id].append((voice.low, voice.high, due.fact.value))
    return found


def finished(due: Iterable[CameDue] | None = None) -> tuple[tuple[float, float], ...]:
    """(foreseen, actual) of what finished work cost once, for the overrun of the next. A range that reaches 0 foresees no multiple, and is left out."""
    costs = [one for one in (came_due() if due is None else due) if one.fact.quantity.name.endswith(COST) and one.fact.value > 0]
    foreseen = [([(voice.low, voice.high) for voice in one.voices if voice.low > 0], one.fact.value) for one in costs]
    return tuple((middle(ranges), actual) for ranges, actual in foreseen if ranges)
