"""What the facts suggest, as it stands now, and how often signs like it came true."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accord.base import clock, registry, scope
from accord.base.people.rules import Actor
from accord.base.registry import SignSaid

from ..models import Ending, Event, Suggestion
from ..rules.signs import Happened, Hits, Sign, hits, outcomes

MOST = 200
BACK = timedelta(days=730)  # so far back the record of signs goes
NOTHING = Hits(0, 0)


def open_sign(rows: QuerySet[Suggestion], sign_id: UUID) -> Suggestion:
    """One sign, or NotThere."""
    found = rows.filter(id=sign_id).first()
    if found is None:
        raise registry.NotThere(str(sign_id))
    return found


def sign(sign_id: UUID) -> Suggestion:
    return open_sign(Suggestion.objects.all(), sign_id)


def open_signs() -> QuerySet[Suggestion]:
    """Still so, neither set aside nor raised; the newest first."""
    return Suggestion.objects.filter(gone_on=None, set_aside_on=None, risk=None)


def said(row: Suggestion) -> SignSaid | None:
    """In words; None where the idea that found it is not here any more."""
    for one in registry.warning_said:
        if one.name == row.kind:
            found: SignSaid = one.function(facts=row.facts)
            return found
    return None


@scope.once
def record() -> dict[str, Hits]:
    """By kind, of the signs of two years whose time is over: raised, set aside or gone, they all count."""
    today = clock.today()
    return dict(hits((_as_rule(row) for row in _over(today)), _happened(today - BACK), today))


def over(today: date) -> Iterator[tuple[Suggestion, bool]]:
    """The same, each with whether it came true within its time."""
    rows = list(_over(today))
    return zip(rows, outcomes((_as_rule(row) for row in rows), _happened(today - BACK)), strict=True)


def _over(today: date) -> QuerySet[Suggestion]:
    return Suggestion.objects.filter(due_on__lt=today, due_on__gte=today - BACK)


def _as_rule(row: Suggestion) -> Sign:
    about = {str(id) for id in (row.initiative_id, row.goal_id, row.risk_id, row.facts.get("risk")) if id}
    return Sign(row.kind, row.first_seen, row.due_on, about)


def _happened(since: date) -> Iterator[Happened]:
    of: dict[Any, set[str]] = {}
    for event_id, risk_id in Ending.objects.filter(event__happened_on__gte=since).values_list("event", "risk"):
        of.setdefault(event_id, set()).add(str(risk_id))
    for id, on, goal_id, initiative_id in Event.objects.filter(happened_on__gte=since).values_list("id", "happened_on", "goal__goal", "initiative"):
        yield Happened(on, of.get(id, set()) | {str(one) for one in (goal_id, initiative_id) if one})


@dataclass(frozen=True)
class SignShown:
    """A sign as doors show it. chance: from and to, in 100, as it was suggested on the day the sign was first seen; None where nothing was known to
    suggest one. chance_of: what that is the chance of within 90 days: `day`, its day is not kept; `sign`, it comes true. basis: `facts`, read in the
    client's own record; `rate`, how often it was so there; `general`, how often elsewhere, for too little of its own. due: signs like this whose time is
    over, and came: how many of them came true; both None while they are too few to say."""

    id: UUID
    kind: str
    reason: str
    since: date
    sees: str
    asks: str
    initiative_id: UUID | None
    goal_id: UUID | None
    bites_on: date | None
    chance_low: float | None
    chance_high: float | None
    chance_of: str
    basis: str
    due: int | None
    came: int | None
    url: str
    set_aside_why: str
    risk_id: UUID | None

    @staticmethod
    def of(row: Suggestion) -> "SignShown":
        told = said(row) or SignSaid(row.kind, row.kind, "", "", "")
        like = record().get(row.kind, NOTHING)
        low, high = (None if end is None else end * 100 for end in (row.chance_low, row.chance_high))
        due, came = (like.due, like.came) if like.enough else (None, None)
        return SignShown(
            row.id, row.kind, told.reason, row.since, told.sees, told.asks, row.initiative_id, row.goal_id, row.bites_on, low, high,
            row.grounds.get("of", ""), row.grounds.get("basis", ""), due, came, told.url, row.set_aside_why, row.risk_id,
        )  # fmt: skip


def shown(rows: Iterable[Suggestion]) -> list[SignShown]:
    return [SignShown.of(row) for row in rows]


@registry.query("risks.list_signs", may="risks.read", doors={registry.API, registry.CLI, registry.MCP})
def list_signs(*, by: Actor) -> list[SignShown]:
    """What the facts suggest that somebody should warn of: the reason, since when, and how often signs like it came true. At most 200, the newest first."""
    return shown(open_signs()[:MOST])
