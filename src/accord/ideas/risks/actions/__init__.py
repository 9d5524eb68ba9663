"""What is done with warnings: raised, answered, ended, and how they are handled."""

from .answering import accept, act, ask_back, decline, hand_over, look_again, note, read, reopen
from .asking import ask_for_warnings, ask_to_carry, ask_whether_meant, ask_who_sees, pass_on, raise_by_link
from .board import refresh_board, renew_speak_link
from .ending import end_risk, record_event
from .handling import set_handling
from .heard import ask_reporter, decline_report, give_credit, hear_report, join_report, note_report, say_for_reporter, word_report
from .mixing import mix, wipe
from .raising import estimate, raise_risk, raise_unnamed, say_more, see_too, speak_louder
from .record import end_with
from .signs import dismiss_sign, look_for_signs, raise_from, take_sign
from .spooling import drop
from .taking_in import RisksTakenIn, import_risks
from .tolerance import Point, set_tolerance
from .treating import add_treatment, end_treatment, take_treatment

__all__ = [
    "Point",
    "RisksTakenIn",
    "accept",
    "act",
    "add_treatment",
    "ask_back",
    "ask_for_warnings",
    "ask_reporter",
    "ask_to_carry",
    "ask_whether_meant",
    "ask_who_sees",
    "decline",
    "decline_report",
    "dismiss_sign",
    "drop",
    "end_risk",
    "end_treatment",
    "end_with",
    "estimate",
    "give_credit",
    "hand_over",
    "hear_report",
    "import_risks",
    "join_report",
    "look_again",
    "look_for_signs",
    "mix",
    "note",
    "note_report",
    "pass_on",
    "raise_by_link",
    "raise_from",
    "raise_risk",
    "raise_unnamed",
    "read",
    "record_event",
    "refresh_board",
    "renew_speak_link",
    "reopen",
    "say_for_reporter",
    "say_more",
    "see_too",
    "set_handling",
    "set_tolerance",
    "speak_louder",
    "take_sign",
    "take_treatment",
    "wipe",
    "word_report",
]
