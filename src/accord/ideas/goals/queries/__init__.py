"""Reads about goals, initiatives and what serves what."""

from .contributors import LinkNow, LinkShown, links, links_of, list_links
from .delivery import DeliveryShown, deliveries, delivery_of, notes, show_delivery
from .drift import list_drift
from .effort import EffortShown, list_effort, list_work_names
from .exporting import export_goals
from .goals import GoalShown, above, goal, goals_of, lineage, list_goals, live_goals, newest_versions, owners, show_goal, shown_goals, version
from .importing import preview_import
from .initiatives import InitiativeShown, initiative, list_initiatives, open_count, show_initiative, shown, stage_of, stages
from .labels import LabelSetShown, label_set, label_shown, labels, list_label_sets
from .recalls import RecallShown, read_recall_check
from .resets import ResetShown, list_resets, show_reset
from .taking import preview_effort

__all__ = [
    "DeliveryShown",
    "EffortShown",
    "GoalShown",
    "InitiativeShown",
    "LabelSetShown",
    "LinkNow",
    "LinkShown",
    "RecallShown",
    "ResetShown",
    "above",
    "deliveries",
    "delivery_of",
    "export_goals",
    "goal",
    "goals_of",
    "initiative",
    "label_set",
    "label_shown",
    "labels",
    "lineage",
    "links",
    "links_of",
    "list_drift",
    "list_effort",
    "list_goals",
    "list_initiatives",
    "list_label_sets",
    "list_links",
    "list_resets",
    "list_work_names",
    "live_goals",
    "newest_versions",
    "notes",
    "open_count",
    "owners",
    "preview_effort",
    "preview_import",
    "read_recall_check",
    "show_delivery",
    "show_goal",
    "show_initiative",
    "show_reset",
    "shown",
    "shown_goals",
    "stage_of",
    "stages",
    "version",
]
