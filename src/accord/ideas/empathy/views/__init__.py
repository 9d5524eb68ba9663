"""The pages of empathy."""

from . import guest_round
from .rounds import close, perspectives, remind, round_page, rounds, start, stop

__all__ = ["close", "guest_round", "perspectives", "remind", "round_page", "rounds", "start", "stop"]
