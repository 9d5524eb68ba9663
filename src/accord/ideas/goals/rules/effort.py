"""Whether the work goes where the priorities are."""

from collections.abc import Mapping
from dataclasses import dataclass

SHOWN_FROM = 0.8  # the share of effort that must be tied to goals before the comparison says anything
NOISE = 0.1  # of the whole; a smaller gap is none


@dataclass(frozen=True)
class Mismatch:
    """tv: half the sum of the gaps, from 0 (in step) to 1 (nothing in common). to_move: effort in its own unit that would have to go elsewhere.
    gap: share of effort less share of priority. over and under: where most goes too much and too little."""

    tv: float
    to_move: float
    gap: dict[str, float]
    over: str
    under: str


def mismatch(effort: Mapping[str, float], priority: Mapping[str, float]) -> Mismatch | None:
    """By goal; effort that serves none stands under a name of its own. None while either side is empty."""
    spent, wanted = sum(effort.values()), sum(priority.values())
    if not spent or not wanted:
        return None
    gap = {name: effort.get(name, 0) / spent - priority.get(name, 0) / wanted for name in sorted({*effort, *priority})}
    tv = sum(map(abs, gap.values())) / 2
    return Mismatch(tv, tv * spent, gap, max(gap, key=lambda name: (gap[name], name)), min(gap, key=lambda name: (gap[name], name)))
