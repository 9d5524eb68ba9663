"""Goals with their versions, initiatives with the stages they reached, what serves what, where the work goes, how far it drifted, and resets."""

from .delivery import Progress
from .drift import DriftWeek
from .effort import COUNTED, DAYS, ESTIMATE, HOURS, SHARES, UNITS, Attention, Effort, EffortSheet, WorkName
from .goal import STATES, AlsoOwner, Goal, GoalTurn, GoalVersion
from .initiative import STAGES, Initiative, StageReached
from .label import Labelled, LabelSetChosen
from .recall import RecallAnswer, RecallAsked, RecallCheck, RecallMatch
from .reset import Picture, Reset, ResetGoal, ResetItem, ResetNote, ResetPart, ResetPoint
from .serves import KINDS, Confirmed, Serves, TeachBack, Told

__all__ = [
    "COUNTED",
    "DAYS",
    "ESTIMATE",
    "HOURS",
    "KINDS",
    "SHARES",
    "STAGES",
    "STATES",
    "UNITS",
    "AlsoOwner",
    "Attention",
    "Confirmed",
    "DriftWeek",
    "Effort",
    "EffortSheet",
    "Goal",
    "GoalTurn",
    "GoalVersion",
    "Initiative",
    "LabelSetChosen",
    "Labelled",
    "Picture",
    "Progress",
    "RecallAnswer",
    "RecallAsked",
    "RecallCheck",
    "RecallMatch",
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
    "WorkName",
]
