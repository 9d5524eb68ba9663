"""Everything as it looks from one team's seat: only what they confirmed, signed, or agreed to, and what waits for their word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.db.models import Max, QuerySet
from pydantic import Field

from accord.base import registry
from accord.base.people import queries as people
from accord.base.people.models import Person, Team
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import GoalVersion, Initiative
from accord.ideas.goals.queries import LinkNow
from accord.ideas.goals.rules import Stage
from accord.ideas.listen.models import Playback, Question, Request, Verdict
from accord.ideas.listen.queries import asking as asked
from accord.ideas.listen.queries import playback as said_back
from accord.ideas.listen.queries.asking import QuestionNow
from accord.ideas.listen.queries.playback import PlaybackNow, SentenceNow
from accord.ideas.worth.models import Decision
from accord.ideas.worth.queries import decision as decisions

from ..models import ROUND, Critical, Hearing, Round, RoundItem
from ..rules import Estimate
from ..rules.counts import estimate
from . import hearings
from .hearings import HearingNow
from .revealed import Ranged, revealed

TELLS = ("day_to_day", "if_not", "new_risk_or_effort")  # how it is for them; never what is said of people and politics


@dataclass(frozen=True)
class GoalHeld:
    """A goal this team answers for or works for. link: how it serves, where it does; owns: somebody of the team answers for it."""

    goal: GoalVersion
    link: LinkNow | None
    owns: bool


@dataclass(frozen=True)
class SaidHere:
    """A sentence somebody of the team confirmed or put in their own words. quote: what they said, word for word, when it stands by itself."""

    aspect: str
    words: str
    quote: str
    theirs: bool
    person: Person
    on: datetime
    initiative: Initiative


@dataclass(frozen=True)
class MarkedHere:
    """What the team gave an item, on the five steps; None where fewer than five of them answered, or it could be worked out."""

    item: RoundItem
    mean: Estimate | None


@dataclass(frozen=True)
class ChoiceFelt:
    """Work about which they were heard: how far it is, and what was decided."""

    initiative: Initiative
    stage: Stage
    decision: Decision | None


@dataclass(frozen=True)
class WaitsFor:
    """Something that waits for their word; whose is not said. back: we said back what we heard."""

    words: str
    since: datetime
    about: str
    back: bool = False


@dataclass(frozen=True)
class Seat:
    """One team's seat. round: the last one they were asked in."""

    team: Team
    people: int
    initiative: Initiative | None
    goals: tuple[GoalHeld, ...]
    said: tuple[SaidHere, ...]
    round: Round | None
    marks: tuple[MarkedHere, ...]
    criticals: tuple[Critical, ...]
    told: tuple[HearingNow, ...]
    choices: tuple[ChoiceFelt, ...]
    waiting: tuple[WaitsFor, ...]


def seat_of(by: Actor, team_id: UUID, initiative_id: UUID | None = None) -> Seat:
    """NotThere for a team or work that is not in scope. Each part is left empty for somebody who may not read it where it stands."""
    team = people.team(team_id)
    initiative = goals.initiative(initiative_id) if initiative_id else None
    reads = by.may("requests.read")
    backs = said_back.load(_about(Playback.objects.filter(person__team=team), "initiative", initiative)) if reads else []
    questions = asked.load(_about(Question.objects.filter(asking__person__team=team), "asking__initiative", initiative)) if reads else []
    last, marks = _marks(team, initiative)
    told = [one for one in _hearings(team, initiative) if one.row.asking_id is None]
    return Seat(
        team, Person.objects.filter(team=team, left_at=None).count(), initiative,
        tuple(_goals(team, initiative)) if by.may("goals.read") else (),
        tuple(_said(backs)), last, marks, tuple(_criticals(team, initiative)),
        tuple(one for one in told if one.answers), tuple(_choices(by, team, initiative, backs, questions)) if reads else (),
        tuple(sorted([*_waiting(backs, questions), *_to_tell(told)], key=lambda one: one.since)),
    )  # fmt: skip


