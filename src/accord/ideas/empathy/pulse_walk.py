"""The pages of a check-in: the standing questions, whether the goal is still right, and whether one was heard."""

from accord.ideas.listen import queries as listen

from . import walk
from .forms.pulse import GoalElseForm, GoalForm, GoalWhyForm, HeardForm, StandingForm
from .models import PULSE, Round, RoundPart
from .queries import pulse
from .rules.said import Said
from .rules.tally import GOAL

YES, DID_NOT_KNOW, SOMETHING_ELSE = GOAL


def _said_of_goal(answer: str) -> walk.Applies:
    return lambda row, said: row.goal_id is not None and said.goal == answer


def _asks_goal(row: Round, said: Said) -> bool:
    return row.goal_id is not None


def _was_told_something(part: RoundPart) -> bool:
    """Whether they said something that we could hear, since the check-in before this one asked them."""
    return listen.spoke(part.person_id, since=pulse.last_asked(part), until=part.asked_at)


walk.page("standing", 50, StandingForm, "empathy/guest_standing.html", lambda row, said: bool(row.standing))
walk.page("goal", 60, GoalForm, "empathy/guest_goal.html", _asks_goal)
walk.page("goal-why", 61, GoalWhyForm, "empathy/guest_goal_why.html", _said_of_goal(DID_NOT_KNOW))
walk.page("goal-else", 62, GoalElseForm, "empathy/guest_goal_else.html", _said_of_goal(SOMETHING_ELSE))
walk.page("heard", 70, HeardForm, "empathy/guest_heard.html", lambda row, said: row.kind == PULSE, _was_told_something)
