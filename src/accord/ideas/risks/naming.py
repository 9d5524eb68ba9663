"""What a warning is about, inside a sentence."""

from django.utils.translation import gettext as _

from accord.base.people.models import Person
from accord.ideas.goals.models import GoalVersion, Initiative


def about(goal: GoalVersion | None, initiative: Initiative | None) -> str:
    """The work it is about, else the goal it threatens; nothing where nobody said."""
    return initiative.title if initiative else goal.title if goal else ""


def the(person: Person) -> str:
    """the Head of Claims; by name where nobody wrote down what they do."""
    return _("the %(job)s") % {"job": person.job} if person.job else person.name
