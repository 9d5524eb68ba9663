"""Check-ins: their rhythm, whom the next one asks and when, and what it asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max
from django.utils.timezone import localdate

from accord.base import clock, registry, scope
from accord.base.people.models import Person
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import GoalVersion, Initiative
from accord.ideas.goals.rules import Stage

from ..models import PULSE, Cadence, CadencePerson, Pause, Round, RoundItem, RoundPart
from ..rules.cadence import Candidate, Rhythm, enough_from, next_day, not_before
from ..rules.standing import longest_ago, next_questions
from . import rounds
from .rounds import RoundNow

ITEMS = 6  # things a check-in asks about at most


def today() -> date:
    """On their calendar; `clock.today` is the same day everywhere."""
    return localdate(clock.now())


@scope.once
def cadence() -> Cadence | None:
    """The rhythm that stands, if one was ever set."""
    return Cadence.objects.select_related("set_by").order_by("-at", "-id").first()


def rhythm() -> Rhythm:
    now = cadence()
    return now.as_rule() if now else Rhythm()


def chosen_ids() -> frozenset[UUID]:
    """Who is asked; nobody in it: everybody is."""
    return frozenset(CadencePerson.objects.filter(cadence=now).values_list("person_id", flat=True)) if (now := cadence()) else frozenset()


@scope.once
def newest_pause() -> Pause | None:
    return Pause.objects.order_by("-at", "-id").first()


def resting() -> Pause | None:
    """The pause check-ins are in, if they are."""
    found = newest_pause()
    return found if found and found.rests and (found.until is None or found.until >= today()) else None


@registry.letter_hours.register("empathy")
def letter_hours() -> Iterator[tuple[int, int]]:
    """From which hour until which this client wants to be written to, where somebody said so."""
    if now := cadence():
        yield now.morning, now.evening


def candidates() -> list[Candidate]:
    """Who could be asked, with the day they last were."""
    asked = dict(RoundPart.objects.filter(answers=True).order_by().values_list("person_id").annotate(last=Max("asked_at")))
    chosen = chosen_ids()
    here = Person.objects.filter(left_at=None).exclude(email="").values_list("id", "side")
    return [Candidate(id, side, localdate(asked[id]) if id in asked else None) for id, side in here if not chosen or id in chosen]


@scope.once
def next_on() -> date | None:
    """The day on which the next check-in goes out; None while there is no rhythm, it rests, or a side has nobody to ask."""
    now, pause = cadence(), newest_pause()
    if now is None or (pause and pause.rests and pause.until is None):
        return None
    how = now.as_rule()
    since = max(now.at, pause.at) if pause and not pause.rests else now.at
    last = Round.objects.filter(kind=PULSE).aggregate(last=Max("opened_at"))["last"]
    day = next_day(how, localdate(last) if last else None, after=localdate(since))
    if pause and pause.rests and pause.until:
        day = not_before(day, date.fromordinal(pause.until.toordinal() + 1), how.weekday)
    enough = enough_from(candidates(), how)
    return not_before(day, enough, how.weekday) if enough else None


def is_due() -> bool:
    day = next_on()
    return day is not None and day <= today() and open_check_in() is None


@scope.once
def check_ins() -> tuple[RoundNow, ...]:
    """All check-ins, newest first."""
    return tuple(rounds.load(Round.objects.select_related("made_by", "client", "goal").filter(kind=PULSE)))


def open_check_in() -> RoundNow | None:
    return next((one for one in rounds.open_rounds() if one.row.kind == PULSE), None)


def standing_next() -> tuple[str, ...]:
    """Which of the six are asked next."""
    asked = Round.objects.filter(kind=PULSE, stopped_at=None).order_by("opened_at", "id").values_list("standing", flat=True)
    return next_questions(asked)


@dataclass(frozen=True)
class About:
    """What a check-in asks about: work and goals, by their ids, and the version of which it asks whether it is still right."""

    initiative_ids: list[UUID]
    goal_ids: list[UUID]
    still_right: GoalVersion | None


def about_next() -> About:
    """Open work and live goals, those asked about longest ago."""
    items = RoundItem.objects.filter(round__stopped_at=None).order_by()
    asked: dict[UUID, datetime] = dict(items.filter(initiative__isnull=False).values_list("initiative_id").annotate(last=Max("round__opened_at")))
    asked |= dict(items.filter(goal__isnull=False).values_list("goal__goal_id").annotate(last=Max("round__opened_at")))
    work = list(Initiative.objects.order_by("-opened_at").values_list("id", flat=True))
    stages = goals.stages(work)
    live = goals.newest_versions()
    aims = {one.goal_id for one in live}
    found = longest_ago([*(id for id in work if stages[id] is not Stage.CLOSED), *aims], asked, ITEMS)
    return About([id for id in found if id not in aims], [id for id in found if id in aims], _still_right(live))


def _still_right(live: list[GoalVersion]) -> GoalVersion | None:
    """What changed and was not asked about since comes first, the newest change before the others; then the goal asked about longest ago."""
    asked = dict(Round.objects.filter(kind=PULSE, stopped_at=None, goal__isnull=False).order_by().values_list("goal_id").annotate(last=Max("opened_at")))
    newest = sorted(live, key=lambda one: one.at, reverse=True)
    found = longest_ago([one.id for one in newest], asked, 1)
    return next((one for one in live if one.id in found), None)


@scope.once
def last_asked(part: RoundPart) -> datetime | None:
    """When the check-in before this one asked the same person."""
    before = RoundPart.objects.filter(person=part.person_id, round__kind=PULSE, answers=True, asked_at__lt=part.asked_at)
    found: datetime | None = before.aggregate(last=Max("asked_at"))["last"]
    return found


@dataclass(frozen=True)
class CadenceShown:
    """How a client checks in. weekday: 0 is Monday. person_ids: empty for everybody. most: people of one side at a time, None for all."""

    weeks: int
    weekday: int
    person_ids: list[UUID]
    open_days: int
    evening: int
    morning: int
    least_days: int
    most: int | None
    rests: bool
    rests_until: date | None
    next_on: date | None

    @staticmethod
    def of(row: Cadence) -> "CadenceShown":
        pause = resting()
        return CadenceShown(
            row.weeks, row.weekday, sorted(chosen_ids()), row.open_days, row.evening, row.morning, row.least_days, row.most,
            pause is not None, pause.until if pause else None, next_on(),
        )  # fmt: skip

    @staticmethod
    def now(_row: object) -> "CadenceShown":
        """After check-ins were paused or resumed."""
        return CadenceShown.of(cadence() or Cadence())
