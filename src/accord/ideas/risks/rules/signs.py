"""How often signs came true, and when that may be said: of every sign whose time is over, whether or not somebody raised it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from accord.base.estimate.shares import wilson

TIME = timedelta(days=90)  # by then a sign has come true, or it has not
ENOUGH = 10  # signs of a kind whose time is over, before their share is said
SOON = timedelta(days=14)  # an acceptance that ends within these is a sign
QUIET = timedelta(days=10)  # questions without an answer for longer are
UNAGREED = timedelta(days=30)  # a goal that moved so long ago without everybody's word is
STALE = timedelta(days=60)  # a value case in which no range was said for longer is; half of what it knew is out of date then
SLIPPED = 2  # a day that was moved so often is


@dataclass(frozen=True)
class Sign:
    """What was suggested, from when until when it counts, and what it is about: keys of a goal, an initiative, a warning."""

    kind: str
    since: date
    due_on: date
    about: Collection[str]


@dataclass(frozen=True)
class Happened:
    """Something came true on a day. about: keys of the goal, the initiative and the warnings it was of."""

    on: date
    about: Collection[str]


@dataclass(frozen=True)
class Hits:
    """Of due signs of a kind, how many came true within their time, and between which shares that lies in the long run, nine times in ten."""

    due: int
    came: int

    @property
    def enough(self) -> bool:
        return self.due >= ENOUGH

    @property
    def between(self) -> tuple[float, float]:
        return wilson(self.came, self.due)


def outcomes(signs: Iterable[Sign], happened: Iterable[Happened]) -> Iterator[bool]:
    """By sign, whether it came true within its time. What came true on the day a sign was first seen was not foreseen by it."""
    days: dict[str, list[date]] = {}
    for one in happened:
        for key in one.about:
            days.setdefault(key, []).append(one.on)
    return (any(sign.since < day <= sign.due_on for key in sign.about for day in days.get(key, ())) for sign in signs)


def hits(signs: Iterable[Sign], happened: Iterable[Happened], today: date) -> Mapping[str, Hits]:
    """By kind, of those whose time is over."""
    over = [sign for sign in signs if sign.due_on < today]
    found: dict[str, list[bool]] = {}
    for sign, came in zip(over, outcomes(over, happened), strict=True):
        found.setdefault(sign.kind, []).append(came)
    return {kind: Hits(len(came), sum(came)) for kind, came in found.items()}
