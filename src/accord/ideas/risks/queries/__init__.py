"""What is read of warnings: one, many by the day they would bite, what was said of each, and how a client handles them."""

from .handling import HandlingNow, handling
from .risks import RiskShown, risk
from .said import Told, told, told_of, turns_of

__all__ = ["HandlingNow", "RiskShown", "Told", "handling", "risk", "told", "told_of", "turns_of"]
