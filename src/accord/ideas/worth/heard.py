"""Ranges that were heard while listening: they can become voices of a quantity, at a click.

A question of kind range that somebody answered in `listen` is offered where its unit fits; what other ideas find out (a recurring problem of
the service desk, say) is offered through the collection point `value_source`, which this module also feeds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accord.base import registry
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.listen.models import Answer

from .models import Case, Voice


@dataclass(frozen=True)
class Suggested:
    """A range somebody gave elsewhere. source_id: what it came from, so that it is offered once."""

    source_id: UUID
    words: str
    low: float
    high: float
    unit: str
    person: Person
    basis: str
    at: datetime


@registry.value_source.register("worth.listen")
def heard_ranges(*, by: Actor, initiative_id: UUID) -> Iterator[Suggested]:
    """The last answer to each question for a range."""
    found = Answer.objects.select_related("question__asking__person").filter(question__asking__initiative=initiative_id, low__isnull=False, high__isnull=False)
    last = {answer.question_id: answer for answer in found}
    for answer in last.values():
        question = answer.question
        if answer.low is not None and answer.high is not None:
            yield Suggested(answer.id, question.words, answer.low, answer.high, question.unit, question.asking.person, answer.words, answer.at)


def suggested(*, by: Actor, case: Case) -> list[Suggested]:
    """What every idea offers and the case does not have yet."""
    used = set(Voice.objects.filter(quantity__case=case, source_id__isnull=False).values_list("source_id", flat=True))
    return [one for one in registry.value_source.collect(by=by, initiative_id=case.initiative_id) if one.source_id not in used]
