"""What listening keeps: requests, what was asked and answered, what was said back, what nobody knows yet, and the question bank."""

from .asking import Answer, Asking, HandedOn, Question
from .bank import BankQuestion
from .finding import LadderStep, NotKnown
from .playback import HeardPulse, Playback, PlaybackOf, PlaybackVersion, Refusal, Reviewed, Sentence, Verdict
from .request import Joining, Request, RequestConfirmed

__all__ = [
    "Answer",
    "Asking",
    "BankQuestion",
    "HandedOn",
    "HeardPulse",
    "Joining",
    "LadderStep",
    "NotKnown",
    "Playback",
    "PlaybackOf",
    "PlaybackVersion",
    "Question",
    "Refusal",
    "Request",
    "RequestConfirmed",
    "Reviewed",
    "Sentence",
    "Verdict",
]
