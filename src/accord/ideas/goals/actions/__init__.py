"""What is done to goals, initiatives and the links between them."""

from .agreement import confirm, teach_back, tell
from .delivery import note_progress
from .drift import keep_week
from .effort import Share, estimate_effort, note_effort, set_attention
from .goals import change_goal, set_goal, still_right, turn_goal
from .importing import TakenIn, import_goals
from .initiatives import open_initiative, reach, rename_back, rename_initiative, set_lead, take_up_again
from .labels import choose_labels, label_goal
from .links import contribute, end_link, serve, serve_no_more, set_speaker
from .meeting import add_item, look_again, move_item, note_minutes, note_point
from .recalling import answer_recall, close_recall_check, decline_recall, match_recall, remind_recall, start_recall_check
from .resets import ask_again, call_reset, invite_to_reset, open_pictures, picture, settle, stop_reset
from .taking import EffortTakenIn, import_effort, match_work

__all__ = [
    "EffortTakenIn",
    "Share",
    "TakenIn",
    "add_item",
    "answer_recall",
    "ask_again",
    "call_reset",
    "change_goal",
    "choose_labels",
    "close_recall_check",
    "confirm",
    "contribute",
    "decline_recall",
    "end_link",
    "estimate_effort",
    "import_effort",
    "import_goals",
    "invite_to_reset",
    "keep_week",
    "label_goal",
    "look_again",
    "match_recall",
    "match_work",
    "move_item",
    "note_effort",
    "note_minutes",
    "note_point",
    "note_progress",
    "open_initiative",
    "open_pictures",
    "picture",
    "reach",
    "remind_recall",
    "rename_back",
    "rename_initiative",
    "serve",
    "serve_no_more",
    "set_attention",
    "set_goal",
    "set_lead",
    "set_speaker",
    "settle",
    "start_recall_check",
    "still_right",
    "stop_reset",
    "take_up_again",
    "teach_back",
    "tell",
    "turn_goal",
]
