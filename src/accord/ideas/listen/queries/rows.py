"""What the list of initiatives shows about listening, for all of them at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accord.base.people.models import Person

from . import hearing, waiting
from .hearing import Material


@dataclass(frozen=True)
class ListenRow:
    """why_line: one line of why. confirmed of total: sentences. next_person and next_what: whose turn it is; waiting_since while a person waits."""

    why_line: str
    said: str  # the first words of the request
    confirmed: int
    total: int
    next_person: Person | None
    next_what: str
    waiting_since: datetime | None


def rows(initiative_ids: Iterable[UUID], me: UUID | None = None) -> dict[UUID, ListenRow]:
    """A constant number of queries, however many initiatives. me: who looks at the list."""
    return {id: row_of(found, me) for id, found in hearing.material(initiative_ids).items()}


def row_of(found: Material, me: UUID | None = None) -> ListenRow:
    stands = hearing.standing(found)
    person, what, since = _next(found, me)
    said = found.request.problem if found.request else ""
    return ListenRow(_why(found) or said, said, sum(1 for _back, one in stands if one.confirmed), len(stands), person, what, since)


def _why(found: Material) -> str:
    """The confirmed goal, else what happens if not, else any confirmed sentence."""
    confirmed = [one.sentence for _back, one in hearing.standing(found) if one.confirmed]
    for aspect in ("goal", "if_not", "day_to_day"):
        for sentence in confirmed:
            if sentence.aspect == aspect:
                return sentence.words
    return confirmed[0].words if confirmed else ""


def _next(found: Material, me: UUID | None) -> tuple[Person | None, str, datetime | None]:
    """Whoever has waited longest for us comes first, then those we wait for."""
    request = found.request
    for back in waiting.to_review(found):
        return back.person, _("corrected what we heard"), back.last_word_at
    for one in waiting.to_say_back(found, me):
        if one.last:
            return one.person, _("answered, not played back yet") if one.by_link else _("told us, not played back yet"), one.last.at
    for back in waiting.unconfirmed(found):
        return back.person, _("to say whether we heard right"), None
    for one in waiting.unanswered(found):
        return one.person, _("to answer a question"), None
    if request and request.asked_by_id == me:
        return None, "", None
    return (request.asked_by, _("asked"), request.filed_at) if request and not found.playbacks else (None, "", None)
