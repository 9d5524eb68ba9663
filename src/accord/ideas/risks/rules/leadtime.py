"""How early we were told: what came true, beside the earliest warning sealed strictly before it. Hindsight never counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, median

from accord.base.estimate.shares import wilson

STATED = 0.5  # a false alarm is only what was called at least this likely


@dataclass(frozen=True)
class Came:
    """Something that came true on a day (a number), and how many days it would have taken to act."""

    name: str
    day: float
    needed: float = 0


@dataclass(frozen=True)
class Warned:
    """A warning of it. chance: as stated, from 0 to 1, None where nobody said. over: None while open; whether it came true once it is over."""

    name: str
    day: float
    chance: float | None = None
    over: bool | None = None


@dataclass(frozen=True)
class LeadTime:
    """leads: days ahead by name, 0 where nobody had said. told: the share that was said beforehand, with its 90 % interval. timely: the share
    said with the days it takes to act. false_alarms: of those stated at one in two or more and over, the share that did not come true."""

    leads: dict[str, float]
    warned: int
    timely_count: int
    told: float | None
    told_between: tuple[float, float]
    mean_lead: float | None  # with zeros
    median_lead: float | None  # of those that were said beforehand
    timely: float | None
    timely_between: tuple[float, float]
    false_alarms: float | None
    stated: int  # how many were stated at one in two or more, and are over


def lead_time(came: Sequence[Came], warnings: Sequence[Warned]) -> LeadTime:
    days: dict[str, list[float]] = {}
    for warning in warnings:
        days.setdefault(warning.name, []).append(warning.day)
    leads = {event.name: max((event.day - day for day in days.get(event.name, ()) if day < event.day), default=0) for event in came}
    ahead = [lead for lead in leads.values() if lead > 0]
    timely = sum(leads[event.name] > 0 and leads[event.name] >= event.needed for event in came)
    stated = [one for one in warnings if one.over is not None and one.chance is not None and one.chance >= STATED]
    return LeadTime(
        leads=leads,
        warned=len(ahead),
        timely_count=timely,
        told=_share(len(ahead), len(came)),
        told_between=wilson(len(ahead), len(came)),
        mean_lead=mean(leads.values()) if leads else None,
        median_lead=median(ahead) if ahead else None,
        timely=_share(timely, len(came)),
        timely_between=wilson(timely, len(came)),
        false_alarms=_share(sum(not one.over for one in stated), len(stated)),
        stated=len(stated),
    )


def _share(hits: int, n: int) -> float | None:
    return hits / n if n else None
