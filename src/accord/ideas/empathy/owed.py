"""What rounds ask of whom: rows of Today."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import clock, registry
from accord.base.people.guests import own_address, waits
from accord.base.people.queries import slug
from accord.base.people.rules import Actor

from .models import PULSE, Round, RoundPart
from .queries.rounds import UNDER_WAY, RoundNow, load


@registry.owed.register("empathy.answer", order=14)
def to_answer(*, by: Actor) -> Iterator[registry.Owed]:
    """Rounds that ask me and that I have not answered."""
    if by.person_id is None:
        return
    mine = RoundPart.objects.select_related("round__made_by").filter(person=by.person_id, answers=True, done=False)
    for part in mine.filter(round__closed_at=None, round__stopped_at=None):
        row = part.round
        title = row.title if row.kind == PULSE else _("What matters most to you? %(title)s") % {"title": row.title}
        detail = _("Until %(day)s. Nobody sees an answer before.") % {"day": date_format(row.closes_on, "j F")}
        yield waits("empathy.round", row.id, title, detail, own_address(slug(), "round", row.id), _("Answer"), part.asked_at, row.made_by, 2)


@registry.owed.register("empathy.rounds", order=31)
def to_close(*, by: Actor) -> Iterator[registry.Owed]:
    """For whoever started a round: everybody has answered, so it can be opened now."""
    for now in load(Round.objects.select_related("made_by").filter(UNDER_WAY, made_by=by.person_id)):
        if now.asked and now.done == now.asked:
            yield waits(
                "empathy.close", now.row.id, _("Everybody has answered: %(title)s") % {"title": now.row.title}, "", address(now), _("Open it"),
                clock.now(), now.row.made_by,
            )  # fmt: skip


def address(now: RoundNow) -> str:
    return reverse("empathy:round", kwargs={"client": slug(), "round_id": now.row.id})


def wrote(now: RoundNow) -> str:
    """How many have answered; all that is known before it is closed."""
    return ngettext("%(done)d of %(asked)d has answered", "%(done)d of %(asked)d have answered", now.asked) % {"done": now.done, "asked": now.asked}
