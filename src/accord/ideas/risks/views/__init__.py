"""The pages of warnings."""

from . import guest_answer, guest_carry, guest_mine, guest_raise, guest_seen  # noqa: F401  (what links show)
from .one import answer, estimate, look, louder, note, read, reopen, risk, say_more, see_too
from .record import came_true, came_true_new, end
from .register import handling, raise_warning, register
from .signs import set_sign_aside, signs
from .taking_in import export_risks, import_risks
from .tolerance import tolerance
from .treatments import add_treatment, end_treatment, take_treatment

__all__ = [
    "add_treatment",
    "answer",
    "came_true",
    "came_true_new",
    "end",
    "end_treatment",
    "estimate",
    "export_risks",
    "handling",
    "import_risks",
    "look",
    "louder",
    "note",
    "raise_warning",
    "read",
    "register",
    "reopen",
    "risk",
    "say_more",
    "see_too",
    "set_sign_aside",
    "signs",
    "take_treatment",
    "tolerance",
]
