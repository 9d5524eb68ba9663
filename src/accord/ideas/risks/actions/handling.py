"""Setting how a client handles warnings."""

from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import journal, registry
from accord.base.people import queries as people
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from ..models import Handling, Listener, NextVoice
from ..queries.handling import ANSWER_DAYS, READ_DAYS, HandlingShown
from .board import refresh_board
from .words import BOTH

MOST_LISTENERS = 3


def _shown(row: Handling) -> HandlingShown:
    return HandlingShown.now()


@registry.action("risks.set_handling", may="risks.edit", doors=BOTH, shows=_shown)
def set_handling(
    *,
    by: Actor,
    read_days: Annotated[int, Field(description="Days until whoever must answer says that they read it; 7 at most.", ge=1, le=7)] = READ_DAYS,
    answer_days: Annotated[int, Field(description="Days until it is answered; 90 at most.", ge=1, le=90)] = ANSWER_DAYS,
    listener_ids: Annotated[list[UUID], Field(description="Who reads the very words said without a name: at most three people.")] = [],  # noqa: B006
    ladder_ids: Annotated[list[UUID], Field(description="Who answers once those before them did not, nearest first.")] = [],  # noqa: B006
) -> Handling:
    """Set within how many days warnings are read and answered, who listens to those without a name, and who comes next when nobody answers."""
    listeners, ladder = _people(listener_ids, "listener_ids"), _people(ladder_ids, "ladder_ids")
    if len(listeners) > MOST_LISTENERS:
        raise registry.Mistake(_("Choose at most %(n)d listeners: whoever speaks without a name is told who reads it.") % {"n": MOST_LISTENERS}, "listener_ids")
    if answer_days < read_days:
        raise registry.Mistake(_("An answer comes after reading: give it at least %(n)d days.") % {"n": read_days}, "answer_days")
    row = Handling.objects.create(read_days=read_days, answer_days=answer_days, set_by_id=by.person_id)
    Listener.objects.bulk_create(Listener(handling=row, person=one) for one in listeners)
    NextVoice.objects.bulk_create(NextVoice(handling=row, person=one, place=place) for place, one in enumerate(ladder))
    payload = {"read_days": read_days, "answer_days": answer_days, "listeners": [str(one.id) for one in listeners], "ladder": [str(one.id) for one in ladder]}
    journal.record(by=by, event="risks.handling_set", subject=row, payload=payload)
    refresh_board()
    return row


def _people(ids: list[UUID], field: str) -> list[Person]:
    found = [people.person(id) for id in dict.fromkeys(ids)]
    if gone := next((one for one in found if one.left_at is not None), None):
        raise registry.Mistake(_("%(name)s has left. Choose somebody else.") % {"name": gone.name}, field)
    return found
