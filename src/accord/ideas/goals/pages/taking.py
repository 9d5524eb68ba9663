"""The page of a dry run: what a file of time entries or tickets would add, and under which names."""

from dataclasses import dataclass

from ..queries.taking import Called, EffortFile, shown
from ..rules.effort import Hours
from ..rules.importing import CHANGED, MISTAKE, NEW, SAME
from ..rules.taking import EMPTY
from .effort import hours_said

MOST = 100  # rows and names on the page


@dataclass(frozen=True)
class NameLine:
    """A name of the file, its hours, and what it is here as far as anybody said."""

    name: str
    hours: str
    called: Called


@dataclass(frozen=True)
class EffortRun:
    """What the file would do."""

    file: EffortFile
    mistakes: list[str]
    wrong: int
    new: int
    changed: int
    same: int
    empty: int
    hours: str
    names: list[NameLine]
    more_names: int
    unmatched: int

    @property
    def more_mistakes(self) -> int:
        return max(0, self.wrong - MOST)


def effort_run(file: EffortFile) -> EffortRun:
    wrong = file.of(MISTAKE)
    mistakes = [said for one in shown(file, wrong[:MOST]) for said in one.mistakes]
    names = [NameLine(one.name, said(float(one.hours)), one) for one in file.names[:MOST]]
    new, changed, same, empty = (len(file.of(kind)) for kind in (NEW, CHANGED, SAME, EMPTY))
    unmatched = sum(one.matched is None and not one.aside for one in file.names)
    more = max(0, len(file.names) - MOST)
    return EffortRun(file, mistakes, len(wrong), new, changed, same, empty, said(float(file.hours)), names, more, unmatched)


def said(hours: float) -> str:
    return hours_said(Hours(hours, hours))
