"""What a warning is about, inside a sentence."""

from accord.ideas.goals.models import GoalVersion, Initiative


def about(goal: GoalVersion | None, initiative: Initiative | None) -> str:
    """The work it is about, else the goal it threatens; nothing where nobody said."""
    return initiative.title if initiative else goal.title if goal else ""
