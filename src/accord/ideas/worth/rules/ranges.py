"""One range, read with its quantity: whether it can be used, and the twenty futures it stands for."""

from accord.base import estimate
from accord.base.estimate import Kind, Range, units

from .draft import Line

PLAIN = units.Dimension()


def whole_of(unit: str) -> float:
    """What a share is a part of: 100 for “of 100” and per cent, otherwise 1. Raises UnitError."""
    found = units.read(unit)
    return 1 / found.factor if found.dimension == PLAIN and found.factor < 1 else 1.0


def range_of(line: Line, low: float, high: float, typical: float | None = None) -> Range:
    return Range(low, high, typical, line.kind, whole_of(line.unit), line.stop)


def check(line: Line, low: float, high: float, typical: float | None = None) -> tuple[float, ...]:
    """The twenty equally likely values. Raises RangeError with the field and what to do."""
    return estimate.twenty(range_of(line, low, high, typical))


def drawn_as(kind: Kind, unit: str) -> str:
    """How the page draws it while it is typed: amount, share or any."""
    if kind in (Kind.SHARE, Kind.CHANCE):
        return "share" if whole_of(unit) == 100 else "any"
    return "any" if kind is Kind.NUMBER else "amount"
