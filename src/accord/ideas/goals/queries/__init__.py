"""Reads about goals, initiatives and what serves what."""

from .contributors import LinkNow, LinkShown, links, list_links
from .goals import GoalShown, above, goal, goals_of, lineage, list_goals, live_goals, newest_versions, owners, show_goal, shown_goals, version
from .initiatives import InitiativeShown, initiative, list_initiatives, open_count, show_initiative, shown, stage_of, stages

__all__ = [
    "GoalShown",
    "InitiativeShown",
    "LinkNow",
    "LinkShown",
    "above",
    "goal",
    "goals_of",
    "initiative",
    "lineage",
    "links",
    "list_goals",
    "list_initiatives",
    "list_links",
    "live_goals",
    "newest_versions",
    "open_count",
    "owners",
    "show_goal",
    "show_initiative",
    "shown",
    "shown_goals",
    "stage_of",
    "stages",
    "version",
]
