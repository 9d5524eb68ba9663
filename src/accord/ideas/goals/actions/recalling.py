"""A recall check: many are asked what matters most, unseen by each other; when it is closed, owners say which goal each answer means.

Who wrote what is not kept, so nothing that was sent can be changed, and the entry of the journal that somebody answered names nobody.
"""

import random
import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry, scope
from accord.base.jobs import every, job
from accord.base.people import queries as people
from accord.base.people.actions import make_link
from accord.base.people.models import Client, Person
from accord.base.people.rules import Actor, Role

from .. import letters, queries
from ..models import Goal, RecallAnswer, RecallAsked, RecallCheck, RecallMatch
from ..queries import recalls as reading
from ..queries.recalls import RecallShown
from ..rules.recalling import GROUP, THINGS, Outcome
from ..rules.serving import LIVE

EVERYWHERE = {registry.API, registry.CLI, registry.MCP}
ANSWER, MATCH = "goals.recall", "goals.recall_match"  # what a participant's link is for
LASTS, LONGEST = timedelta(days=7), timedelta(days=28)  # a link lasts thirty days

RecallId = Annotated[UUID, Field(description="The recall check.")]


def _open(recall_id: UUID) -> RecallCheck:
    """An open check, for changing it."""
    row = RecallCheck.objects.select_for_update(of=("self",)).filter(id=recall_id).first()
    if row is None:
        raise registry.NotThere(str(recall_id))
    if row.closed_at is not None:
        raise registry.Conflict(_("This check is closed. Start another one to ask again."))
    return row


@registry.action("goals.start_recall_check", may="goals.edit", doors=EVERYWHERE, shows=RecallShown.of)
def start_recall_check(
    *,
    by: Actor,
    person_ids: Annotated[list[UUID] | None, Field(description="Who is asked; left out, everybody of both sides.", max_length=5000)] = None,
    closes_on: Annotated[date | None, Field(description="The last day to answer; left out, in a week.")] = None,
    question: Annotated[str, Field(description="What is asked; left out, for the three things that matter most this quarter.", max_length=300)] = "",
) -> RecallCheck:
    """Ask many people, by a link that takes a minute, what matters most: would they name a goal of ours? Nobody sees an answer before it closes."""
    closes_on = closes_on or clock.today() + LASTS
    if not clock.today() <= closes_on <= clock.today() + LONGEST:
        raise registry.Mistake(_("Choose a day within the next four weeks. The links end after that."), "closes_on")
    if RecallCheck.objects.filter(closed_at=None).exists():
        raise registry.Conflict(_("A recall check is open already. Close that one first."))
    if not Goal.objects.filter(state=LIVE).exists():
        raise registry.Mistake(_("No goal is live, so there is nothing to name. Write down a goal first."))
    chosen = list(Person.objects.filter(left_at=None)) if person_ids is None else [people.person(one) for one in dict.fromkeys(person_ids)]
    if len(chosen) < GROUP:
        raise registry.Mistake(_("Ask at least five people. The answers of fewer are never shown."), "person_ids")
    row = RecallCheck.objects.create(by_id=by.person_id, closes_on=closes_on, question=question.strip() or usual_question())
    journal.record(by=by, event="goals.recall_started", subject=row, payload={"people": len(chosen), "until": closes_on.isoformat()})
    RecallAsked.objects.bulk_create(RecallAsked(recall=row, person=person, side=person.side) for person in chosen)
    for person in chosen:
        _write(by, row, person)
    return row


def usual_question() -> str:
    client = Client.objects.get(id=scope.one())
    return _("Name the three things that matter most to %(client)s this quarter.") % {"client": client.name}


def _write(by: Actor, row: RecallCheck, person: Person, *, again: bool = False) -> bool:
    """False where they left."""
    if person.left_at is not None:
        return False
    letters.recall(by, row, person, make_link(by=by, person=person, purpose=ANSWER, subject_id=row.id).url, again=again)
    return True


@registry.action("goals.remind_recall", may="goals.edit")
def remind_recall(*, by: Actor, recall_id: RecallId) -> int:
    """Write once more to those who have not answered, without saying who they are. Gives how many letters go out."""
    row = _open(recall_id)
    waits = RecallAsked.objects.select_related("person").filter(recall=row, answered_on=None)
    sent = sum(_write(by, row, one.person, again=True) for one in waits)
    journal.record(by=by, event="goals.recall_reminded", subject=row, payload={"people": sent})
    return sent


