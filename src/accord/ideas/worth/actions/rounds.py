"""A second round: whoever gave a range sees everybody's, with their reasons, and gives a second one. The first stays readable."""

from collections.abc import Sequence
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import registry
from accord.base.people import queries as people
from accord.base.people.rules import Actor

from ..queries.loading import load
from ..queries.shown import ANYWHERE
from .asking import Asked, AskedShown, put_to
from .changing import changing
from .voices import QuantityId, quantity_of

FEWEST = 2


def _shown(asked: Sequence[Asked]) -> list[AskedShown]:
    return [AskedShown.of(one) for one in asked]


@registry.action("worth.second_round", may="worth.edit", doors=ANYWHERE, shows=_shown)
def second_round(
    *,
    by: Actor,
    quantity_id: QuantityId,
    reason: Annotated[str, Field(description="What they should know before they look again, in one line.", max_length=500)] = "",
) -> list[Asked]:
    """Ask everybody who gave a range for a quantity once more, showing them all ranges and what each rests on."""
    quantity, asker = quantity_of(quantity_id), people.person(by.person_id) if by.person_id else None
    if asker is None:
        raise registry.Refused("worth.edit")
    with changing(quantity.case.initiative_id) as case:
        quantity.case = case
        loaded = load(case)
        voices = [voice for voice in loaded.voices.get(quantity.id, ()) if voice.id in loaded.counting and voice.person and voice.person.left_at is None]
        waiting = {question.asking.person_id for question in loaded.asked if question.quantity_id == quantity.id}
        if len(voices) < FEWEST:
            raise registry.Mistake(_("A second round needs the ranges of two people at least."))
        if waiting:
            raise registry.Mistake(_("Somebody has not answered yet. Wait for them, or take the question back."))
        return [put_to(by, case, voice.person, asker, [quantity], reason.strip(), 2) for voice in voices if voice.person]
