"""Goals with their versions, initiatives with the stages they reached, and what serves what."""

from .goal import STATES, AlsoOwner, Goal, GoalTurn, GoalVersion
from .initiative import STAGES, Initiative, StageReached
from .serves import KINDS, Confirmed, Serves, TeachBack, Told

__all__ = [
    "KINDS",
    "STAGES",
    "STATES",
    "AlsoOwner",
    "Confirmed",
    "Goal",
    "GoalTurn",
    "GoalVersion",
    "Initiative",
    "Serves",
    "StageReached",
    "TeachBack",
    "Told",
]
