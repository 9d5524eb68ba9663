"""After a reset both sides guess each other anew: only then is it over. Told by goals when everything is settled, and telling goals when it is done."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import clock, registry
from accord.base.people.queries import slug
from accord.base.people.rules import Actor
from accord.ideas.goals.models import ResetGoal, ResetPart

from .actions.rounds import invite, put_items
from .actions.rounds import stop as stop_one
from .models import Round
from .queries.rounds import UNDER_WAY, load

TIME = timedelta(days=14)  # to answer; it closes with the last answer


@registry.reset_turned.register("empathy")
def ask_anew(*, by: Actor, reset_id: UUID, turn: str) -> None:
    """Ask whoever takes part in a reset what its goals matter to them now, and what the other side would say: once, when all is settled."""
    rows = Round.objects.filter(reset=reset_id)
    if turn == "stopped":
        for row in rows.filter(UNDER_WAY):
            stop_one(by=by, row=row, reason=_("The reset was called off."))
    elif not rows.exists():
        _open(by, reset_id)


def _open(by: Actor, reset_id: UUID) -> None:
    settled = list(ResetGoal.objects.select_related("after").filter(reset=reset_id).order_by("id"))
    people = list(ResetPart.objects.filter(reset=reset_id, person__left_at=None).values_list("person_id", flat=True))
    if not people:
        return
    row = Round.objects.create(
        title=_("After the reset"), why=_("You agreed on this together. How much does it matter to you now, and to the other side?"),
        closes_on=clock.today() + TIME, made_by_id=by.person_id, reset_id=reset_id,
    )  # fmt: skip
    put_items(row, (), [one.goal_id for one in settled])
    invite(by=by, row=row, person_ids=people, both=False)


@registry.reset_waits.register("empathy")
def both_sides_guess(*, reset_id: UUID) -> Iterator[registry.Waits]:
    """That not both sides have guessed each other anew."""
    for now in load(Round.objects.filter(UNDER_WAY, reset=reset_id)):
        told = _("Both sides guess each other once more: %(done)d of %(asked)d have.") % {"done": now.done, "asked": now.asked}
        yield registry.Waits(told, reverse("empathy:round", kwargs={"client": slug(), "round_id": now.row.id}))
