"""Pages of goals and initiatives, and what people see at their link."""

from . import guest_agreement
from .goals import change_goal, goal, goals, set_goal
from .initiatives import rename, rename_undo, serve, serve_again, serve_no_more
from .links import contribute, end_link, set_speaker, still_right, tell, turn

__all__ = [
    "change_goal",
    "contribute",
    "end_link",
    "goal",
    "goals",
    "guest_agreement",
    "rename",
    "rename_undo",
    "serve",
    "serve_again",
    "serve_no_more",
    "set_goal",
    "set_speaker",
    "still_right",
    "tell",
    "turn",
]
