"""What serves what: work that leads to no live goal, live goals nobody works for, live goals that hang below dead ones."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

K = TypeVar("K")

LIVE, MET, RETIRED = "live", "met", "retired"


@dataclass(frozen=True)
class Serving:
    """Names in alphabetical order. orphan_share: of all effort, None where no effort is known."""

    orphans: tuple[str, ...]
    unserved: tuple[str, ...]
    stranded: tuple[str, ...]
    orphan_share: float | None


def serving(goals: Mapping[str, str], serves: Iterable[tuple[str, str]], effort: Mapping[str, float]) -> Serving:
    """goals: the state of each. serves: (what serves, what is served); what is no goal is work. effort: of work, in any unit.

    A goal that is met or retired passes nothing up. Cycles do no harm. Time grows with goals and links."""
    pairs = list(serves)
    below: dict[str, list[str]] = {}
    above: dict[str, list[str]] = {}
    for lower, upper in pairs:
        below.setdefault(upper, []).append(lower)
        above.setdefault(lower, []).append(upper)
    work = set(effort) | {name for pair in pairs for name in pair if name not in goals}
    live = {name for name, state in goals.items() if state == LIVE}
    led = reached(live, below, lambda name: name not in goals)
    served = reached(work, above, lambda name: name in live)
    orphans, total = tuple(sorted(work - led)), sum(effort.values())
    return Serving(
        orphans,
        tuple(sorted(live - served)),
        tuple(sorted(name for name in live if (up := [one for one in above.get(name, ()) if one in goals]) and not live & set(up))),
        sum(effort.get(name, 0) for name in orphans) / total if total else None,
    )


def reached(start: Iterable[K], on: Mapping[K, Sequence[K]], passes: Callable[[K], bool] = lambda _name: True) -> set[K]:
    """All that is reached from the start over names that pass it on; the start itself is not counted unless it is reached."""
    found: set[K] = set()
    ahead = list(start)
    while ahead:
        for name in on.get(ahead.pop(), ()):
            if name not in found and passes(name):
                found.add(name)
                ahead.append(name)
    return found
