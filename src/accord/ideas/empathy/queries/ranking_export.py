"""The items of a closed round as RICE, WSJF or MoSCoW, for those who need them. Each heading says where its column comes from; what Accord does
not know stays empty for whoever fills it in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import Field

from accord.base import registry
from accord.base.paper import sheet
from accord.base.paper.sheet import Cell, Sheet
from accord.base.people.rules import Actor
from accord.ideas.worth import queries as worth

from ..models import EQUAL, Choice, RoundItem
from ..rules import methods
from ..rules.estimates import Estimate
from . import choosing
from .revealed import Revealed, revealed

NAMES = {"rice": gettext_lazy("RICE"), "wsjf": gettext_lazy("WSJF"), "moscow": gettext_lazy("MoSCoW")}
Method = Annotated[Literal["rice", "wsjf", "moscow"], Field(description="Which of the three.")]
RoundId = Annotated[UUID, Field(description="The round; it must be closed.")]


@registry.query("empathy.export_ranking", may="perspectives.read", doors={registry.API, registry.CLI})
def export_ranking(*, by: Actor, round_id: RoundId, method: Method) -> str:
    """The items of a closed round as CSV with the columns of RICE, WSJF or MoSCoW: what Accord knows, and empty what it does not."""
    return as_csv(by=by, round_id=round_id, method=method).decode("utf-8-sig")


def as_csv(*, by: Actor, round_id: UUID, method: str) -> bytes:
    return sheet.comma_separated(_sheets(by, round_id, method)[0])


def as_xlsx(*, by: Actor, round_id: UUID, method: str) -> bytes:
    """With a second tab that says how each column is made."""
    return sheet.xlsx(_sheets(by, round_id, method), revealed(round_id).now.row.title)


@dataclass(frozen=True)
class _Item:
    """One item with everything that is known about it."""

    row: RoundItem
    business: Estimate | None
    it: Estimate | None
    costing: worth.Costing | None
    choice: Choice | None
    critical: bool

    @property
    def mark(self) -> Estimate | None:
        return methods.both(self.business, self.it)

    @property
    def once(self) -> worth.Ranged | None:
        return self.costing.once if self.costing else None


@dataclass(frozen=True)
class _Column:
    """name: as the method calls it. how: where it comes from, or that it is not known here."""

    name: str
    how: str
    of: Callable[[_Item], Cell]


def _sheets(by: Actor, round_id: UUID, method: str) -> list[Sheet]:
    if not by.may("perspectives.read"):
        raise registry.Refused("perspectives.read")
    columns = [_Column(_("Item"), _("As it was called when the round was opened."), lambda one: one.row.title), *_COLUMNS[method]()]
    rows = [[column.of(item) for column in columns] for item in _items(revealed(round_id))]
    headings = tuple(f"{column.name} ({column.how.rstrip('.')})" for column in columns[1:])
    notes = Sheet(_("How it is made"), (_("Column"), _("Where it comes from")), [(column.name, column.how) for column in columns])
    return [Sheet(str(NAMES[method]), (columns[0].name, *headings), rows), notes]


def _items(found: Revealed) -> list[_Item]:
    items = found.now.items
    known = worth.costings([item.initiative_id for item in items if item.initiative_id])
    choice, critical = choosing.standing(found.now.row.id), {one.item_id for one in found.criticals}

    def of(item: RoundItem) -> _Item:
        costing = known.get(item.initiative_id) if item.initiative_id else None
        return _Item(item, _mark(found, "business", item), _mark(found, "it", item), costing, choice, item.id in critical)

    return [of(item) for item in items]


def _mark(found: Revealed, side: str, item: RoundItem) -> Estimate | None:
    tally = found.side(side)
    own: Sequence[Sequence[int] | None] | None = tally.counts.get("own") if tally else None
    return methods.mean_mark(own[item.place]) if own else None


def _rounded(value: float | None, digits: int = 2) -> Cell:
    return None if value is None else round(value, digits)


def _marked(read: Callable[[_Item], Estimate | None], name: str, how: str) -> list[_Column]:
    """A mean mark, with its interval and of how many."""

    def part(field: str) -> Callable[[_Item], Cell]:
        return lambda one: _rounded(getattr(mark, field)) if (mark := read(one)) else None

    ends = _("The low end of it, 9 in 10."), _("The high end of it, 9 in 10."), _("How many people gave it.")
    return [
        _Column(name, how, part("value")),
        _Column(_("%(name)s, low") % {"name": name}, ends[0], part("low")),
        _Column(_("%(name)s, high") % {"name": name}, ends[1], part("high")),
        _Column(_("%(name)s, people") % {"name": name}, ends[2], part("n")),
    ]


def _cost() -> list[_Column]:
    how = _("One-time cost of the option in the value case, typically; nine in ten between the next two. Not an effort in months: Accord does not know one.")
    return [
        _Column(_("Cost"), how, lambda one: _rounded(one.once.typical, 0) if one.once else None),
        _Column(_("Cost, low"), _("The low end of it, 9 in 10."), lambda one: _rounded(one.once.low, 0) if one.once else None),
        _Column(_("Cost, high"), _("The high end of it, 9 in 10."), lambda one: _rounded(one.once.high, 0) if one.once else None),
        _Column(_("Currency"), _("Of the value case."), lambda one: one.costing.currency if one.costing and one.once else None),
    ]


def _reach(one: _Item) -> Cell:
    touches = one.costing.touches if one.costing else None
    return _rounded(touches.typical, 0) if touches else None


def _rice() -> list[_Column]:
    empty = _("Empty: person-months are not known in Accord. Fill it in; the score is reach times impact times confidence, by effort.")
    impact = _("From the mean mark of both sides: can wait 0.25, matters a little 0.5, matters 1, matters a lot 2, critical 3.")
    sure = _("From how far nine in ten of that mark reach: within a quarter of a step 1, half a step 0.8, else 0.5.")
    return [
        _Column("Reach", _("People affected, typically, as the value case says."), _reach),
        _Column("Impact", impact, lambda one: methods.impact(one.mark)),
        _Column("Confidence", sure, lambda one: methods.confidence(one.mark)),
        _Column("Effort", empty, lambda one: None),
        *_marked(lambda one: one.mark, _("Mark"), _("Mean of both sides, 1 to 5, each side counting the same.")),
        *_cost(),
    ]


def _wsjf() -> list[_Column]:
    unknown = _("Empty: Accord does not know it. Fill it in on the scale you use.")
    delay = _("What a day without a decision costs, as the value case says; it may help with time criticality.")
    job = _("Empty: the size of the work is not known in Accord. Fill it in; the score is the sum of the three, by job size.")
    return [
        *_marked(lambda one: one.business, "Business value", _("Mean mark of the business, 1 to 5.")),
        _Column("Time criticality", unknown, lambda one: None),
        _Column("Risk reduction", unknown, lambda one: None),
        _Column("Job size", job, lambda one: None),
        _Column(_("A day costs"), delay, lambda one: _rounded(one.costing.day_costs, 0) if one.costing and one.costing.day_costs else None),
        *_cost(),
    ]


def _moscow() -> list[_Column]:
    how = " ".join((
        _("From the choice that counts. Must: taken, and somebody signed it as critical. Should: taken. Could: taken because money was left."),
        _("Won’t: not taken this time. Empty: nothing was decided about it."),
    ))  # fmt: skip
    return [
        _Column("MoSCoW", how, _word),
        _Column(_("Signed as critical"), _("Whether somebody said with their name why it is critical."), lambda one: _("yes") if one.critical else _("no")),
        *_cost(),
    ]


def _word(one: _Item) -> Cell:
    words = {"must": _("Must"), "should": _("Should"), "could": _("Could"), "wont": _("Won’t, this time")}
    choice, id = one.choice, str(one.row.id)
    filled = choice.found.get("filled_up", []) if choice and choice.taken == EQUAL else []
    decided = methods.Decided(choice.costs, choice.items, filled) if choice else None
    return words.get(methods.moscow(id, decided, [id] if one.critical else []))


_COLUMNS: dict[str, Callable[[], list[_Column]]] = {"rice": _rice, "wsjf": _wsjf, "moscow": _moscow}
