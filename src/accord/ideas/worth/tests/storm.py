"""The running example as plain data: is a password desk worth it for Alder Mutual's claims handlers? No database."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from accord.base import estimate
from accord.ideas.worth.rules.brief import Aim, Brief, Decided, Weighing, Why
from accord.ideas.worth.rules.reader import Reader

READER = Reader.plain()
_DESK, _ARCHITECT, _SECURITY = "Service desk analyst", "Solution architect", "Information security lead"


def _said(low: float, high: float, by: str, basis: str = "", when: str = "2026-10-02") -> dict[str, object]:
    return {"low": low, "high": high, "said_by": by, "basis": basis, "when": when}


SAID = {
    "people affected": _said(60, 110, "Head of Claims", "shift plan", "2026-10-09"),
    "times a week": _said(0.4, 1.6, _DESK, "ticket tags, a third untagged"),
    "minutes lost": _said(24, 36, _DESK, "1,284 tickets, twelve months"),
    "cost of an hour": _said(38, 46, "Finance partner", "payroll, this year"),
    "asked one-time cost": _said(20_000, 40_000, _ARCHITECT),
    "asked running cost": _said(90_000, 150_000, _ARCHITECT, "two quotes"),
    "asked part removed": _said(60, 85, _DESK),
    "better one-time cost": _said(60_000, 90_000, _ARCHITECT, "two quotes"),
    "better part removed": _said(66, 80, _ARCHITECT, "two reference clients"),
    "more one-time cost": _said(4_000, 15_000, _SECURITY),
    "more part removed": _said(12, 26, _SECURITY, "expiry dates in the directory"),
}
OPTIONS = {"asked": "Password desk, day and night", "better": "Self-service reset and single sign-on", "more": "Passwords that last 180 days"}
PEOPLE = [{"name": "Head of Claims", "role": "leads", "quantities": ["people affected", "times a week"]}]


@lru_cache(maxsize=1)
def weighing() -> Weighing:
    data = estimate.value_case(title="Claims handlers are locked out", said=SAID, options=OPTIONS, people=PEOPLE, day_costs=50)
    case = estimate.Case.from_data(data)
    return Weighing.of(case, estimate.weigh(case, estimate.TYPING), estimate.TYPING, years=3)


def decided() -> Decided:
    return Decided(
        headline="A better path: Self-service reset and single sign-on",
        outcome="A better path",
        option="Self-service reset and single sign-on",
        reasons="It removes the cause and needs nobody at night.",
        by="Chief Claims Officer",
        on=date(2026, 10, 24),
        review_on=date(2027, 4, 1),
        open_reason="The storm season starts before an answer can come.",
    )


def brief(made: Decided | None = None) -> Brief:
    """What the conversation with Alder's claims people gave, told in a brief."""
    team = "Claims team lead, 9 October"
    quote = "If a handler is locked out at half past seven, the customer hears about it at noon."
    return Brief(
        client="Alder Mutual",
        title="Claims handlers locked out",
        aims=(Aim("Decide nine in ten claims in three days.", "Now 71 of 100 claims; 90 by 1 June 2027.", "Chief Claims Officer"),),
        why=(
            Why("Why are we doing this?", ("On a named-storm day, half of the week’s claims arrive before ten.",), ("Head of Claims, 9 October",), quote, team),
            Why("What if we don’t?", ("About one storm claim in nine misses the three-day promise.",), (team,)),
            Why("How does it fit their day?", ("Handlers start at half past seven. The reset desk opens at half past eight.",), (f"{_DESK}, 2 October",)),
        ),
        heard="Nine people in three conversations, 22 September to 9 October. 8 of 9 sentences confirmed.",
        weighing=weighing(),
        decided=made,
        open_questions=("How many claims a day wait for a reset? The Head of Claims finds out by 30 October.",),
        footer="Version 1 · 24 October 2026 · prepared by the Service delivery lead at Fernhill",
    )
