"""Answers: given by the person, handed on to who knows, or noted by the facilitator who heard them."""

import math
from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people import queries as people
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries as initiatives
from accord.ideas.goals.rules import Stage

from .. import rules
from ..models import Answer, Asking, HandedOn, Question
from ..models.asking import CHOICE, MEETING, RANGE, WAYS
from ..queries import bank
from ..queries.asking import AnswerShown
from .asking import Put, put_to

LONGEST = 4000


def _theirs(by: Actor, question_id: UUID) -> Question:
    """A question that was put to whoever acts, its asking locked until the act ends; NotThere for anybody else's."""
    question = Question.objects.select_related("asking__person", "asking__initiative").filter(id=question_id).first()
    if question is None or by.person_id is None or question.asking.person_id != by.person_id or question.asking.taken_back_at is not None:
        raise registry.NotThere(str(question_id))
    Asking.objects.select_for_update().get(id=question.asking_id)  # the asking is locked: its questions are append-only and cannot be
    return question


@registry.action("listen.answer", may="answers.give", shows=AnswerShown.of)
def answer(*, by: Actor, question_id: UUID, words: str = "", low: float | None = None, high: float | None = None) -> Answer:
    """Answer a question. Another answer later is kept beside the first; the same one twice is one."""
    question = _theirs(by, question_id)
    if HandedOn.objects.filter(question=question).exists():
        raise registry.Mistake(_("You handed this question on. It is theirs to answer now."))
    said = _said(question, words, low, high)
    ends = (low, high) if question.kind == RANGE else (None, None)
    last = Answer.objects.filter(question=question).last()
    if last and (last.words, last.low, last.high) == (said, *ends):
        return last
    given = Answer.objects.create(question=question, number=last.number + 1 if last else 1, words=said, low=ends[0], high=ends[1])
    journal.record(by=by, event="listen.answered", subject=given, payload={"question": str(question.id), "number": given.number})
    return given


def _said(question: Question, words: str, low: float | None, high: float | None) -> str:
    """The words to keep, or a Mistake that says what to do."""
    said = words.strip()
    if len(said) > LONGEST:
        raise registry.Mistake(_("That is %(n)d characters; there is room for 4,000. Shorten it a little.") % {"n": len(said)}, "words")
    if question.kind == RANGE:
        if low is None or high is None or not (math.isfinite(low) and math.isfinite(high)):
            raise registry.Mistake(_("Give both ends. If you are unsure, move them further apart."), "low" if low is None else "high")
        if high <= low:
            raise registry.Mistake(_("High must be more than low, which is %(low)s.") % {"low": f"{low:g}"}, "high")
        return said
    if question.kind == CHOICE and said not in question.choices:
        raise registry.Mistake(_("Choose one of the answers."), "words")
    if not said:
        raise registry.Mistake(_("Write a word or two, or say that this is not yours to answer."), "words")
    return said


@registry.action("listen.hand_on", may="answers.give")
def hand_on(*, by: Actor, question_id: UUID, name: str, email: str, note: str = "") -> HandedOn:
    """“This is not mine to answer”: the question goes to the person who is named, with a link of their own. The facilitator sees that it did."""
    question = _theirs(by, question_id)
    if HandedOn.objects.filter(question=question).exists():
        raise registry.Mistake(_("You handed this question on already."))
    other = _person_at(name, email, question.asking.person)
    if other.id == by.person_id:
        raise registry.Mistake(_("That is your own address. Give the address of the person who knows."), "email")
    put = Put(question.aspect, question.words, question.kind, question.unit, list(question.choices))
    asked = put_to(by, question.asking.initiative, other, [put], "", asked_by_id=question.asking.asked_by_id)
    row = HandedOn.objects.create(question=question, to=asked.asking.questions.get(), note=note.strip()[:500])
    journal.record(by=by, event="listen.handed_on", subject=question, payload={"to": str(other.id), "question": str(row.to_id)})
    return row


def _person_at(name: str, email: str, like: Person) -> Person:
    """The person of that address, made when there is none, on the side of who named them."""
    address = email.strip().lower()
    if not name.strip():
        raise registry.Mistake(_("Give their name, so we can greet them."), "name")
    try:
        validate_email(address)
    except ValidationError:
        raise registry.Mistake(_("Give their mail address, such as name@firm.com."), "email") from None
    found = Person.objects.filter(email__iexact=address).first()
    return found or Person.objects.create(name=name.strip()[:120], email=address, side=like.side)


@registry.action("listen.note_answer", may="playbacks.write", doors={registry.API, registry.CLI, registry.MCP}, shows=AnswerShown.of)
def note_answer(
    *,
    by: Actor,
    initiative_id: Annotated[UUID, Field(description="The initiative it is about.")],
    person_id: Annotated[UUID, Field(description="Who said it.")],
    words: Annotated[str, Field(description="What they said, word for word.", min_length=1, max_length=LONGEST)],
    aspect: Annotated[str, Field(description="The aspect it answers; empty when it answers none in particular.", max_length=24)] = "",
    question: Annotated[str, Field(description="What they were asked; the bank's wording when left out.", max_length=500)] = "",
    way: Annotated[str, Field(description="How it was said.", pattern="^(phone|meeting|mail)$")] = MEETING,
    at: Annotated[datetime | None, Field(description="When it was said; now when left out.")] = None,
) -> Answer:
    """Keep, word for word, what somebody told you. They still confirm what you make of it."""
    initiative, person = initiatives.initiative(initiative_id), people.person(person_id)
    if aspect and aspect not in rules.ASPECTS:
        raise registry.Mistake(_("There is no aspect called %(name)s.") % {"name": aspect}, "aspect")
    if not words.strip():
        raise registry.Mistake(_("Write down what they said."), "words")
    if way not in dict(WAYS):
        raise registry.Mistake(_("Say how it was said: on the phone, in a conversation or by mail."), "way")
    moment = min(at, clock.now()) if at else clock.now()
    asking = Asking.objects.create(initiative=initiative, person=person, asked_by_id=by.person_id, way=way, asked_at=moment)
    asked = question.strip() or (bank.words(aspect) if aspect else _("In conversation"))
    put = Question.objects.create(asking=asking, place=1, aspect=aspect, words=asked)
    given = Answer.objects.create(question=put, number=1, words=words.strip(), noted_by_id=by.person_id, at=moment)
    journal.record(by=by, event="listen.answer_noted", subject=given, payload={"person": str(person.id), "way": way})
    goals.reach(by=by, initiative=initiative, stage=Stage.LISTENING)
    return given
