"""A value case: what is uncertain, what follows from it, between what one chooses, and who could tell more."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Self

import numpy as np

from accord.base.estimate.distributions import Distribution, Values
from accord.base.estimate.elicit import Kind, Range
from accord.base.estimate.tree import Node, names_in


class Role(StrEnum):
    """What an option is to the request. Every case has NOTHING; a BETTER path is always asked for."""

    NOTHING = "nothing"
    ASKED = "asked"
    BETTER = "better"
    MORE = "more"
    OTHER = ""


@dataclass(frozen=True)
class Voice:
    """One person's range for one quantity, and where it comes from. assumed: nobody said it, it is our starting point."""

    range: Range
    said_by: str = ""
    basis: str = ""
    when: str = ""
    assumed: bool = False


@dataclass(frozen=True)
class Quantity:
    """One uncertain input. `distribution` and draws are in `unit` (text); `label` is what a screen may call it.
    voices: each person's range, of which the distribution is the pool; empty where the distribution was given outright.
    askable False: nobody can know it beforehand (the luck of a project)."""

    name: str
    distribution: Distribution
    unit: str = ""
    label: str = ""
    kind: Kind = Kind.AMOUNT
    voices: tuple[Voice, ...] = ()
    assumed: bool = False
    askable: bool = True


@dataclass(frozen=True)
class Constant:
    name: str
    value: float
    unit: str = ""


@dataclass(frozen=True)
class Derived:
    """A step with a name of its own. unit: what it must come out in; empty is not checked. note: in words.
    where: the path of its formula in the file or data it was read from."""

    name: str
    text: str
    tree: Node
    unit: str = ""
    note: str = ""
    where: str = field(default="", compare=False)


@dataclass(frozen=True)
class Option:
    """Something one could do; its formula is its net value. Bigger is better; all options share one unit."""

    name: str
    text: str
    tree: Node
    role: Role = Role.OTHER
    note: str = ""
    where: str = field(default="", compare=False)


@dataclass(frozen=True)
class Person:
    """Somebody who could answer for `quantities`. What is None is taken from the default of `role` and labelled an assumption.
    minutes: of their time per question; hour_cost: of their time; days: until the answer comes;
    narrows: how wide their answer is expected to be, as a share of today's range (0 exact, 1 nothing new);
    hits of answered: how many of their earlier ranges held what came true."""

    name: str
    quantities: tuple[str, ...]
    role: str = ""
    minutes: float | None = None
    hour_cost: float | None = None
    days: float | None = None
    narrows: float | None = None
    hits: int = 0
    answered: int = 0


@dataclass(frozen=True)
class Pair:
    """Two quantities that go together: `always`, `mostly`, `somewhat`, or `opposite` (moving.py has what the words mean)."""

    first: str
    second: str
    how: str


@dataclass(frozen=True)
class Record:
    """How often ranges given in this organisation held, of how many that came due. What people say is counted the wider for it (trust.py)."""

    held: int
    of: int


@dataclass(frozen=True)
class Correlation:
    """Normal scores of `names` move together by `matrix` (symmetric, ones on the diagonal).
    moved: the matrix that was given cannot exist, and this is the nearest that can. pairs: the words it was made from, if it was."""

    names: tuple[str, ...]
    matrix: tuple[tuple[float, ...], ...]
    moved: bool = field(default=False, compare=False)
    pairs: tuple[Pair, ...] = ()

    def root(self) -> Values:
        return np.asarray(np.linalg.cholesky(np.array(self.matrix)))


@dataclass(frozen=True)
class Case:
    """unit: what every option is worth in (a currency, as text). day_costs: what a day of waiting costs, in that unit.
    scales: name -> how many base units one of its unit is; factors: the same for unit words in formulas; size: the same
    for `unit`. They are worked out from the units, never given."""

    id: str
    title: str
    quantities: tuple[Quantity, ...]
    options: tuple[Option, ...]
    derived: tuple[Derived, ...] = ()
    constants: tuple[Constant, ...] = ()
    correlation: Correlation | None = None
    groups: tuple[tuple[str, ...], ...] = ()
    unit: str = ""
    people: tuple[Person, ...] = ()
    day_costs: float = 0.0
    record: Record | None = None
    scales: dict[str, float] = field(default_factory=dict, compare=False, repr=False)
    factors: dict[str, float] = field(default_factory=dict, compare=False, repr=False)
    size: float = field(default=1.0, compare=False, repr=False)

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(quantity.name for quantity in self.quantities)

    @cached_property
    def leading(self) -> frozenset[str]:
        """The names of quantities and steps that some option depends on, directly or by way of steps."""
        found = frozenset[str]().union(*(names_in(option.tree) for option in self.options))
        for step in reversed(self.derived):
            found |= names_in(step.tree) if step.name in found else frozenset()
        return found

    @cached_property
    def used(self) -> frozenset[str]:
        """The quantities that some option depends on."""
        return self.leading & set(self.names)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The quantities that can tell something about the options: those used, and those that move together with one of them."""
        return self.used | (set(self.correlation.names) if self.correlation and self.used & set(self.correlation.names) else set())

    @property
    def nothing(self) -> int | None:
        """Where doing nothing stands among the options; None where a case has no such option."""
        return next((k for k, option in enumerate(self.options) if option.role is Role.NOTHING), None)

    @classmethod
    def from_data(cls, data: Any) -> Self:
        """From plain data of schema `accord-case/1` (docs/reference/case-file.md). Raises CaseError with path and fix."""
        from accord.base.estimate import casefile
        found: Self = casefile.from_data(data, make=cls)
        return found

    def to_data(self) -> dict[str, Any]:
        """Plain data of schema `accord-case/1`; `Case.from_data` gives an equal case back."""
        from accord.base.estimate import casefile
        return casefile.to_data(self)
