"""A case weighed: everything a page, a brief or a shell shows about it, as plain frozen data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from accord.base.estimate.asking import Question, questions
from accord.base.estimate.case import Case, Role
from accord.base.estimate.distributions import Values
from accord.base.estimate.elicit import twenty
from accord.base.estimate.even import Averages, of_runs
from accord.base.estimate.knowing import learn, singles
from accord.base.estimate.runs import RESTING, Effort, Figure, Runs, figure, run
from accord.base.estimate.together import worth
from accord.base.estimate.turning import Turning, turnings
from accord.base.estimate.verdict import Verdict, verdict


@dataclass(frozen=True)
class Outcome:
    """One option. All figures but `alone` are against doing nothing, future by future (Weighed.against).
    futures: its quantiles at 1/40, 3/40 ... 39/40. typical, low, high, middle: median, 5 %, 95 %, quartiles.
    chance_best: of being the best option (ties shared). regret: expected, of settling on it now.
    chance_loss: of ending below doing nothing. alone: the expected value of its formula as written.
    errors: of simulation, of low, typical and high (standard errors, as in Figure)."""

    name: str
    role: Role
    note: str
    futures: tuple[float, ...]
    expected: Figure
    typical: float
    low: float
    high: float
    middle: tuple[float, float]
    chance_best: Figure
    regret: Figure
    chance_loss: Figure
    alone: Figure
    errors: tuple[float, float, float]


@dataclass(frozen=True)
class Known:
    """One quantity, in its own unit: futures as in Outcome; low, typical, high: 5 %, 50 %, 95 % of the pool.
    worth: of an exact answer (EVPPI), in the case's unit. turnings: where it changes which option is best."""

    name: str
    label: str
    unit: str
    futures: tuple[float, ...]
    low: float
    typical: float
    high: float
    average: float
    worth: Figure
    turnings: tuple[Turning, ...]
    assumed: bool
    askable: bool


@dataclass(frozen=True)
class Group:
    """Several quantities known exactly together. person: whose they are; empty for a group the case names."""

    names: tuple[str, ...]
    worth: Figure
    person: str = ""


@dataclass(frozen=True)
class Weighed:
    """unit: of every value. against: the name of doing nothing, empty where the case has none (values then stand as they are).
    evpi: what knowing everything would be worth; knowable: the same without what nobody can know beforehand.
    quantities, options: in the case's order. people: each person's quantities known exactly. questions: best net gain first."""

    case_id: str
    unit: str
    against: str
    effort: Effort
    options: tuple[Outcome, ...]
    evpi: Figure
    knowable: Figure
    quantities: tuple[Known, ...]
    groups: tuple[Group, ...]
    people: tuple[Group, ...]
    questions: tuple[Question, ...]
    verdict: Verdict

    def option(self, name: str) -> Outcome:
        return next(outcome for outcome in self.options if outcome.name == name)

    def quantity(self, name: str) -> Known:
        return next(known for known in self.quantities if known.name == name)


def stages(case: Case) -> int:
    """How often `weigh` calls `tick`."""
    return 3 + len(case.groups) + len(_people(case))


def weigh(case: Case, effort: Effort = RESTING, tick: Callable[[], None] = lambda: None) -> Weighed:
    """The whole answer for a case. The same case and effort give the same answer. tick: called as the work goes on.
    Raises NotFinite."""
    runs = run(case, effort)
    tick()
    learned = learn(runs)
    turned = turnings(runs, learned) if learned else ()
    ranked = questions(case, learned, effort) if learned else ()
    tick()
    evpi = learned.everything if learned else Figure(0.0, 0.0)
    alone, average = singles(runs, learned), learned.averages if learned else of_runs(runs)

    def known(person: str, names: tuple[str, ...]) -> Group:
        found = Group(names, worth(case, names, alone, learned, effort), person)
        tick()
        return found

    knowable = worth(case, tuple(quantity.name for quantity in case.quantities if quantity.askable), alone, learned, effort)
    tick()
    return Weighed(
        case_id=case.id, unit=case.unit, against=case.options[case.nothing].name if case.nothing is not None else "", effort=effort,
        options=_outcomes(runs, average), evpi=evpi, knowable=knowable, quantities=_quantities(runs, alone, turned),
        groups=tuple(known("", names) for names in case.groups), people=tuple(known(*one) for one in _people(case)),
        questions=ranked, verdict=verdict(runs, average, turned, ranked))


def _outcomes(runs: Runs, average: Averages) -> tuple[Outcome, ...]:
    best = runs.chance_best()
    return tuple(_outcome(runs, average, place, best[place]) for place in range(len(runs.case.options)))


def _outcome(runs: Runs, average: Averages, place: int, best: Figure) -> Outcome:
    nothing = runs.case.nothing
    values, means = runs.values[:, place], average.means[:, place]
    if nothing is not None:
        values, means = values - runs.values[:, nothing], means - average.means[:, nothing]
    option = runs.case.options[place]
    marks = np.quantile(values, [*((np.arange(20) + 0.5) / 20), 0.05, 0.25, 0.5, 0.75, 0.95])
    low, first, typical, third, high = (float(mark) for mark in marks[20:])
    return Outcome(option.name, option.role, option.note, tuple(float(mark) for mark in marks[:20]), figure(means), typical, low, high,
                   (first, third), best, average.regret(place), figure((values < 0).mean(axis=1)), figure(average.means[:, place]), _errors(values))


def _errors(values: Values) -> tuple[float, float, float]:
    """Of the 5 %, 50 % and 95 % quantiles, by how far they lie apart between replicates. values: (R, n)."""
    n = values.shape[1]
    places = [round(chance * (n - 1)) for chance in (0.05, 0.5, 0.95)]
    low, typical, high = (figure(marks).se for marks in np.partition(values, places, axis=1)[:, places].T)
    return low, typical, high


def _quantities(runs: Runs, alone: list[Figure], turned: tuple[Turning, ...]) -> tuple[Known, ...]:
    return tuple(_known(runs, k, one, tuple(turn for turn in turned if turn.quantity == runs.case.quantities[k].name)) for k, one in enumerate(alone))


def _known(runs: Runs, place: int, worth: Figure, turned: tuple[Turning, ...]) -> Known:
    quantity = runs.case.quantities[place]
    low, typical, high = (float(x) for x in quantity.distribution.quantile(np.array([0.05, 0.5, 0.95])))
    return Known(quantity.name, quantity.label or quantity.name, quantity.unit, twenty(quantity.distribution), low, typical, high,
                 float(quantity.distribution.mean), worth, turned, quantity.assumed, quantity.askable)


def _people(case: Case) -> list[tuple[str, tuple[str, ...]]]:
    """A person with one quantity is left to that quantity's own worth: the same figure twice would differ by noise."""
    everyone = [(person.name, tuple(name for name in case.names if name in person.quantities)) for person in case.people]
    return [(person, names) for person, names in everyone if len(names) > 1]
