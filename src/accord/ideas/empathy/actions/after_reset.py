"""The round that follows a reset: whoever took part guesses the other side anew."""

from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from accord.base import clock
from accord.base.people.rules import Actor
from accord.ideas.goals.models import ResetGoal, ResetPart

from ..models import Round
from ..queries.rounds import UNDER_WAY
from .rounds import invite, put_items, stop

TIME = timedelta(days=14)  # to answer; it closes with the last answer


def ask_anew(*, by: Actor, reset_id: UUID) -> None:
    """Ask whoever takes part in a reset what its goals matter to them now, and what the other side would say: once. Inside the act that settled it."""
    if Round.objects.filter(reset=reset_id).exists():
        return
    people = list(ResetPart.objects.filter(reset=reset_id, person__left_at=None).values_list("person_id", flat=True))
    if not people:
        return
    row = Round.objects.create(
        title=_("After the reset"), why=_("You agreed on this together. How much does it matter to you now, and to the other side?"),
        closes_on=clock.today() + TIME, made_by_id=by.person_id, reset_id=reset_id,
    )  # fmt: skip
    put_items(row, (), ResetGoal.objects.filter(reset=reset_id).order_by("id").values_list("goal_id", flat=True))
    invite(by=by, row=row, person_ids=people, both=False)


def ask_no_more(*, by: Actor, reset_id: UUID) -> None:
    """The reset was called off, and its round with it. Inside the act that did so."""
    for row in Round.objects.filter(UNDER_WAY, reset=reset_id):
        stop(by=by, row=row, reason=_("The reset was called off."))
