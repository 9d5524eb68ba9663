"""Pages of goals and initiatives."""

from .goals import change_goal, goal, goals, set_goal
from .initiatives import rename, rename_undo, serve, serve_again, serve_no_more

__all__ = ["change_goal", "goal", "goals", "rename", "rename_undo", "serve", "serve_again", "serve_no_more", "set_goal"]
