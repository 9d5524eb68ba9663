"""Goals with their versions, initiatives with the stages they reached, what serves what, how far it drifted, and resets."""

from .delivery import Progress
from .drift import DriftWeek
from .goal import STATES, AlsoOwner, Goal, GoalTurn, GoalVersion
from .initiative import STAGES, Initiative, StageReached
from .label import Labelled, LabelSetChosen
from .reset import Picture, Reset, ResetGoal, ResetItem, ResetNote, ResetPart, ResetPoint
from .serves import KINDS, Confirmed, Serves, TeachBack, Told

__all__ = [
    "KINDS",
    "STAGES",
    "STATES",
    "AlsoOwner",
    "Confirmed",
    "DriftWeek",
    "Goal",
    "GoalTurn",
    "GoalVersion",
    "Initiative",
    "LabelSetChosen",
    "Labelled",
    "Picture",
    "Progress",
    "Reset",
    "ResetGoal",
    "ResetItem",
    "ResetNote",
    "ResetPart",
    "ResetPoint",
    "Serves",
    "StageReached",
    "TeachBack",
    "Told",
]
