"""Whose turn it is: what waits for us, and what we wait for."""

from dataclasses import dataclass
from uuid import UUID

from accord.base.people.models import Person

from ..models.asking import REQUEST, TEXT
from . import asking, playback
from .asking import QuestionNow
from .hearing import Material, coverage_of
from .playback import PlaybackNow

REVIEW, SAY_BACK, ASK, WAIT, ENOUGH = "review", "say_back", "ask", "wait", "enough"


def to_review(found: Material) -> list[PlaybackNow]:
    """Playbacks that came back corrected or refused, and that nobody of us has read."""
    return [back for back in found.playbacks if back.state == playback.CORRECTED or (back.state == playback.REFUSED and not back.reviewed)]


def to_say_back(found: Material, me: UUID | None = None) -> list[QuestionNow]:
    """Answers in somebody's own words that no playback has said back. Ranges and choices say themselves, and the first words of a request
    wait with its questions: whoever was asked more about it has the next word. me: who looks; nobody says back to themselves."""
    asked = {one.person.id for one in unanswered(found)}
    told = [one for one in found.questions if one.last and one.question.kind == TEXT and one.person.id != me and not _said_back(found, one)]
    return [one for one in told if not (one.asking.way == REQUEST and one.person.id in asked)]


def _said_back(found: Material, one: QuestionNow) -> bool:
    return any(one.last and answer.id == one.last.id for back in found.playbacks for answer in back.answers if back.versions)


def unanswered(found: Material) -> list[QuestionNow]:
    return [one for one in found.questions if one.state == asking.OPEN]


def unconfirmed(found: Material) -> list[PlaybackNow]:
    """Playbacks that wait for their speaker's word."""
    return [back for back in found.playbacks if back.state in (playback.SENT, playback.PARTLY)]


@dataclass(frozen=True)
class Turn:
    """kind: review, say_back, ask (nobody was asked), wait, or enough; person: whose words it is about, None where it is about nobody."""

    kind: str
    person: Person | None


def turn(found: Material, me: UUID | None = None) -> Turn:
    """What comes next in this conversation: whoever waits for us comes first. me: who looks at it."""
    if back := next(iter(to_review(found)), None):
        return Turn(REVIEW, back.person)
    if one := next(iter(to_say_back(found, me)), None):
        return Turn(SAY_BACK, one.person)
    if coverage_of(found).ready:
        return Turn(ENOUGH, None)
    if waiting := [*(back.person for back in unconfirmed(found)), *(one.person for one in unanswered(found))]:
        return Turn(WAIT, waiting[0])
    return Turn(ASK, None)
