"""What has been heard about an initiative: the one picture the initiative page, the value case and the brief are made from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from accord.base import registry, scope
from accord.base.people.models import Person
from accord.base.people.queries import bring
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as initiatives

from .. import rules
from ..models import NotKnown, Request
from ..models.asking import REQUEST
from . import asking, playback
from .asking import QuestionNow
from .playback import PlaybackNow, SentenceNow


@dataclass(frozen=True)
class HeardSentence:
    """A sentence of ours that its speaker confirmed, or put in their own words."""

    id: UUID
    words: str
    person: str
    job: str
    side: str
    on: datetime
    theirs: bool
    quote: str  # what they said, word for word


@dataclass(frozen=True)
class NotKnownYet:
    """Somebody finds out by a date."""

    aspect: str
    what: str
    person: str
    by_date: date


@dataclass(frozen=True)
class AspectHeard:
    """One of the eight aspects: open, unknown_owned, answered or confirmed."""

    key: str
    state: str
    mandatory: bool
    sentences: list[HeardSentence]
    answers: int
    not_known: NotKnownYet | None


@dataclass(frozen=True)
class Coverage:
    """How much of the eight aspects is known; `ready` is information, not a gate. Shares from 0 to 1."""

    coverage: float
    confirmed: float
    open: list[str]
    ready: bool


@dataclass(frozen=True)
class Heard:
    """What has been heard about one initiative."""

    initiative_id: UUID
    problem: str
    asked_for: str
    asked_by: str
    asked_by_job: str
    filed_by: str
    filed_at: datetime | None
    people: list[str]  # everybody who said something, as the screen calls them
    conversations: int  # answers by link, on the phone and so on; the request itself is none
    first: datetime | None
    last: datetime | None
    said: int  # sentences said back
    confirmed: int  # of them, confirmed or in the person's own words
    corrected: int  # playbacks with a corrected sentence
    closed: int  # playbacks confirmed in the end
    playbacks: int
    waiting: int  # playbacks waiting for the person's word
    coverage: Coverage
    aspects: list[AspectHeard]
    open_questions: list[str]
    not_known: list[NotKnownYet]


@dataclass(frozen=True)
class Material:
    """Everything kept about one initiative's listening."""

    request: Request | None
    questions: list[QuestionNow]
    playbacks: list[PlaybackNow]
    not_known: list[NotKnown]


@scope.once_each
def material(initiative_ids: Iterable[UUID]) -> dict[UUID, Material]:
    """For several initiatives in a constant number of queries."""
    ids = list(initiative_ids)
    filed = list(Request.objects.select_related("initiative").filter(initiative__in=ids))
    unknown = list(NotKnown.objects.filter(initiative__in=ids))
    bring((filed, "asked_by"), (filed, "filed_by"), (unknown, "person"))
    requests = {row.initiative_id: row for row in filed}
    questions, playbacks = asking.of_initiatives(ids), playback.of_initiatives(ids)
    found = {id: Material(requests.get(id), [], [], []) for id in ids}
    for question in questions:
        found[question.asking.initiative_id].questions.append(question)
    for back in playbacks:
        found[back.playback.initiative_id].playbacks.append(back)
    for row in unknown:
        found[row.initiative_id].not_known.append(row)
    return found


def of_one(initiative_id: UUID) -> Material:
    return material([initiative_id])[initiative_id]


def standing(found: Material) -> list[tuple[PlaybackNow, SentenceNow]]:
    """Every sentence that stands, with the playback it is in."""
    return [(back, one) for back in found.playbacks for one in back.standing]


def states(found: Material) -> dict[str, str]:
    """The state of each aspect."""
    confirmed = {one.sentence.aspect for _, one in standing(found) if one.counts}
    told = {one.sentence.aspect for _, one in standing(found)} | {one.question.aspect for one in found.questions if one.answers}
    owned = {row.aspect for row in found.not_known}
    return {key: "confirmed" if key in confirmed else "answered" if key in told else "unknown_owned" if key in owned else "open" for key in rules.ASPECTS}


