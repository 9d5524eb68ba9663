"""What is done in listening: filing, asking, answering, saying back, being corrected, finding out."""

from .answering import answer, hand_on, note_answer
from .asking import Asked, Put, ask, nudge, take_back
from .bank import change_question
from .finding import add_step, move_on, not_known, take_out_step
from .playback import PlayedBack, Said, nudge_playback, play_back, review, save_draft, set_aside
from .request import Filed, confirm_request, file_request, join_request
from .verdicts import Word, give_pulse, refuse, say_to_sentences

__all__ = [
    "Asked",
    "Filed",
    "PlayedBack",
    "Put",
    "Said",
    "Word",
    "add_step",
    "answer",
    "ask",
    "change_question",
    "confirm_request",
    "file_request",
    "give_pulse",
    "hand_on",
    "join_request",
    "move_on",
    "not_known",
    "note_answer",
    "nudge",
    "nudge_playback",
    "play_back",
    "refuse",
    "review",
    "save_draft",
    "say_to_sentences",
    "set_aside",
    "take_back",
    "take_out_step",
]
