"""Writing down what was heard from one person: their words beside ours, with what our own lens may have added."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.forms import BoundField

from accord.base.people import queries as people
from accord.base.people.models import Person
from accord.ideas.goals import queries as initiatives
from accord.ideas.goals.models import Initiative

from .. import rules
from ..actions import Said
from ..forms import WritingForm
from ..models import Answer, Playback
from ..queries import asking, playback
from ..queries.playback import PlaybackNow


@dataclass(frozen=True)
class Quote:
    """What they said, word for word, to what question; way: how they said it."""

    question: str
    words: str
    way: str
    at: datetime


@dataclass(frozen=True)
class Hints:
    """About one sentence of ours. theirs: it is in their own words, so nothing is marked."""

    place: int
    pieces: list[rules.Piece]
    marks: list[rules.Mark]
    copied: bool
    theirs: bool


@dataclass(frozen=True)
class Line:
    """One sentence of the form."""

    words: BoundField
    aspect: BoundField
    hints: Hints


@dataclass(frozen=True)
class Desk:
    """What lies on the desk of whoever writes: the person, everything they said that is to be said back, and what was said back before."""

    initiative: Initiative
    person: Person
    answers: list[Answer]
    back: PlaybackNow | None
    fresh: bool

    @property
    def original(self) -> str:
        """Everything the person said, corrections of ours included: those are their words too."""
        corrected = [one.verdict.words for one in self.back.corrections if one.verdict] if self.back else []
        return "\n".join([*(asking.said(one.question, one) for one in self.answers), *corrected])

    @property
    def quotes(self) -> list[Quote]:
        return [Quote(one.question.words, asking.said(one.question, one), one.question.asking.get_way_display(), one.at) for one in self.answers]

    @property
    def set_aside(self) -> Sequence[str]:
        return self.back.playback.set_aside if self.back else ()

    def starting_lines(self) -> list[Said]:
        """The draft, else what was said last with corrections taken in, else nothing: what was refused begins again from their words."""
        if self.back is None:
            return []
        if self.back.playback.draft:
            return [Said(one["words"], one["aspect"]) for one in self.back.playback.draft]
        return [Said(one.sentence.words, one.sentence.aspect) for one in self.back.standing]

    def likely_aspect(self) -> str:
        """What the newest answer is about, for lines nobody has begun."""
        return next((one.question.aspect for one in reversed(self.answers) if one.question.aspect), "day_to_day")

    def hints(self, place: int, words: str) -> Hints:
        theirs = bool(self.back) and any(one.sentence.theirs and one.sentence.words == words for one in self.back.standing)  # type: ignore[union-attr]
        marks = [] if theirs else rules.lens(self.original, words, self.set_aside)
        copied = not theirs and bool(words) and rules.is_copied("\n".join(one.words for one in self.answers), words)
        return Hints(place, rules.pieces(words, marks), marks, copied, theirs)


def desk(initiative_id: UUID, person_id: UUID) -> Desk:
    """NotThere for an initiative or a person that is not in scope."""
    initiative, person = initiatives.initiative(initiative_id), people.person(person_id)
    backs = playback.load(Playback.objects.filter(initiative=initiative, person=person))
    last, fresh = backs[-1] if backs else None, playback.fresh_answers(initiative.id, person.id)
    if last and fresh and last.state in (playback.CONFIRMED, playback.KEPT):
        last = None  # that one is closed: what they said since begins another
    answers = [*(last.answers if last else []), *fresh]
    return Desk(initiative, person, sorted(answers, key=lambda one: (one.at, one.id)), last, bool(fresh))


def lines(form: WritingForm, at: Desk) -> Iterable[Line]:
    return [Line(words, aspect, at.hints(place, str(words.value() or ""))) for place, (words, aspect) in enumerate(form.pairs())]
