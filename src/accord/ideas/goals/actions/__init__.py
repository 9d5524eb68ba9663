"""What is done to goals, initiatives and the links between them."""

from .agreement import confirm, teach_back, tell
from .goals import change_goal, set_goal, still_right, turn_goal
from .initiatives import open_initiative, reach, rename_back, rename_initiative, set_lead, take_up_again
from .links import contribute, end_link, serve, serve_no_more, set_speaker

__all__ = [
    "change_goal",
    "confirm",
    "contribute",
    "end_link",
    "open_initiative",
    "reach",
    "rename_back",
    "rename_initiative",
    "serve",
    "serve_no_more",
    "set_goal",
    "set_lead",
    "set_speaker",
    "still_right",
    "take_up_again",
    "teach_back",
    "tell",
    "turn_goal",
]