@registry.action("goals.answer_recall", may="goals.agree")
def answer_recall(
    *, by: Actor, recall_id: RecallId, things: Annotated[list[str], Field(description="Up to three; none when nothing comes to mind.", max_length=THINGS)]
) -> None:
    """Name what matters most, in own words. It is kept without who wrote it, so it cannot be changed."""
    words = list(dict.fromkeys(filter(None, (" ".join(one.split())[:200] for one in things))))[:THINGS]
    asked = _answers(by, recall_id)
    sheet = uuid.uuid4()
    random.SystemRandom().shuffle(words)
    for place, one in enumerate(words or [""], start=1):
        RecallAnswer.objects.create(recall_id=recall_id, sheet=sheet, place=place, side=asked.side, words=one)


@registry.action("goals.decline_recall", may="goals.agree")
def decline_recall(*, by: Actor, recall_id: RecallId) -> None:
    """Rather not answer. No reminder comes, and nobody else is told."""
    _answers(by, recall_id)


def _answers(by: Actor, recall_id: UUID) -> RecallAsked:
    """That somebody needs no reminder any more: told to the journal without a name, since its order would say whose answer came when."""
    row = _open(recall_id)
    if reading.is_over(row):
        raise registry.Conflict(_("The last day to answer has passed."))
    asked = reading.asked(recall_id, by.person_id)
    if asked.answered_on is not None:
        raise registry.Conflict(_("You have answered. Nobody knows which words are yours, so they cannot be changed."))
    asked.answered_on = clock.today()
    asked.save(update_fields=["answered_on"])
    journal.record(by=replace(by, person_id=None), event="goals.recall_answered", subject=row, payload={})
    return asked


@registry.action("goals.close_recall_check", may="goals.edit", doors=EVERYWHERE, shows=RecallShown.of)
def close_recall_check(*, by: Actor, recall_id: RecallId) -> RecallCheck:
    """Close a check before its last day. Nobody answers any more; owners of goals say which goal each answer means. It cannot be opened again."""
    return _close(by, _open(recall_id))


def _close(by: Actor, row: RecallCheck) -> RecallCheck:
    row.closed_at = clock.now()
    row.save(update_fields=["closed_at"])
    now = reading.recall(row.id)
    journal.record(by=by, event="goals.recall_closed", subject=row, payload={"asked": now.asked, "answered": now.answered})
    if now.outcome is Outcome.MATCHING:
        _ask_owners(by, row, reading.owners_now())
    return row


def _ask_owners(by: Actor, row: RecallCheck, owners: Iterable[Person]) -> None:
    for owner in owners:
        letters.recalled(row, owner, make_link(by=by, person=owner, purpose=MATCH, subject_id=row.id).url)


@every(hours=24, at="00:20", each_client=True)
@job()
def close_recall_checks() -> None:
    """Close the check whose last day has passed."""
    by = Actor(scope.one(), None, "Accord", "", "", Role.SYSTEM, "job")
    with registry.acting(by, "goals.close_recall_check"):
        for row in RecallCheck.objects.select_for_update(of=("self",)).filter(closed_at=None, closes_on__lt=clock.today()):
            _close(by, row)


def _of_check(match: RecallMatch) -> RecallShown:
    return RecallShown.told(reading.recall(match.answer.recall_id))


@registry.action("goals.match_recall", may="goals.agree", doors=EVERYWHERE, shows=_of_check)
def match_recall(
    *,
    by: Actor,
    answer_id: Annotated[UUID, Field(description="The answer.")],
    goal_id: Annotated[UUID | None, Field(description="The live goal it means; left out for none of them.")] = None,
) -> RecallMatch:
    """Say which goal an answer of a closed check means, or that it means none of them. Whoever answers for a live goal may, and facilitators.

    The newest match counts, so one can be put right."""
    if not reading.may_match(by):
        raise registry.Refused("goals.agree")
    answer = RecallAnswer.objects.select_related("recall").filter(id=answer_id, recall__closed_at__isnull=False).first()
    if answer is None or not answer.words or not reading.may_be_read(answer.recall_id):
        raise registry.NotThere(str(answer_id))
    if goal_id is not None and queries.goal(goal_id).state != LIVE:
        raise registry.Mistake(_("That goal has ended. Choose one that is live, or none of them."), "goal_id")
    match = RecallMatch.objects.create(answer=answer, goal_id=goal_id, by_id=by.person_id)
    payload = {"answer": str(answer_id), "goal": str(goal_id) if goal_id else None}
    journal.record(by=by, event="goals.recall_matched", subject=answer.recall, payload=payload)
    return match
