"""A value case as plain data: what the rows say and what the engine, a file and an export read. Nothing here knows a database."""

from dataclasses import dataclass, field
from typing import Any

from .shape import Kind, Role


@dataclass(frozen=True)
class Said:
    """One range that counts: 9 in 10 between low and high. `by` is empty for an assumption."""

    low: float
    high: float
    typical: float | None = None
    by: str = ""
    basis: str = ""
    when: str = ""  # ISO date


@dataclass(frozen=True)
class Line:
    """A quantity with everything said about it that counts."""

    name: str
    label: str
    kind: Kind
    unit: str = ""
    note: str = ""
    question: str = ""
    said: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Step:
    """Something worked out."""

    name: str
    formula: str
    unit: str = ""
    note: str = ""


@dataclass(frozen=True)
class Choice:
    """An option."""

    name: str
    formula: str
    role: Role
    note: str = ""


@dataclass(frozen=True)
class Draft:
    """The whole case. `constants` are the settings a formula may name, such as years."""

    id: str
    title: str
    currency: str
    constants: tuple[tuple[str, float], ...] = ()
    lines: tuple[Line, ...] = ()
    steps: tuple[Step, ...] = ()
    choices: tuple[Choice, ...] = ()
    costs: dict[str, Any] = field(default_factory=dict)

    @property
    def silent(self) -> tuple[Line, ...]:
        """Quantities nobody has said anything about."""
        return tuple(line for line in self.lines if not line.said)

    @property
    def assumed(self) -> tuple[Line, ...]:
        """Quantities that rest on assumptions only."""
        return tuple(line for line in self.lines if line.said and not any(said.by for said in line.said))
