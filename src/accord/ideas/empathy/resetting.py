"""After a reset both sides guess each other anew: only then is it over. Told by goals when everything is settled, and telling goals what it waits for."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.queries import slug
from accord.base.people.rules import Actor

from .actions.after_reset import ask_anew, ask_no_more
from .models import Round
from .queries.rounds import UNDER_WAY, load


@registry.reset_turned.register("empathy")
def reset_turned(*, by: Actor, reset_id: UUID, turn: str) -> None:
    """turn: `settled` or `stopped`."""
    (ask_anew if turn == "settled" else ask_no_more)(by=by, reset_id=reset_id)


@registry.reset_waits.register("empathy")
def both_sides_guess(*, reset_id: UUID) -> Iterator[registry.Waits]:
    """That not both sides have guessed each other anew."""
    for now in load(Round.objects.filter(UNDER_WAY, reset=reset_id)):
        told = _("Both sides guess each other once more: %(done)d of %(asked)d have.") % {"done": now.done, "asked": now.asked}
        yield registry.Waits(told, reverse("empathy:round", kwargs={"client": slug(), "round_id": now.row.id}))
