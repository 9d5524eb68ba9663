"""Chances and costs that were said, beside what came true: of the organisation as a whole, and of nobody in it."""

from dataclasses import dataclass
from uuid import UUID

from accord.base import registry, scope
from accord.base.estimate import scoring
from accord.base.estimate.scoring import Chances, Due, Level, Ranges
from accord.base.people.rules import Actor

from ..models import Ending, Estimate
from .record import chance_of, last_said

FROM_PEOPLE = 3  # who said them: a score of one person is nobody else's business


@dataclass(frozen=True)
class Scored:
    """resolved: warnings that are over and whose chance had been stated before. chances and ranges: None while nothing, or too few people, said any.
    curve: what chances were worth; empty below 50."""

    resolved: int
    people: int
    chances: Chances | None
    curve: tuple[Level, ...]
    costs: int
    ranges: Ranges | None


@scope.once
def scored() -> Scored:
    """Of every warning that is over: the chance as last said before, the middle of its range, and the cost beside what it cost."""
    endings = list(Ending.objects.order_by("id"))
    said = last_said(endings)
    told = [(p, int(one.came_true), said[one.risk_id].person_id) for one in endings if (p := chance_of(said.get(one.risk_id))) is not None]
    people = len({who for _p, _came, who in told})
    enough = people >= FROM_PEOPLE
    chances = scoring.chances([p for p, _y, _w in told], [y for _p, y, _w in told]) if told and enough else None
    shown = chances if chances and chances.show else None
    curve = tuple(scoring.curve([p for p, _y, _w in told], [y for _p, y, _w in told])) if shown and shown.show_miscalibration else ()
    due, who = _costs(endings, said)
    ranges = scoring.ranges(due) if len(due) >= scoring.JUDGED_FROM and who >= FROM_PEOPLE else None
    return Scored(len(told), people, shown, curve, len(due), ranges)


def _costs(endings: list[Ending], said: dict[UUID, Estimate]) -> tuple[list[Due], int]:
    """Ranges of cost that came due: what came true once counts once, with the first range said of it. What it cost is the middle of what is known."""
    found: dict[UUID, Due] = {}
    people: set[UUID | None] = set()
    for one in endings:
        event, before = one.event, said.get(one.risk_id)
        if event is None or before is None or event.id in found:
            continue
        if event.cost_low is None or event.cost_high is None or before.loss_low is None or before.loss_high is None:
            continue
        found[event.id] = Due(before.loss_low, before.loss_high, (event.cost_low * event.cost_high) ** 0.5)
        people.add(before.person_id)
    return list(found.values()), len(people)


@dataclass(frozen=True)
class ScoredShown:
    """chances: Brier score and its parts, from 20 warnings that are over and 3 people who stated them; null below. ranges: of costs, from 10."""

    resolved: int
    chances: Chances | None
    curve: list[Level]
    ranges: Ranges | None


@registry.query("risks.show_scores", may="risks.read", doors={registry.API, registry.CLI, registry.MCP})
def show_scores(*, by: Actor) -> ScoredShown:
    """How good the chances and costs were that warnings stated, of everybody together: known once 20 of them are over."""
    found = scored()
    return ScoredShown(found.resolved, found.chances, list(found.curve), found.ranges)
