"""What is done with warnings: raised, answered, ended, and how they are handled."""

from .answering import accept, act, ask_back, decline, hand_over, look_again, note, read, reopen
from .ending import end_risk, record_event
from .handling import set_handling
from .raising import estimate, raise_risk, raise_unnamed, say_more, see_too, speak_louder

__all__ = [
    "accept",
    "act",
    "ask_back",
    "decline",
    "end_risk",
    "estimate",
    "hand_over",
    "look_again",
    "note",
    "raise_risk",
    "raise_unnamed",
    "read",
    "record_event",
    "reopen",
    "say_more",
    "see_too",
    "set_handling",
    "speak_louder",
]
