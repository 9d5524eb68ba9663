"""What is done in empathy: rounds are opened, answered, closed."""

from .answering import answer, put_down, take_step
from .choosing import record_choice
from .closing import close_round
from .rounds import ask_too, end_part, remind, start_round, stop_round
from .sharing import share_points

__all__ = [
    "answer", "ask_too", "close_round", "end_part", "put_down", "record_choice", "remind", "share_points", "start_round", "stop_round",
    "take_step",
]  # fmt: skip
