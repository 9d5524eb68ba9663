"""The pages of warnings."""

from . import guest_answer, guest_carry, guest_mine, guest_raise, guest_seen  # noqa: F401  (what links show)
from .asking import ask, ask_too
from .heard import credit, heard, join, report, word
from .one import answer, estimate, look, louder, note, read, reopen, risk, say_more, see_too
from .record import came_true, came_true_new, end
from .register import handling, raise_warning, register
from .signs import set_sign_aside, signs
from .speaking import speaking
from .taking_in import export_risks, import_risks
from .tolerance import tolerance
from .treatments import add_treatment, end_treatment, take_treatment

__all__ = [
    "add_treatment",
    "answer",
    "ask",
    "ask_too",
    "came_true",
    "came_true_new",
    "credit",
    "end",
    "end_treatment",
    "estimate",
    "export_risks",
    "handling",
    "heard",
    "import_risks",
    "join",
    "look",
    "louder",
    "note",
    "raise_warning",
    "read",
    "register",
    "reopen",
    "report",
    "risk",
    "say_more",
    "see_too",
    "set_sign_aside",
    "signs",
    "speaking",
    "take_treatment",
    "tolerance",
    "word",
]
