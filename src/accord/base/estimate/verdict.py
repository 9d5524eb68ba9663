"""The headline as facts, never sentences: which option, how clearly, what would change it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from accord.base.estimate.asking import Question, next_question
from accord.base.estimate.case import Role
from accord.base.estimate.even import Averages
from accord.base.estimate.runs import Figure, Runs, figure
from accord.base.estimate.turning import Turning

CLOSE = 0.75          # two options are close when the better one wins in fewer than 15 of 20 futures


class Finding(StrEnum):
    """What the case says on average. NOT_CLEAR wins over all others."""

    AS_ASKED = "as_asked"
    BETTER_PATH = "better_path"
    MORE = "more"
    OTHER = "other"
    NOT_WORTH_SOLVING = "not_worth_solving"
    NOT_CLEAR = "not_clear"


class Doubt(StrEnum):
    """Why a finding is not clear."""

    SIMULATION = "simulation"      # the lead is within two standard errors of the draws
    ASSUMED = "assumed"            # a range that nobody gave could turn it


@dataclass(frozen=True)
class Verdict:
    """best, second: names of options by expected value (second empty with one option). lead: expected value of best minus second.
    ahead: chance that best beats second. close: they win about as often. worth_solving: something beats doing nothing on average.
    doubts: reasons the finding is not clear; assumed: the quantities behind Doubt.ASSUMED.
    asked: name of the asked-for option, empty without one; asked_loses: in how many of 20 futures it is worse than doing nothing;
    asked_gains: whether it is worth more than doing nothing on average.
    next: the question to ask; None with nothing_worth_asking True: decide. nothing_worth_asking is None where nobody is named to ask."""

    finding: Finding
    best: str
    second: str
    lead: Figure
    ahead: float
    close: bool
    worth_solving: bool | None
    doubts: tuple[Doubt, ...]
    assumed: tuple[str, ...]
    asked: str
    asked_loses: int
    asked_gains: bool
    next: Question | None
    nothing_worth_asking: bool | None

    @property
    def clear(self) -> bool:
        return not self.doubts and not self.close


_FOUND = {Role.NOTHING: Finding.NOT_WORTH_SOLVING, Role.ASKED: Finding.AS_ASKED, Role.BETTER: Finding.BETTER_PATH, Role.MORE: Finding.MORE}


def verdict(runs: Runs, average: Averages, turned: tuple[Turning, ...], ranked: tuple[Question, ...]) -> Verdict:
    case, means = runs.case, average.means
    order = np.argsort(-means.mean(axis=0), kind="stable")
    best, second = int(order[0]), int(order[min(1, len(order) - 1)])
    lead = figure(means[:, best] - means[:, second])
    won = runs.values[:, best] - runs.values[:, second]
    ahead = float((won > 0).mean() + 0.5 * (won == 0).mean()) if best != second else 1.0
    assumed = _assumed(runs, turned)
    doubts = tuple(doubt for doubt, holds in ((Doubt.SIMULATION, best != second and lead.value <= 2 * lead.se), (Doubt.ASSUMED, bool(assumed))) if holds)
    chosen = next_question(ranked)
    asked, asked_loses, asked_gains = _asked(runs)
    return Verdict(
        finding=Finding.NOT_CLEAR if doubts else _FOUND.get(case.options[best].role, Finding.OTHER),
        best=case.options[best].name, second=case.options[second].name if best != second else "", lead=lead, ahead=ahead,
        close=best != second and ahead < CLOSE, worth_solving=None if case.nothing is None else best != case.nothing,
        doubts=doubts, assumed=assumed, asked=asked, asked_loses=asked_loses, asked_gains=asked_gains,
        next=chosen, nothing_worth_asking=chosen is None if case.people else None)


def _assumed(runs: Runs, turned: tuple[Turning, ...]) -> tuple[str, ...]:
    """Assumed quantities whose turning point lies inside their own range."""
    turning = {turn.quantity for turn in turned if turn.within}
    return tuple(quantity.name for quantity in runs.case.quantities if quantity.assumed and quantity.name in turning)


def _asked(runs: Runs) -> tuple[str, int, bool]:
    case = runs.case
    place = next((k for k, option in enumerate(case.options) if option.role is Role.ASKED), None)
    if place is None:
        return "", 0, False
    against = runs.values[:, place] - (runs.values[:, case.nothing] if case.nothing is not None else 0.0)
    return case.options[place].name, round(20 * float((against < 0).mean())), bool(against.mean() > 0)