def _about(rows: QuerySet[Any], field: str, initiative: Initiative | None) -> QuerySet[Any]:
    return rows.filter(**{field: initiative}) if initiative else rows


def _goals(team: Team, initiative: Initiative | None) -> Iterator[GoalHeld]:
    """Through the team itself, its role or whoever of it speaks, its work, or an owner in it; each goal once."""
    links: dict[UUID, LinkNow] = {}
    for link in goals.links_of(initiative.id) if initiative else goals.links():
        row = link.row
        if initiative or team.id in (row.team_id, row.speaker.team_id if row.speaker else None, row.initiative.team_id if row.initiative else None):
            links.setdefault(row.goal_id, link)
    for goal in goals.newest_versions():
        owns = goal.owner.team_id == team.id and (initiative is None or goal.goal_id in links)
        if owns or goal.goal_id in links:
            yield GoalHeld(goal, links.get(goal.goal_id), owns)


def _said(backs: Iterable[PlaybackNow]) -> Iterator[SaidHere]:
    found = [(back, one) for back in backs for one in back.standing if one.confirmed and one.sentence.aspect in TELLS]
    for aspect in TELLS:
        for back, one in found:
            if one.sentence.aspect == aspect:
                yield _sentence(back, one)


def _sentence(back: PlaybackNow, one: SentenceNow) -> SaidHere:
    """The quote is of the same aspect, or of the request itself: what was said about people and politics is never among them."""
    quotes = [answer.words for answer in back.answers if answer.question.aspect in (one.sentence.aspect, "")]
    on = one.verdict.at if one.verdict else back.versions[-1].at
    quote = quotes[-1] if quotes and not one.sentence.theirs else ""
    return SaidHere(one.sentence.aspect, one.sentence.words, quote, one.sentence.theirs, back.person, on, back.playback.initiative)


def _marks(team: Team, initiative: Initiative | None) -> tuple[Round | None, tuple[MarkedHere, ...]]:
    """What the team as a whole gave in the last round it was asked in, as far as the gate let it be written down."""
    last = Round.objects.filter(closed_at__isnull=False, kind=ROUND, parts__team=team, parts__answers=True).order_by("-closed_at").first()
    if last is None:
        return None, ()
    found = revealed(last.id)
    own = next((tally.counts.get("own") for tally in found.teams() if tally.team_id == team.id), None) or {}
    items = [item for item in found.now.items if initiative is None or item.initiative_id == initiative.id]
    marks = [MarkedHere(item, estimate(own[item.place]) if own else None) for item in items]
    return found.now.row, tuple(sorted(marks, key=lambda one: -one.mean.value if one.mean else 0))


def _criticals(team: Team, initiative: Initiative | None) -> Iterable[Critical]:
    rows = Critical.objects.select_related("person__team", "item__round").filter(team=team).order_by("-at", "-id")
    return _about(rows, "item__initiative", initiative)


def _hearings(team: Team, initiative: Initiative | None) -> list[HearingNow]:
    return hearings.load(_about(Hearing.objects.filter(critical__team=team), "critical__item__initiative", initiative))


def _choices(by: Actor, team: Team, initiative: Initiative | None, backs: Iterable[PlaybackNow], questions: Iterable[QuestionNow]) -> Iterator[ChoiceFelt]:
    work = {back.playback.initiative_id: back.playback.initiative for back in backs if back.written}
    work |= {one.asking.initiative_id: one.asking.initiative for one in questions if one.answers}
    filed = _about(Request.objects.select_related("initiative").filter(asked_by__team=team), "initiative", initiative)
    work |= {row.initiative_id: row.initiative for row in filed}
    stages = goals.stages(work)
    decided = {row.initiative_id: row for row in decisions.newest()} if by.may("decisions.read") else {}
    for id, row in sorted(work.items(), key=lambda one: (stages[one[0]].place, one[1].title)):
        yield ChoiceFelt(row, stages[id], decided.get(id))


