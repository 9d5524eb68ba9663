"""Worries, said openly in a check-in and answered in words. An idea that registers its own page for them takes this one's place."""

from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import journal, registry
from accord.base.people.rules import Actor

from .. import pulse_letters, queries
from ..models import Worry, WorryAnswer
from ..queries.pulse import WorryShown
from ..queries.pulse import worry as worry_of
from .rounds import BOTH, locked


@registry.action("empathy.raise_worry", may="perspectives.answer")
def raise_worry(*, by: Actor, round_id: UUID, words: str) -> Worry:
    """Say what worries one, with one's name. It is on the facilitators' Today at once; the same words twice are one worry."""
    row = locked(round_id)
    part = queries.part(round_id, by.person_id)
    given = " ".join(words.split())
    known = Worry.objects.filter(round=row, person=part.person_id, words=given).first()
    if known is not None:
        return known
    made = Worry.objects.create(round=row, person_id=part.person_id, side=part.side, goal=row.goal, words=given)
    journal.record(by=by, event="empathy.worried", subject=made, payload={})
    return made


@registry.action("empathy.answer_worry", may="perspectives.edit", doors=BOTH, shows=WorryShown.of)
def answer_worry(
    *,
    by: Actor,
    worry_id: Annotated[UUID, Field(description="The worry.")],
    words: Annotated[str, Field(description="What you answer. It goes to them by letter.", min_length=1, max_length=1000)],
) -> Worry:
    """Answer somebody who said what worries them. They have the answer by letter, and both are kept."""
    row = worry_of(worry_id)
    if hasattr(row, "answer"):
        raise registry.Conflict(_("This was answered already."))
    if not words.strip():
        raise registry.Mistake(_("Say in a sentence what you do about it."), "words")
    row.answer = WorryAnswer.objects.create(worry=row, words=words.strip(), by_id=by.person_id)
    journal.record(by=by, event="empathy.worry_answered", subject=row, payload={})
    pulse_letters.answered(row)
    return row
