"""Asking somebody for a range by link, and what comes back."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people import queries as people
from accord.base.people.actions import NewLink, make_link, revoke_links
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from .. import letters, wording
from ..models import Case, Looked, Quantity, RangeAsking, RangeQuestion, RangeReply, Voice, Weighing
from ..queries.loading import load
from ..queries.shown import ANYWHERE
from ..rules.shape import Reply
from .changing import InitiativeId, changing
from .voices import say

PURPOSE = "worth.range"
MOST = 6


@dataclass(frozen=True)
class Asked:
    """A question just put, with the only sight of its link."""

    asking: RangeAsking
    link: NewLink


@dataclass(frozen=True)
class AskedShown:
    """Somebody was asked for ranges, as doors show it: without the link, which went to the person."""

    asking_id: UUID
    person_id: UUID
    person: str
    questions: list[str]

    @staticmethod
    def of(asked: Asked) -> "AskedShown":
        return AskedShown(asked.asking.id, asked.asking.person_id, asked.asking.person.called, [one.words for one in asked.asking.questions.all()])


@registry.action("worth.ask_range", may="worth.edit", doors=ANYWHERE, shows=AskedShown.of)
def ask_range(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    person_id: Annotated[UUID, Field(description="Whom to ask. They get a link of their own by mail.")],
    quantity_ids: Annotated[list[UUID], Field(description="What to ask for.", min_length=1, max_length=MOST)],
    reason: Annotated[str, Field(description="Why it is asked, in one line for the person.", max_length=500)] = "",
) -> Asked:
    """Send somebody the question: one number a page, two ends and a basis, no account needed."""
    asker = people.person(by.person_id) if by.person_id else None
    if asker is None:
        raise registry.Refused("worth.edit")
    person = people.person(person_id)
    with changing(initiative_id) as case:
        quantities = [_askable(case, id) for id in dict.fromkeys(quantity_ids)]
        if not quantities:
            raise registry.Mistake(_("Choose what to ask for."), "quantity_ids")
        return put_to(by, case, person, asker, quantities, reason.strip())


def _askable(case: Case, quantity_id: UUID) -> Quantity:
    found = Quantity.objects.filter(case=case, id=quantity_id, ended_at=None).first()
    if found is None:
        raise registry.NotThere(str(quantity_id))
    if not found.askable:
        raise registry.Mistake(_("“%(name)s” cannot be known beforehand by anybody.") % {"name": found.label}, "quantity_ids")
    return found


def put_to(by: Actor, case: Case, person: Person, asker: Person, quantities: list[Quantity], reason: str, round: int | None = None) -> Asked:
    """Inside an act that holds the case."""
    asking = RangeAsking.objects.create(case=case, person=person, asked_by=asker, reason=reason, round=round)
    words = {line.id: wording.question(line.asks, line.unit) for line in load(case).draft.lines}
    for place, quantity in enumerate(quantities, 1):
        RangeQuestion.objects.create(asking=asking, quantity=quantity, place=place, words=words[str(quantity.id)][:300])
    link = make_link(by=by, person=person, purpose=PURPOSE, subject_id=asking.id)
    letters.question(asking, link.url)
    payload = {"person": str(person.id), "asking": str(asking.id), "quantities": [one.name for one in quantities], "round": round}
    journal.record(by=by, event="worth.range_asked", subject=case, payload=payload)
    return Asked(asking, link)


@registry.action("worth.take_back_range", may="worth.edit")
def take_back_range(*, by: Actor, asking_id: UUID) -> None:
    """Take a question back: its link ends; what was answered already is kept."""
    asking = RangeAsking.objects.select_related("case").filter(id=asking_id).first()
    if asking is None:
        raise registry.NotThere(str(asking_id))
    with changing(asking.case.initiative_id) as case:
        RangeAsking.objects.filter(id=asking.id, taken_back_at=None).update(taken_back_at=clock.now())
        revoke_links(purpose=PURPOSE, subject_id=asking.id)
        journal.record(by=by, event="worth.range_taken_back", subject=case, payload={"asking": str(asking.id)})


def _theirs(by: Actor, question_id: UUID) -> RangeQuestion:
    """A question put to whoever acts; NotThere for anybody else's."""
    found = RangeQuestion.objects.select_related("asking__person", "asking__asked_by", "asking__case", "quantity").filter(id=question_id).first()
    if found is None or by.person_id is None or found.asking.person_id != by.person_id or found.asking.taken_back_at:
        raise registry.NotThere(str(question_id))
    if found.quantity.ended_at:
        raise registry.Mistake(_("This number is not needed any more. Thank you for looking."))
    return found