def coverage_of(found: Material) -> Coverage:
    known = rules.coverage(states(found))
    return Coverage(known.coverage or 0.0, known.confirmed or 0.0, [key for key in rules.ASPECTS if key in known.open], known.ready)


def coverage(initiative_id: UUID) -> Coverage:
    return coverage_of(of_one(initiative_id))


def heard(initiative_id: UUID) -> Heard:
    """What has been heard about one initiative; NotThere for one that is not in scope."""
    initiatives.initiative(initiative_id)
    return told(initiative_id, of_one(initiative_id))


def told(initiative_id: UUID, found: Material) -> Heard:
    """The picture made from what was loaded already."""
    request, said = found.request, [back for back in found.playbacks if back.written]
    answers = [answer for one in found.questions for answer in one.answers]
    moments = sorted(answer.at for answer in answers)
    speakers = {one.person.id: one.person for one in found.questions if one.answers}
    known = {row.aspect: NotKnownYet(row.aspect, row.what, row.person.called, row.by_date) for row in found.not_known}
    state = states(found)
    return Heard(
        initiative_id=initiative_id,
        problem=request.problem if request else "",
        asked_for=request.asked_for if request else "",
        asked_by=request.asked_by.name if request else "",
        asked_by_job=request.asked_by.called if request else "",
        filed_by=request.filed_by.called if request else "",
        filed_at=request.filed_at if request else None,
        people=[person.called for person in speakers.values()],
        conversations=len({one.asking.id for one in found.questions if one.answers and one.asking.way != REQUEST}),
        first=moments[0] if moments else None,
        last=moments[-1] if moments else None,
        said=len(standing(found)),
        confirmed=sum(1 for _, one in standing(found) if one.confirmed),
        corrected=sum(back.ever_corrected for back in said),
        closed=sum(back.state in (playback.CONFIRMED, playback.KEPT) for back in said),
        playbacks=len(said),
        waiting=sum(back.state in (playback.SENT, playback.PARTLY) for back in said),
        coverage=coverage_of(found),
        aspects=[_aspect(key, state[key], found, known.get(key) if state[key] == "unknown_owned" else None) for key in rules.ASPECTS],
        open_questions=[one.question.words for one in found.questions if one.state == asking.OPEN],
        not_known=[row for key, row in known.items() if state[key] == "unknown_owned"],
    )


def _aspect(key: str, state: str, found: Material, not_known: NotKnownYet | None) -> AspectHeard:
    sentences = [_sentence(back, one) for back, one in standing(found) if one.sentence.aspect == key and one.confirmed]
    answers = sum(len(one.answers) for one in found.questions if one.question.aspect == key)
    return AspectHeard(key, state, key in rules.MANDATORY, sentences, answers, not_known)


def _sentence(back: PlaybackNow, one: SentenceNow) -> HeardSentence:
    person: Person = back.person
    on = one.verdict.at if one.verdict else back.versions[-1].at
    about = [answer for answer in back.answers if answer.question.aspect in (one.sentence.aspect, "")] or back.answers
    return HeardSentence(
        one.sentence.id, one.sentence.words, person.name, person.called, person.side, on, one.sentence.theirs, about[-1].words if about else ""
    )


@registry.query("listen.show_heard", may="requests.read", doors={registry.API, registry.CLI, registry.MCP})
def show_heard(*, by: Actor, initiative_id: Annotated[UUID, Field(description="The initiative.")]) -> Heard:
    """What has been heard about an initiative: confirmed sentences by aspect, what is open, and what somebody finds out by when."""
    return heard(initiative_id)


@registry.query("listen.list_answers", may="questions.ask", doors={registry.API, registry.CLI, registry.MCP})
def list_answers(*, by: Actor, initiative_id: Annotated[UUID, Field(description="The initiative.")]) -> list[asking.AnswerShown]:
    """Every answer word for word, oldest first. For facilitators."""
    initiatives.initiative(initiative_id)
    return [asking.AnswerShown.of(answer) for one in of_one(initiative_id).questions for answer in one.answers]
