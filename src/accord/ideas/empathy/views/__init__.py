"""The pages of empathy."""

from . import guest_round
from .choosing import choose, export_ranking
from .rounds import close, perspectives, remind, round_page, rounds, start, stop

__all__ = ["choose", "close", "export_ranking", "guest_round", "perspectives", "remind", "round_page", "rounds", "start", "stop"]
