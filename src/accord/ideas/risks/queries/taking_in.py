"""A sheet of warnings against those that stand: what taking it in would do. Nothing is written."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import registry
from accord.base.paper import sheet_in
from accord.base.paper.sheet_in import Unreadable
from accord.base.people.files import Content, decoded
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import GoalVersion, Initiative
from accord.ideas.goals.queries.importing import people_by_name, somebody
from accord.ideas.goals.rules.cells import columns, same

from ..faults import file_said, said
from ..models import ENDED, Estimate, Risk
from ..rules import taking_in as rules
from ..rules.taking_in import WRITTEN, Known, Layout, Numbers, Plan, Row, Standing

FileName = Annotated[str, Field(description="The name of the file; its ending says what it is: .csv or .xlsx.", max_length=200)]
LayoutName = Annotated[
    Literal["", "accord", "ciso_assistant", "ridac"],
    Field(description="Whose columns they are: `accord`, `ciso_assistant` or `ridac`; left out, the one of which most columns are there."),
]
Answers = Annotated[UUID | None, Field(description="Who must answer where the file names nobody; left out, whoever is closest to the goal or the work.")]


@dataclass(frozen=True)
class RisksSheet:
    """A file that was read, and what it would do. headers: by field. not_read: headers no field is in."""

    name: str
    layout: Layout
    plan: Plan
    headers: dict[str, str]
    not_read: tuple[str, ...]

    @property
    def seen(self) -> str:
        """Short for what it would do: another one means that something else would happen."""
        told = [(row.number, row.kind, row.reference, sorted((k, str(v)) for k, v in row.fields.items()), str(row.said)) for row in self.plan.rows]
        return hashlib.sha256(repr(told).encode()).hexdigest()[:32]


def read(name: str, content: bytes, layout: str = "") -> RisksSheet:
    """Raises Mistake on `content` for a file that cannot be read, and for one without a column of words."""
    try:
        table = sheet_in.read(name, content)
    except Unreadable as unreadable:
        raise registry.Mistake(file_said(name, unreadable), "content") from None
    chosen = rules.layout(layout) if layout else rules.found_layout(table.headers)
    places = columns(table.headers, chosen.called)
    if not {"title", "sees"} & set(places):
        raise registry.Mistake(_("%(file)s: no column says what somebody sees. Call it What I see, Name or Short description.") % {"file": name}, "content")
    rows = [(line.number, {field: line.cells[place] for field, place in places.items() if field not in WRITTEN}) for line in table.lines]
    understood = rules.plan(rows, chosen, _known(chosen), comma=table.comma)
    read_ = set(places.values())
    other = tuple(header for place, header in enumerate(table.headers) if place not in read_ and header)
    return RisksSheet(name, chosen, understood, {field: table.headers[place] for field, place in places.items()}, other)


def _known(chosen: Layout) -> Known:
    return Known(_standing(chosen), _by_name(goals.newest_versions()), _work(), people_by_name())


def _by_name(versions: Iterable[GoalVersion]) -> dict[str, UUID]:
    return {same(one.title): one.goal_id for one in versions}


def _work() -> dict[str, UUID]:
    return {same(title): id for id, title in Initiative.objects.order_by("opened_at").values_list("id", "title")}


def _standing(chosen: Layout) -> dict[str, Standing]:
    """Those taken in from such a sheet before, and all by their own ids, as our own sheets give them."""
    newest: dict[UUID, dict[str, Numbers]] = {}
    for risk_id, level, *ends in Estimate.objects.values_list("risk", "level", "chance_low", "chance_high", "loss_low", "loss_high"):
        low, high = (None if end is None else end * 100 for end in ends[:2])
        newest.setdefault(risk_id, {})[level] = (low, high, *ends[2:])
    found = {}
    for id, source, reference, state in Risk.objects.order_by().values_list("id", "source", "reference", "state"):
        one = Standing(id, newest.get(id, {}), state == ENDED)
        found[str(id)] = one
        if source == chosen.source and reference:
            found[reference] = one
    return found


@dataclass(frozen=True)
class RiskRowShown:
    """One row as doors show it. kind: `new`, `changed`, `same`, `left_out` or `mistake`. asks_for_ranges: it says how likely or how dear in words only,
    or not at all, and words become no numbers. mistakes: in words, with file, row and column."""

    row: int
    warning: str
    risk_id: UUID | None
    kind: str
    asks_for_ranges: bool
    mistakes: list[str]


def shown(sheet: RisksSheet, rows: Sequence[Row]) -> list[RiskRowShown]:
    return [
        RiskRowShown(row.number, row.title, row.risk.id if row.risk else None, row.kind, row.kind == rules.NEW and row.asks_for_ranges, mistakes(sheet, row))
        for row in rows
    ]


def mistakes(sheet: RisksSheet, row: Row) -> list[str]:
    return [said(sheet.name, row.number, fault, sheet.headers) for fault in row.faults]


@registry.query("risks.preview_import", may="risks.edit", doors={registry.API})
def preview_import(*, by: Actor, name: FileName, content: Content, layout: LayoutName = "", answerer_id: Answers = None) -> list[RiskRowShown]:
    """What taking in a sheet of warnings would do, row by row. Nothing is written."""
    somebody(answerer_id)
    sheet = read(name, decoded(content), layout)
    return shown(sheet, sheet.plan.rows)
