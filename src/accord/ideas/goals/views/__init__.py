"""Pages of goals and initiatives, and what people see at their link."""

from . import guest_agreement, guest_picture, guest_recall, guest_recall_match
from .delivery import lead, progress
from .drift import drift, drift_kind
from .effort import attention, effort, estimate, names
from .goals import change_goal, goal, goals, set_goal
from .importing import export_goals, import_goals, label_goal, labels
from .initiatives import rename, rename_undo, serve, serve_again, serve_no_more
from .links import contribute, end_link, set_speaker, still_right, tell, turn
from .recalls import recall, recall_close, recall_remind, recalls, start_recall
from .resets import call_reset, item_move, reset, reset_ask, reset_do, reset_open, resets, settle, wall
from .taking import import_effort

__all__ = [
    "attention",
    "call_reset",
    "change_goal",
    "contribute",
    "drift",
    "drift_kind",
    "effort",
    "end_link",
    "estimate",
    "export_goals",
    "goal",
    "goals",
    "guest_agreement",
    "guest_picture",
    "guest_recall",
    "guest_recall_match",
    "import_effort",
    "import_goals",
    "item_move",
    "label_goal",
    "labels",
    "lead",
    "names",
    "progress",
    "recall",
    "recall_close",
    "recall_remind",
    "recalls",
    "rename",
    "rename_undo",
    "reset",
    "reset_ask",
    "reset_do",
    "reset_open",
    "resets",
    "serve",
    "serve_again",
    "serve_no_more",
    "set_goal",
    "set_speaker",
    "settle",
    "start_recall",
    "still_right",
    "tell",
    "turn",
    "wall",
]