@registry.action("worth.reply_range", may="ranges.give")
def reply_range(*, by: Actor, question_id: UUID, low: float, high: float, typical: float | None = None, basis: str = "") -> Voice:
    """Answer with a range. It counts as theirs at once; the same one sent twice is one."""
    question = _theirs(by, question_id)
    if not basis.strip():
        raise registry.Mistake(_("Say on what basis, in a few words: a count, a quote, or a guess from experience."), "basis")
    last = RangeReply.objects.select_related("voice").filter(question=question, kind=Reply.RANGE).last()
    if last and last.voice and (last.voice.low, last.voice.high, last.voice.typical, last.voice.basis) == (low, high, typical, basis.strip()):
        return last.voice
    with changing(question.asking.case.initiative_id) as case:
        before = Weighing.objects.filter(case=case).last()
        question.quantity.case = case
        voice = say(by=by, quantity=question.quantity, low=low, high=high, typical=typical, basis=basis, person_id=by.person_id, round=question.asking.round)
        RangeReply.objects.create(question=question, kind=Reply.RANGE, voice=voice, before=before)
        return voice


@registry.action("worth.reply_unknown", may="ranges.give")
def reply_unknown(*, by: Actor, question_id: UUID, note: str = "") -> RangeReply:
    """“I do not know” is an answer: nobody asks them again."""
    question = _theirs(by, question_id)
    with changing(question.asking.case.initiative_id) as case:
        reply = RangeReply.objects.create(question=question, kind=Reply.UNKNOWN, note=note.strip()[:500], before=Weighing.objects.filter(case=case).last())
        journal.record(by=by, event="worth.range_unknown", subject=case, payload={"quantity": question.quantity.name, "person": str(by.person_id)})
    return reply


@registry.action("worth.hand_on_range", may="ranges.give")
def hand_on_range(*, by: Actor, question_id: UUID, name: str, email: str, note: str = "") -> RangeReply:
    """“This is not mine to answer”: the question goes to the person who is named, with a link of their own."""
    question = _theirs(by, question_id)
    if RangeReply.objects.filter(question=question, kind=Reply.NOT_MINE).exists():
        raise registry.Mistake(_("You handed this question on already."))
    other = _named(name, email, question.asking.person)
    if other.id == by.person_id:
        raise registry.Mistake(_("That is your own address. Give the address of the person who knows."), "email")
    with changing(question.asking.case.initiative_id) as case:
        asked = put_to(by, case, other, question.asking.asked_by, [question.quantity], question.asking.reason)
        before = Weighing.objects.filter(case=case).last()
        reply = RangeReply.objects.create(question=question, kind=Reply.NOT_MINE, to=asked.asking, note=note.strip()[:500], before=before)
        journal.record(by=by, event="worth.range_handed_on", subject=case, payload={"quantity": question.quantity.name, "to": str(other.id)})
    return reply


def _named(name: str, email: str, like: Person) -> Person:
    """The person of that address, made when there is none, on the side of who named them."""
    address = email.strip().lower()
    if not name.strip():
        raise registry.Mistake(_("Give their name, so we can greet them."), "name")
    try:
        validate_email(address)
    except ValidationError:
        raise registry.Mistake(_("Give their mail address, such as name@firm.com."), "email") from None
    return Person.objects.filter(email__iexact=address).first() or Person.objects.create(name=name.strip()[:120], email=address, side=like.side)


@registry.action("worth.look_again", may="worth.edit")
def look_again(*, by: Actor, initiative_id: UUID) -> None:
    """A facilitator looked at what the replies changed; the row on Today is done."""
    case = Case.objects.filter(initiative=initiative_id).first()
    if case is None or by.person_id is None:
        raise registry.NotThere(str(initiative_id))
    Looked.objects.create(case=case, by_id=by.person_id)
