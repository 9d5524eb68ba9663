"""What was asked of whom, and what came back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from accord.base import clock, registry
from accord.base.people import reader
from accord.base.people.models import Person
from accord.base.people.queries import bring

from ..models import Answer, Asking, HandedOn, Question
from ..models.asking import LINK, RANGE

OPEN, ANSWERED, HANDED_ON, TAKEN_BACK = "open", "answered", "handed_on", "taken_back"


@dataclass(frozen=True)
class QuestionNow:
    """A question with everything that came of it."""

    question: Question
    asking: Asking
    person: Person
    answers: list[Answer]  # oldest first
    handed_to: Person | None
    handed_from: Person | None

    @property
    def state(self) -> str:
        if self.answers:
            return ANSWERED
        if self.handed_to:
            return HANDED_ON
        return TAKEN_BACK if self.asking.taken_back_at else OPEN

    @property
    def last(self) -> Answer | None:
        return self.answers[-1] if self.answers else None

    @property
    def days(self) -> int:
        """Since it was asked."""
        return (clock.now() - self.asking.asked_at).days

    @property
    def by_link(self) -> bool:
        return self.asking.way == LINK


def said(question: Question, answer: Answer) -> str:
    """An answer as it is shown: a range with its unit, then the words."""
    if question.kind != RANGE or answer.low is None or answer.high is None:
        return answer.words
    ends = f"{reader.voice().exact_range(answer.low, answer.high)} {question.unit}".strip()
    return f"{ends}. {answer.words}" if answer.words else ends


def load(found: QuerySet[Question]) -> list[QuestionNow]:
    """These questions with their answers, in a constant number of queries, in the order in which they were asked."""
    questions = list(found.select_related("asking").order_by("asking__asked_at", "asking_id", "place"))
    ids = [one.id for one in questions]
    told = list(Answer.objects.filter(question__in=ids).order_by("number"))
    askings = [one.asking for one in questions]
    bring((askings, "person"), (askings, "asked_by"), (told, "noted_by"))
    answers: dict[UUID, list[Answer]] = {id: [] for id in ids}
    for answer in told:
        answers[answer.question_id].append(answer)
    handed = HandedOn.objects.select_related("to__asking__person", "question__asking__person").filter(Q(question__in=ids) | Q(to__in=ids))
    on = {row.question_id: row.to.asking.person for row in handed}
    come = {row.to_id: row.question.asking.person for row in handed}
    return [QuestionNow(one, one.asking, one.asking.person, answers[one.id], on.get(one.id), come.get(one.id)) for one in questions]


def of_initiatives(initiative_ids: Iterable[UUID]) -> list[QuestionNow]:
    return load(Question.objects.filter(asking__initiative__in=list(initiative_ids)))


def of_askings(askings: Any) -> list[QuestionNow]:
    """Those of these askings: ids, or a query for ids."""
    return load(Question.objects.filter(asking__in=askings))


def of_asking(asking_id: UUID) -> list[QuestionNow]:
    return load(Question.objects.filter(asking=asking_id))


def asking(asking_id: UUID) -> Asking:
    """One asking of the scope, or NotThere."""
    found = Asking.objects.select_related("person", "initiative", "asked_by", "client__provider").filter(id=asking_id).first()
    if found is None:
        raise registry.NotThere(str(asking_id))
    return found


@dataclass(frozen=True)
class AnswerShown:
    """An answer as doors show it, word for word."""

    id: UUID
    question: str
    aspect: str
    person_id: UUID
    person: str
    words: str
    low: float | None
    high: float | None
    unit: str
    at: datetime

    @staticmethod
    def of(answer: Answer) -> "AnswerShown":
        question = answer.question
        person = question.asking.person
        return AnswerShown(
            answer.id, question.words, question.aspect, person.id, person.called, answer.words, answer.low, answer.high, question.unit, answer.at
        )
