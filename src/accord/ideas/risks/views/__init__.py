"""The pages of warnings."""

from . import guest_answer, guest_carry, guest_mine, guest_raise, guest_seen  # noqa: F401  (what links show)
from .one import answer, estimate, look, louder, note, read, reopen, risk, say_more, see_too
from .register import handling, raise_warning, register

__all__ = [
    "answer",
    "estimate",
    "handling",
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
]
