"""A value case: what is uncertain, what follows from it, and between what one chooses."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from accord.base.estimate.distributions import Distribution, Values
from accord.base.estimate.formula import Node


@dataclass(frozen=True)
class Quantity:
    """One uncertain input. `unit` is text; `said_by`, `basis`, `when` tell where the range comes from."""

    name: str
    distribution: Distribution
    unit: str = ""
    said_by: str = ""
    basis: str = ""
    when: str = ""


@dataclass(frozen=True)
class Derived:
    name: str
    text: str
    tree: Node


@dataclass(frozen=True)
class Option:
    """Something one could do; its formula is its net value. Bigger is better; all options share one unit."""

    name: str
    text: str
    tree: Node
    role: str = ""


@dataclass(frozen=True)
class Correlation:
    """Normal scores of `names` move together by `matrix` (symmetric, ones on the diagonal)."""

    names: tuple[str, ...]
    matrix: tuple[tuple[float, ...], ...]

    def root(self) -> Values:
        return np.asarray(np.linalg.cholesky(np.array(self.matrix)))


@dataclass(frozen=True)
class Case:
    id: str
    title: str
    quantities: tuple[Quantity, ...]
    options: tuple[Option, ...]
    derived: tuple[Derived, ...] = ()
    constants: tuple[tuple[str, float], ...] = ()
    correlation: Correlation | None = None
    groups: tuple[tuple[str, ...], ...] = ()
    unit: str = ""
    factors: dict[str, float] = field(default_factory=dict, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(quantity.name for quantity in self.quantities)
