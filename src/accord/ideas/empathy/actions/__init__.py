"""What is done in empathy: rounds are opened, answered, closed; what came out is talked about, and who stands alone is asked more."""

from .agenda import hand_to_reset, put_on_agenda, settle_agenda_item
from .answering import answer, put_down, take_step
from .check_ins import open_check_in, pause_check_ins, resume_check_ins, set_cadence
from .choosing import record_choice
from .closing import close_round
from .hearing import ask_more, read_hearing, tell_more
from .rounds import ask_too, end_part, remind, start_round, stop_round
from .sharing import share_points
from .taking_in import take_in_ratings
from .thanks import give_thanks

__all__ = [
    "answer",
    "ask_more",
    "ask_too",
    "close_round",
    "end_part",
    "give_thanks",
    "hand_to_reset",
    "open_check_in",
    "pause_check_ins",
    "put_down",
    "put_on_agenda",
    "read_hearing",
    "record_choice",
    "remind",
    "resume_check_ins",
    "set_cadence",
    "settle_agenda_item",
    "share_points",
    "start_round",
    "stop_round",
    "take_in_ratings",
    "take_step",
    "tell_more",
]
