"""Which question to ask, of whom, and when to stop asking.

A question is a person and a set of quantities. It is worth what that person's realistic answer would improve the choice
by; it costs their minutes and the days of waiting. What nobody recorded about a person is taken from a default for
their role, and every figure so taken is named in `assumed`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import scipy

from accord.base.estimate.case import Case, Person
from accord.base.estimate.knowing import Learned, answer
from accord.base.estimate.runs import Effort, Figure
from accord.base.estimate.shares import Z90
from accord.base.estimate.together import answers

# A record starts as if nine of ten ranges had held, so one miss changes little and ten change much.
STARTED_HITS, STARTED_ANSWERED = 9, 10


@dataclass(frozen=True)
class Default:
    """Assumptions for a role. minutes per question; hour_cost in the case's unit; days until the answer; narrows as in Person."""

    minutes: float
    hour_cost: float
    days: float
    narrows: float


DEFAULTS: dict[str, Default] = {
    "has the figures": Default(30, 60, 2, 0.25),
    "does the work": Default(10, 45, 1, 0.5),
    "leads": Default(5, 100, 3, 0.6),
    "": Default(15, 60, 2, 0.6),
}


@dataclass(frozen=True)
class Question:
    """worth: of the realistic answer; cost: in the case's unit; net: worth minus cost. minutes and days: of this whole question.
    narrows: how wide the answer is expected to be as a share of today's range, after the person's record.
    assumed: which of minutes, hour_cost, days and narrows are the role's default."""

    person: str
    quantities: tuple[str, ...]
    worth: Figure
    cost: float
    minutes: float
    days: float
    narrows: float
    assumed: tuple[str, ...] = ()

    @property
    def net(self) -> Figure:
        return Figure(self.worth.value - self.cost, self.worth.se)

    @property
    def pays(self) -> bool:
        """Worth its cost even after two standard errors of simulation."""
        return self.net.value - 2 * self.net.se > 0


def settled(person: Person) -> tuple[Person, tuple[str, ...]]:
    """The person with every gap filled from the default of the role, and the names of what was filled."""
    default = DEFAULTS.get(person.role, DEFAULTS[""])
    gaps = tuple(key for key in ("minutes", "hour_cost", "days", "narrows") if getattr(person, key) is None)
    return replace(person, **{key: getattr(default, key) for key in gaps}), gaps


def narrowing(narrows: float, hits: int, answered: int) -> float:
    """How wide the answer really leaves us: the width a person would give, widened when their earlier ranges held less often
    than nine times in ten. 0 to 1."""
    held = min((hits + STARTED_HITS) / (answered + STARTED_ANSWERED), 0.99)
    return min(1.0, narrows * Z90 / float(scipy.special.ndtri((1 + held) / 2)))


def questions(case: Case, learned: Learned, effort: Effort) -> tuple[Question, ...]:
    """Every person's single quantities, best pair and whole set, best net gain first."""
    most = learned.everything
    top = most.value + 2 * most.se
    found: list[Question] = []
    coarse = replace(effort, outer=max(effort.outer // 2, 64), inner=max(effort.inner // 2, 64))
    for person in case.people:
        filled, assumed = settled(person)
        known = [name for name in person.quantities if next(q for q in case.quantities if q.name == name).askable]
        narrows = narrowing(filled.narrows or 0.0, filled.hits, filled.answered)
        rho = math.sqrt(max(0.0, 1 - narrows**2))
        one = [_question(filled, (name,), answer(learned, case.names.index(name), rho), case, narrows, assumed) for name in known]
        found += one
        ordered = [question.quantities[0] for question in sorted(one, key=lambda question: -question.worth.value)]
        for size in sorted({min(2, len(known)), len(known)} - {0, 1}):
            together = tuple(name for name in known if name in ordered[:size])
            if _cost(filled, size, case)[0] < top:
                found.append(_question(filled, together, answers(case, together, rho, learned, coarse), case, narrows, assumed))
    return tuple(sorted(found, key=lambda question: (-question.net.value, question.person, question.quantities)))


def _cost(person: Person, count: int, case: Case) -> tuple[float, float, float]:
    """In money, minutes and days, for `count` quantities asked at once."""
    minutes, days = (person.minutes or 0.0) * count, person.days or 0.0
    return minutes / 60 * (person.hour_cost or 0.0) / case.size + days * case.day_costs, minutes, days


def _question(person: Person, names: tuple[str, ...], worth: Figure, case: Case, narrows: float, assumed: tuple[str, ...]) -> Question:
    cost, minutes, days = _cost(person, len(names), case)
    return Question(person.name, names, worth, cost, minutes, days, narrows, assumed)


def next_question(ranked: tuple[Question, ...]) -> Question | None:
    """The best question that is worth its cost; None: nothing is worth asking, decide."""
    return next((question for question in ranked if question.pays), None)
