"""The rules of listening, without a database: plain values in, frozen answers out.

`aspects` says how much is known, `playback` and `ladder` measure listening, `pulse` tells whether people felt heard, `hints` reads a request,
`lens` marks words of ours that the speaker did not use, `similar` finds requests about the same thing, `bank` words the questions.
Word lists and patterns are data, one file for each language, in `words/`. A hint is only a hint: it suggests a question and never blocks.
"""

from accord.base.estimate.shares import wilson
from accord.ideas.goals.rules import is_copied

from .aspects import ASPECTS, MANDATORY, STATES, Coverage, coverage
from .bank import LANGUAGES, bank_question
from .hints import RequestHint, Smells, request_hint, smells
from .ladder import TOP, Ladder, ladder
from .lens import Mark, Piece, lens, pieces
from .playback import PlaybackMeasure, Played, playback_measure
from .pulse import Pulse, pulse
from .similar import Hit, similar

__all__ = [
    "ASPECTS",
    "LANGUAGES",
    "MANDATORY",
    "STATES",
    "TOP",
    "Coverage",
    "Hit",
    "Ladder",
    "Mark",
    "Piece",
    "PlaybackMeasure",
    "Played",
    "Pulse",
    "RequestHint",
    "Smells",
    "bank_question",
    "coverage",
    "is_copied",
    "ladder",
    "lens",
    "pieces",
    "playback_measure",
    "pulse",
    "request_hint",
    "similar",
    "smells",
    "wilson",
]
