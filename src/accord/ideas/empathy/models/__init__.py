"""Rounds with what they ask and whom, the sealed sheets, and what was counted from them once a round was closed."""

from .choice import BY_HAND, TAKEN, Choice
from .outcome import Critical, Named, Outcome, Tally
from .round import BEST_WORST, HUNDRED, PULSE, ROUND, SHARES, TAKEN_IN, Round, RoundItem, RoundPart
from .sheet import Sheet

__all__ = [
    "BEST_WORST", "HUNDRED", "PULSE", "ROUND", "SHARES", "TAKEN_IN", "Critical", "Named", "Outcome", "Round", "RoundItem", "RoundPart", "Sheet", "Tally",
    "BY_HAND", "TAKEN", "Choice",
]  # fmt: skip
