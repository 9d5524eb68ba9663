"""What warnings tell of an initiative. Names stand with what somebody said and answered in time; none with a day that passed."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.rules import Actor

from .models import ACCEPTS, ACTS, DECLINES, ENDS, OPEN, REOPENED, UNNAMED, Risk, Turn
from .owed import warning_page


@registry.story.register("risks", order=45)
def told(*, by: Actor, initiative_id: UUID) -> Iterator[registry.Happened]:
    if not by.may("risks.read"):
        return
    rows = {row.id: row for row in Risk.objects.select_related("raised_by").filter(initiative=initiative_id)}
    for row in rows.values():
        if row.how != UNNAMED:  # of one without a name only the week is known, so it has no place among moments
            yield registry.Happened(row.at, _raised(row), Truncator(row.sees).chars(200), warning_page(row))
    for turn in Turn.objects.select_related("by", "risk__ending__event").filter(risk__in=rows, kind__in=[ACTS, ACCEPTS, DECLINES, ENDS, REOPENED]):
        yield registry.Happened(turn.at, _turned(turn), Truncator(turn.words).chars(200) if turn.by_id else "", warning_page(turn.risk))


def _raised(row: Risk) -> str:
    if row.how == OPEN and row.raised_by:
        return _("The %(who)s warned early:") % {"who": row.raised_by.job} if row.raised_by.job else _("%(who)s warned early:") % {"who": row.raised_by.name}
    return _("Somebody warned early:")


def _turned(turn: Turn) -> str:
    if turn.kind == ENDS:
        ending = getattr(turn.risk, "ending", None)
        return _("What was warned of came true.") if ending and ending.came_true else _("What was warned of did not come true.")
    return {
        ACTS: _("Answered, something changes:"),
        ACCEPTS: _("Answered, accepted for a time:"),
        DECLINES: _("Answered, declined with a reason:"),
        REOPENED: _("Open again."),
    }[turn.kind]
