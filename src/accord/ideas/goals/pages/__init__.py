"""What the pages of goals are built from: one typed context each."""

from .goals import ChangedPanel, GoalPage, GoalsPage, found_in, goal_page, goals_page, since_agreed

__all__ = ["ChangedPanel", "GoalPage", "GoalsPage", "found_in", "goal_page", "goals_page", "since_agreed"]
