"""A hundred points to give away: whoever raises one thing has to lower another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import fsum, isfinite

from .faults import Fault

ALL = 100.0
NEAR = 0.05  # of a point: thirds to one or two places do not add up


@dataclass(frozen=True)
class Hundred:
    """shares: of each item, adding up to 100; empty when there is a fault."""

    shares: dict[str, float] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def hundred(points: Mapping[str, float | None], *, exactly: bool = True) -> Hundred:
    """None is no points. exactly: they have to add up to 100 already, as on a form; otherwise any sum is brought to 100, as from a sheet.

    Faults: `below` (an item has fewer than 0), `no_number` (infinite, or not a number), `none` (no points were given),
    `too_few` and `too_many` with the number of points that are left to give, or to take back.
    """
    given = {item: float(told or 0) for item, told in points.items()}
    faults = [Fault("no_number", item) for item, told in given.items() if not isfinite(told)]
    faults += [Fault("below", item, told) for item, told in given.items() if isfinite(told) and told < 0]
    if faults:
        return Hundred(faults=tuple(faults))
    total = fsum(given.values())
    if not total:
        return Hundred(faults=(Fault("none"),))
    if exactly and abs(total - ALL) > NEAR:
        return Hundred(faults=(Fault("too_few", number=ALL - total) if total < ALL else Fault("too_many", number=total - ALL),))
    return Hundred({item: told * ALL / total for item, told in given.items()})
