"""Rounds with what they ask and whom, the sealed sheets, and what was counted from them once a round was closed."""

from .agenda import AgendaItem, Hearing, HearingAnswer
from .choice import BY_HAND, EQUAL, TAKEN, Choice
from .outcome import Critical, Named, Outcome, Tally
from .pulse import STANDING, Cadence, CadencePerson, OtherGoal, Pause, Thanks
from .round import BEST_WORST, HUNDRED, PULSE, ROUND, SHARES, TAKEN_IN, Round, RoundItem, RoundPart
from .sheet import Sheet

__all__ = [
    "BEST_WORST",
    "BY_HAND",
    "EQUAL",
    "HUNDRED",
    "PULSE",
    "ROUND",
    "SHARES",
    "STANDING",
    "TAKEN",
    "TAKEN_IN",
    "AgendaItem",
    "Cadence",
    "CadencePerson",
    "Choice",
    "Critical",
    "Hearing",
    "HearingAnswer",
    "Named",
    "OtherGoal",
    "Outcome",
    "Pause",
    "Round",
    "RoundItem",
    "RoundPart",
    "Sheet",
    "Tally",
    "Thanks",
]
