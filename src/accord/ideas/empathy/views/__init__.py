"""The pages of empathy."""

from . import guest_round
from .agenda import agenda, hand_to_reset, put_on_agenda, settle_agenda_item
from .check_ins import ask_now, cadence, check_in, check_ins, pause, resume, strings
from .choosing import choose, export_ranking
from .hearing import ask_more, hearing
from .put_down import put_down
from .rounds import close, perspectives, remind, round_page, rounds, start, stop
from .seats import seat, seats
from .taking_in import import_ratings
from .unheard import ask_too

__all__ = [
    "agenda",
    "ask_more",
    "ask_now",
    "ask_too",
    "cadence",
    "check_in",
    "check_ins",
    "choose",
    "close",
    "export_ranking",
    "guest_round",
    "hand_to_reset",
    "hearing",
    "import_ratings",
    "pause",
    "perspectives",
    "put_down",
    "put_on_agenda",
    "remind",
    "resume",
    "round_page",
    "rounds",
    "seat",
    "seats",
    "settle_agenda_item",
    "start",
    "stop",
    "strings",
]
