"""The eight things to know before a solution is looked for, and how much of them is known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

ASPECTS = ("goal", "if_not", "day_to_day", "new_risk_or_effort", "impact_numbers", "people_and_politics", "done_means", "tried_so_far")
MANDATORY = ("goal", "if_not", "day_to_day")
STATES = ("open", "unknown_owned", "answered", "confirmed")  # in the order in which an aspect passes through them
MIN_CONFIRMED = 0.8  # a choice of ours, no source gives the number


@dataclass(frozen=True)
class Coverage:
    """Weighted shares from 0 to 1, None when nothing has a weight. coverage: not open; answered: told or confirmed; open: aspects, by name."""

    coverage: float | None
    answered: float | None
    confirmed: float | None
    open: list[str]
    ready: bool


def coverage(
    states: Mapping[str, str], *, weights: Mapping[str, float] | None = None, mandatory: Iterable[str] = MANDATORY, min_confirmed: float = MIN_CONFIRMED
) -> Coverage:
    """How much is known. states: aspect -> one of STATES. An aspect without a weight weighs 1; a mandatory one that is not there counts as open.

    `ready` means that no mandatory aspect is open and at least `min_confirmed` of the weight is confirmed; it is information, never a gate.
    Raises ValueError for a state that is not one.
    """
    if unknown := sorted({state for state in states.values() if state not in STATES}):
        raise ValueError(f"not a state of an aspect: {', '.join(unknown)}")
    weight = {name: float((weights or {}).get(name, 1.0)) for name in states}

    def share(*counted: str) -> float | None:
        whole = sum(weight.values())
        return sum(weight[name] for name, state in states.items() if state in counted) / whole if whole else None

    open_ = sorted(name for name, state in states.items() if state == "open")
    confirmed = share("confirmed")
    ready = confirmed is not None and confirmed >= min_confirmed and all(states.get(name, "open") != "open" for name in mandatory)
    return Coverage(share("unknown_owned", "answered", "confirmed"), share("answered", "confirmed"), confirmed, open_, ready)
