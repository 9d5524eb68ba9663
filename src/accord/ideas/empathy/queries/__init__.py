"""Reads about rounds. Nothing that was said is read here before a round is closed, but by whoever said it."""

from . import choosing
from .agenda import list_agenda
from .revealed import revealed, show_round
from .rounds import Mine, RoundNow, RoundShown, asked_ids, list_rounds, my_round, newest_closed, now, open_rounds, part, round_of, said, sets_of
from .seats import show_seat
from .strings import list_strings
from .taking_in import preview_ratings

__all__ = [
    "Mine",
    "RoundNow",
    "RoundShown",
    "asked_ids",
    "choosing",
    "list_agenda",
    "list_rounds",
    "list_strings",
    "my_round",
    "newest_closed",
    "now",
    "open_rounds",
    "part",
    "preview_ratings",
    "revealed",
    "round_of",
    "said",
    "sets_of",
    "show_round",
    "show_seat",
]
