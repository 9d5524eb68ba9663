"""What is critical to somebody and not to most: it must not be averaged away."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..models import Critical, RoundItem
from ..rules import disagreement
from ..rules.counts import joined, ratings
from ..sentences import ten
from .revealed import Revealed


@dataclass(frozen=True)
class Minority:
    """Critical to somebody, and not to most: heard first. rest: what most say, 0 to 10; None where that may not be shown."""

    item: RoundItem
    said: list[Critical]
    rest: str | None

    @property
    def who(self) -> str:
        """By what they do: their team as a whole may see it otherwise."""
        return ", ".join(dict.fromkeys(one.person.called for one in self.said))


def minorities(found: Revealed) -> Iterator[Minority]:
    """Items somebody called critical that the two sides together do not: they cannot be averaged away."""
    tallies = [tally for side in ("business", "it") if (tally := found.side(side))]
    for item in found.now.items:
        said = [one for one in found.criticals if one.item_id == item.id]
        if not said:
            continue
        marks = ratings(joined(*(tally.counts["own"][item.place] for tally in tallies if tally.counts.get("own"))))
        told = disagreement(marks)
        if told.critical_minority or not marks:
            yield Minority(item, said, None if told.median is None else ten(told.median))
