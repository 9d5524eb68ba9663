"""Warnings to take home, in one of the layouts that are taken in again. Who said one without a name is nowhere, nor on which day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import registry
from accord.base.paper import sheet
from accord.base.paper.sheet import Cell
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from ..models import Estimate, Risk
from ..rules.taking_in import LEVELS, Layout, layout
from .said import Told, told_of

TITLE = 100
LayoutOf = Annotated[Literal["accord", "ciso_assistant", "ridac"], Field(description="Whose columns: `accord`, `ciso_assistant` or `ridac`.")]


@registry.query("risks.export_risks", may="risks.read", doors={registry.API})
def export_risks(*, by: Actor, layout: LayoutOf = "accord") -> str:
    """All warnings as CSV, in the columns of Accord, of CISO Assistant's template for risks, or of a ServiceNow list of risks."""
    return as_csv(by=by, name=layout).decode("utf-8-sig")


def as_csv(*, by: Actor, name: str) -> bytes:
    return sheet.comma_separated(_sheet(by, layout(name)))


def as_xlsx(*, by: Actor, name: str) -> bytes:
    return sheet.xlsx([_sheet(by, layout(name))], _("Early warnings"))


@dataclass(frozen=True)
class Line:
    """One warning with what was said of it, on its way to a sheet."""

    row: Risk
    told: Told
    address: str
    layout: Layout

    def at(self, level: str) -> Estimate | None:
        found: Estimate | None = getattr(self.told, level)
        return found

    def end(self, level: str, name: str) -> float | None:
        said = self.at(level)
        found = None if said is None else getattr(said, name)
        return found if found is None or not name.startswith("chance") else round(found * 100, 6)

    def span(self, level: str, name: str) -> Cell:
        """From and to in one cell, as text, so that no spreadsheet makes one number of it."""
        low, high = self.end(level, f"{name}_low"), self.end(level, f"{name}_high")
        if low is None or high is None:
            return None
        unit = " %" if name == "chance" else ""
        return f"{_plain(low)}-{_plain(high)}{unit}"


def _plain(x: float) -> str:
    return f"{x:.6f}".rstrip("0").rstrip(".")


def _sheet(by: Actor, chosen: Layout) -> sheet.Sheet:
    if not by.may("risks.read"):
        raise registry.Refused("risks.read")
    return sheet.Sheet(_("Early warnings"), tuple(one.header for one in chosen.columns), list(_rows(chosen)))


def _rows(chosen: Layout) -> Iterator[tuple[Cell, ...]]:
    rows = list(Risk.objects.select_related("goal", "initiative"))
    told = told_of([row.id for row in rows])
    addresses: dict[UUID, str] = dict(Person.objects.filter(id__in={row.answerer_id for row in rows}).values_list("id", "email"))
    for row in rows:
        line = Line(row, told[row.id], addresses.get(row.answerer_id, ""), chosen)
        yield tuple(CELLS[one.field](line) for one in chosen.columns)


def _state(line: Line) -> Cell:
    states = line.layout.states
    return states[line.row.state] if states else str(line.row.get_state_display())


def _raised_on(line: Line) -> date:
    return line.row.week or line.row.warned_on


def _sees(line: Line) -> str:
    """Where a sheet has no columns for what it may cost and by when, the words have it."""
    row = line.row
    if not line.layout.states:
        return row.sees
    goal = [row.goal.title] if row.goal else []
    return "\n".join([*goal, row.sees, *filter(None, [row.costs])])


CELLS: dict[str, Callable[[Line], Cell]] = {
    "reference": lambda line: str(line.row.id),
    "type": lambda line: "Risk",
    "title": lambda line: Truncator(" ".join(line.row.sees.split())).chars(TITLE),
    "sees": _sees,
    "goal": lambda line: line.row.goal.title if line.row.goal else "",
    "initiative": lambda line: line.row.initiative.title if line.row.initiative else "",
    "costs": lambda line: line.row.costs,
    "asks": lambda line: line.row.asks,
    "act_by": lambda line: line.row.act_by,
    "bites_on": lambda line: line.row.bites_on,
    "needs_low": lambda line: line.row.needs_low,
    "needs_high": lambda line: line.row.needs_high,
    "basis": lambda line: line.told.current.basis if line.told.current else "",
    "answerer": lambda line: line.address,
    "raised_on": _raised_on,
    "how": lambda line: str(line.row.get_how_display()),
    "state": _state,
    "answer_by": lambda line: line.row.answer_by,
    "review_on": lambda line: line.row.review_on,
    "kept": lambda line: "",
}


def _span(level: str, name: str) -> Callable[[Line], Cell]:
    return lambda line: line.span(level, name)


def _end(level: str, name: str) -> Callable[[Line], Cell]:
    return lambda line: line.end(level, name)


def _levels() -> Iterator[tuple[str, Callable[[Line], Cell]]]:
    for level in LEVELS:
        yield f"{level}_word", lambda line: ""
        for name in ("chance", "loss"):
            yield f"{level}_{name}", _span(level, name)
            for end in ("low", "high"):
                yield f"{level}_{name}_{end}", _end(level, f"{name}_{end}")


CELLS.update(_levels())
