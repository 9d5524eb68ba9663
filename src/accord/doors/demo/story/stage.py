"""What a story is made of: acts with scenes, a calendar that ends today, and the people who act."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from types import SimpleNamespace
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from accord.base import clock, scope
from accord.base.people import access
from accord.base.people.models import Client, Person
from accord.base.people.rules import Actor, Role
from accord.ideas.worth.actions.changing import sitting

SATURDAY = 5


@dataclass
class House:
    """A client while its story is told. `actors` may act at a desk; everybody answers links as themselves."""

    client: Client
    people: dict[str, Person] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    goals: dict[str, UUID] = field(default_factory=dict)

    def at_desk(self, key: str) -> Actor:
        """Somebody signed in."""
        return access.actor_of(self.people[key], self.roles[key], "web")

    def at_link(self, key: str) -> Actor:
        """Somebody with a link on their phone."""
        return access.actor_of(self.people[key], Role.PARTICIPANT, "link")

    def id(self, key: str) -> UUID:
        return self.people[key].id


class Stage:
    """Where the scenes of one act play. What one scene leaves for the next is kept in `kept`."""

    def __init__(self, house: House, ends: date) -> None:
        self.house = house
        self.ends = ends
        self.kept = SimpleNamespace()

    def january(self) -> date:
        """The last days of the January after the story's end."""
        return date(self.ends.year + 1, 1, 29)

    def desk(self, key: str) -> Actor:
        return self.house.at_desk(key)

    def link(self, key: str) -> Actor:
        return self.house.at_link(key)

    def id(self, key: str) -> UUID:
        return self.house.id(key)


Play = Callable[[Stage], None]


@dataclass(frozen=True)
class Scene:
    """Something that happens at one moment: `days` working days ago at an hour of the day; of today, `days` is 0 and `hour` hours ago."""

    days: int
    hour: str
    play: Play

    def moment(self, now: datetime) -> datetime:
        if self.days == 0:
            return now - timedelta(hours=float(self.hour))
        zone = ZoneInfo(settings.TIME_ZONE)
        day = working_days_ago(now.astimezone(zone).date(), self.days)
        return datetime.combine(day, time.fromisoformat(self.hour), zone).astimezone(now.tzinfo)


@dataclass
class Act:
    """The scenes of one matter, in one client."""

    title: str
    at: str
    scenes: list[Scene] = field(default_factory=list)

    def scene(self, days: int, hour: str) -> Callable[[Play], Play]:
        """Have a function played so many working days ago: `@act.scene(33, "09:40")`. Today: `@act.scene(0, "2.5")`, so many hours ago."""

        def keep(play: Play) -> Play:
            self.scenes.append(Scene(days, hour, play))
            return play

        return keep


def working_days_ago(today: date, days: int) -> date:
    """The day so many working days before today."""
    day = today
    while days:
        day -= timedelta(days=1)
        days -= day.weekday() < SATURDAY
    return day


def in_days(days: int) -> date:
    """The first working day at least so many days from the moment of the scene."""
    day = clock.today() + timedelta(days=days)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day


def play(acts: list[Act], houses: dict[str, House], now: datetime) -> Iterator[tuple[Act, Scene]]:
    """Play the scenes of all acts in the order of time, each under a clock held at its moment. Yields each one when it is over."""
    stages = {id(act): Stage(houses[act.at], now.date()) for act in acts}
    ordered = sorted(((scene.moment(now), place, act, scene) for act in acts for place, scene in enumerate(act.scenes)), key=lambda one: one[:2])
    for moment, _, act, scene in ordered:
        stage = stages[id(act)]
        with clock.at(moment), scope.within(stage.house.client.id):
            with sitting():
                scene.play(stage)
            yield act, scene