def _waiting(backs: Iterable[PlaybackNow], questions: Iterable[QuestionNow]) -> Iterator[WaitsFor]:
    for one in questions:
        if one.state == asked.OPEN and one.question.aspect != decisions.POLITICS:
            yield WaitsFor(one.question.words, one.asking.asked_at, one.asking.initiative.title)
    for back in backs:
        if back.state in (said_back.SENT, said_back.PARTLY) and back.written:
            yield WaitsFor("", back.written.at, back.playback.initiative.title, back=True)


def _to_tell(told: Iterable[HearingNow]) -> Iterator[WaitsFor]:
    return (WaitsFor(one.critical.words, one.row.at, one.item.title) for one in told if one.state == hearings.WAITS)


@dataclass(frozen=True)
class TeamHeard:
    """A team to choose: how many people it has, and when one of them last confirmed or corrected something."""

    team: Team
    people: int
    last: datetime | None


def teams_heard(by: Actor, initiative_id: UUID | None = None) -> list[TeamHeard]:
    """Every team with people in it: three reads."""
    sizes: dict[UUID, int] = {}
    for id in Person.objects.filter(left_at=None, team__isnull=False).values_list("team_id", flat=True):
        sizes[id] = sizes.get(id, 0) + 1
    said = Verdict.objects.filter(sentence__version__playback__person__team__isnull=False)
    if initiative_id:
        said = said.filter(sentence__version__playback__initiative=initiative_id)
    by_team = said.order_by().values_list("sentence__version__playback__person__team").annotate(last=Max("at"))
    last = dict(by_team) if by.may("requests.read") else {}
    return [TeamHeard(team, sizes[team.id], last.get(team.id)) for team in Team.objects.order_by("side", "name") if team.id in sizes]


@dataclass(frozen=True)
class SaidShown:
    """A confirmed sentence as doors show it."""

    aspect: str
    words: str
    quote: str
    person: str
    on: datetime
    initiative_id: UUID


@dataclass(frozen=True)
class MarkShown:
    """What a team gave an item, 1 to 5, of how many people; None where it may not be shown."""

    item: str
    mean: Ranged | None
    n: int | None


@dataclass(frozen=True)
class SignedShown:
    """What somebody called critical, and signed."""

    item: str
    words: str
    person: str
    at: datetime


@dataclass(frozen=True)
class ChoiceShown:
    """Work they were heard about. outcome: what was decided, empty while nothing is."""

    initiative_id: UUID
    title: str
    stage: str
    outcome: str
    reasons: str


@dataclass(frozen=True)
class SeatShown:
    """One team's seat, as doors show it."""

    team_id: UUID
    team: str
    side: str
    people: int
    goals: list[str]
    said: list[SaidShown]
    marks: list[MarkShown]
    critical: list[SignedShown]
    choices: list[ChoiceShown]
    waiting: list[str]


@registry.query("empathy.show_seat", may="perspectives.read", doors={registry.API, registry.CLI, registry.MCP})
def show_seat(
    *,
    by: Actor,
    team_id: Annotated[UUID, Field(description="Whose seat.")],
    initiative_id: Annotated[UUID | None, Field(description="Of this work only; left out, of everything.")] = None,
) -> SeatShown:
    """How it looks from one team's seat: their goals, their day in words they confirmed, how they marked things, and what the choices do to them."""
    seat = seat_of(by, team_id, initiative_id)
    marks = [MarkShown(one.item.title, Ranged.of(one.mean) if one.mean else None, one.mean.n if one.mean else None) for one in seat.marks]
    return SeatShown(
        seat.team.id, seat.team.name, seat.team.side, seat.people, [one.goal.title for one in seat.goals],
        [SaidShown(one.aspect, one.words, one.quote, one.person.called, one.on, one.initiative.id) for one in seat.said], marks,
        [SignedShown(one.item.title, one.words, one.person.called, one.at) for one in seat.criticals], [_choice(one) for one in seat.choices],
        [one.words or one.about for one in seat.waiting],
    )  # fmt: skip


def _choice(one: ChoiceFelt) -> ChoiceShown:
    row = one.decision
    return ChoiceShown(one.initiative.id, one.initiative.title, one.stage.value, row.outcome if row else "", row.reasons if row else "")
