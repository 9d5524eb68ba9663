"""What is done with warnings: raised, answered, ended, and how they are handled."""

from .answering import accept, act, ask_back, decline, hand_over, look_again, note, read, reopen
from .asking import ask_for_warnings, ask_to_carry, ask_whether_meant, ask_who_sees, pass_on, raise_by_link
from .ending import end_risk, record_event
from .handling import set_handling
from .raising import estimate, raise_risk, raise_unnamed, say_more, see_too, speak_louder

__all__ = [
    "accept",
    "act",
    "ask_back",
    "ask_for_warnings",
    "ask_to_carry",
    "ask_whether_meant",
    "ask_who_sees",
    "decline",
    "end_risk",
    "estimate",
    "hand_over",
    "look_again",
    "note",
    "pass_on",
    "raise_by_link",
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
