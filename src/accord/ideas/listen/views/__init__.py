"""Pages of listening: filing, the conversation, writing a playback, the bank, and what people see at their link."""

from . import guest_playback, guest_question, guest_request  # declare the pages of the links, and the same pages without one
from .asking import ask, note
from .bank import question_bank
from .conversation import add_step, conversation, keep, move_on, not_known, nudge, nudge_playback, take_back, take_out_step
from .requests import join, new
from .writing import write

__all__ = [
    "add_step",
    "ask",
    "conversation",
    "guest_playback",
    "guest_question",
    "guest_request",
    "join",
    "keep",
    "move_on",
    "new",
    "not_known",
    "note",
    "nudge",
    "nudge_playback",
    "question_bank",
    "take_back",
    "take_out_step",
    "write",
]
