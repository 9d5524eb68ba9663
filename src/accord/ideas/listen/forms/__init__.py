"""The forms of listening."""

from .answering import HandOnForm, answer_form
from .asking import AskForm, NoteForm
from .bank import WordingForm
from .finding import MoveOnForm, NotKnownForm, StepForm
from .playback import ConfirmRequestForm, PlaybackForm, PulseForm, RefuseForm, WritingForm
from .request import RequestForm

__all__ = [
    "AskForm",
    "ConfirmRequestForm",
    "HandOnForm",
    "MoveOnForm",
    "NotKnownForm",
    "NoteForm",
    "PlaybackForm",
    "PulseForm",
    "RefuseForm",
    "RequestForm",
    "StepForm",
    "WordingForm",
    "WritingForm",
    "answer_form",
]
