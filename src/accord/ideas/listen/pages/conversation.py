"""The conversation about one initiative, as its facilitator sees it."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import clock
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as initiatives
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.rules import Stage

from .. import rules
from ..actions.asking import NUDGE_AFTER
from ..labels import aspect_title, named, of_eight, state_title, the_person
from ..models import Asking, Joining, NotKnown, Request
from ..queries import asking, hearing, measures, playback, requests, waiting
from ..queries.asking import QuestionNow
from ..queries.hearing import Material
from ..queries.playback import PlaybackNow
from .climbing import Climb, climb


@dataclass(frozen=True)
class Turn:
    """A question and what was said to it, as it is shown."""

    now: QuestionNow
    said: str


@dataclass(frozen=True)
class Sitting:
    """What one person was asked at one time. note: how it was asked; may_nudge and may_take_back: whether that still makes sense."""

    asking: Asking
    turns: list[Turn]
    days: int  # that an open question waits
    may_nudge: bool
    may_take_back: bool


@dataclass(frozen=True)
class Back:
    """A playback with whether its speaker may be reminded."""

    now: PlaybackNow
    may_nudge: bool


@dataclass(frozen=True)
class Talk:
    """Everything from one person. fresh: something of theirs was not said back yet."""

    person: Person
    sittings: list[Sitting]
    backs: list[Back]
    fresh: bool
    speaks: bool  # they said something, so there is something to say back
    mine: bool  # whoever looks said it themselves


@dataclass(frozen=True)
class AspectRow:
    key: str
    title: str
    state: str
    state_words: str
    mandatory: bool
    who: NotKnown | None
    overdue: bool


@dataclass(frozen=True)
class ConversationPage:
    initiative: Initiative
    request: Request | None
    request_state: str
    joined: list[Joining]
    headline: str
    turn: waiting.Turn
    talks: list[Talk]
    aspects: list[AspectRow]
    coverage: hearing.Coverage
    known: int  # aspects that are not open
    confirmed: int  # aspects that are confirmed
    measure: rules.PlaybackMeasure
    pulse: rules.Pulse
    climb: Climb
    moved_on: bool


def conversation_page(*, by: Actor, initiative_id: UUID) -> ConversationPage:
    """NotThere for an initiative that is not in scope."""
    initiative = initiatives.initiative(initiative_id)
    found = hearing.of_one(initiative.id)
    states = hearing.states(found)
    turn = waiting.turn(found, by.person_id)
    joined = list(Joining.objects.select_related("person").filter(request=found.request)) if found.request else []
    return ConversationPage(
        initiative=initiative,
        request=found.request,
        request_state=requests.confirmation(found.request) if found.request else "",
        joined=list({one.person_id: one for one in joined}.values()),
        headline=headline(turn, states),
        turn=turn,
        talks=_talks(found, by.person_id),
        aspects=[_aspect(key, states[key], found) for key in rules.ASPECTS],
        coverage=hearing.coverage_of(found),
        known=sum(state != "open" for state in states.values()),
        confirmed=sum(state == "confirmed" for state in states.values()),
        measure=measures.measure(found.playbacks),
        pulse=measures.pulse_now(),
        climb=climb(initiative, found.request),
        moved_on=initiatives.stage_of(initiative).place >= Stage.WORTH.place,
    )


def headline(turn: waiting.Turn, states: dict[str, str]) -> str:
    """The finding, from facts alone; every one is at most twelve words."""
    who = the_person(turn.person) if turn.person else ""
    if turn.kind == waiting.REVIEW:
        return _("%(who)s corrected what we heard") % {"who": who}
    if turn.kind == waiting.SAY_BACK:
        return _("%(who)s has not heard it back yet") % {"who": who}
    if turn.kind == waiting.ENOUGH:
        return _("We know enough to ask what it is worth")
    open_ = sum(state == "open" for state in states.values())
    if turn.kind == waiting.WAIT:
        return _("We wait for %(who)s") % {"who": named(turn.person) if turn.person else ""}
    if open_ == len(states):
        return _("Nobody has been asked why yet")
    if open_:
        return ngettext("One of the eight questions is still open", "%(n)s of the eight questions are still open", open_) % {"n": of_eight(open_)}
    return _("Everything is answered, not everything confirmed")


def _talks(found: Material, me: UUID | None) -> list[Talk]:
    """One for each person, whoever spoke or was asked first on top."""
    people = {one.person.id: one.person for one in found.questions} | {back.person.id: back.person for back in found.playbacks}
    fresh = {one.person.id for one in waiting.to_say_back(found, me)}
    return [
        Talk(
            person=person,
            sittings=_sittings([one for one in found.questions if one.person.id == person.id]),
            backs=[_back(back) for back in found.playbacks if back.person.id == person.id and back.written],
            fresh=person.id in fresh,
            speaks=any(one.answers for one in found.questions if one.person.id == person.id),
            mine=person.id == me,
        )
        for person in people.values()
    ]


def _sittings(questions: list[QuestionNow]) -> list[Sitting]:
    grouped: dict[UUID, list[QuestionNow]] = {}
    for one in questions:
        grouped.setdefault(one.asking.id, []).append(one)
    return [_sitting(rows) for rows in grouped.values()]


def _sitting(rows: list[QuestionNow]) -> Sitting:
    put, open_ = rows[0].asking, any(one.state == asking.OPEN for one in rows)
    turns = [Turn(one, asking.said(one.question, one.last) if one.last else "") for one in rows]
    may_nudge = open_ and put.nudged_at is None and _long_enough(clock.now() - put.asked_at)
    return Sitting(put, turns, rows[0].days, may_nudge, open_ and put.taken_back_at is None)


def _back(back: PlaybackNow) -> Back:
    waits = back.state in (playback.SENT, playback.PARTLY) and back.written is not None and back.playback.nudged_at is None
    return Back(back, waits and back.written is not None and _long_enough(clock.now() - back.written.at))


def _long_enough(waited: timedelta) -> bool:
    return waited >= NUDGE_AFTER


def _aspect(key: str, state: str, found: Material) -> AspectRow:
    who = next((row for row in reversed(found.not_known) if row.aspect == key), None) if state == "unknown_owned" else None
    overdue = who is not None and who.by_date < clock.today()
    return AspectRow(key, aspect_title(key), state, state_title(state), key in rules.MANDATORY, who, overdue)
