"""The pages of empathy."""

from . import guest_round
from .check_ins import ask_now, cadence, check_in, check_ins, pause, resume, strings, worry
from .choosing import choose, export_ranking
from .rounds import close, perspectives, remind, round_page, rounds, start, stop
from .taking_in import import_ratings

__all__ = [
    "ask_now",
    "cadence",
    "check_in",
    "check_ins",
    "choose",
    "close",
    "export_ranking",
    "guest_round",
    "import_ratings",
    "pause",
    "perspectives",
    "remind",
    "resume",
    "round_page",
    "rounds",
    "start",
    "stop",
    "strings",
    "worry",
]
