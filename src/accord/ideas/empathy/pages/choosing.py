"""The page “Choose together”: the finding, the three selections side by side, who gets what, who is heard, and what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.paper.numbers import significant
from accord.base.people import reader
from accord.base.people.queries import slug
from accord.base.people.rules import Actor

from ..forms.choosing import BudgetForm
from ..models import Choice, Critical, RoundItem
from ..queries import choosing
from ..queries.revealed import Revealed, revealed
from ..rules import Estimate
from ..rules.choosing import WAYS, Together, Voter
from .choosing_sentences import changes, finding, group_name, percent, standfirst, what_dear_changes


@dataclass(frozen=True)
class Cell:
    """One item in one selection: whether it is taken, what is spent with it, and in how many of 20 readings the fair one takes it."""

    taken: bool
    total: str
    of_twenty: str = ""


@dataclass(frozen=True)
class ItemRow:
    item: RoundItem
    typical: str
    cost: str
    cells: list[Cell]


@dataclass(frozen=True)
class Gets:
    """What a group gets of its points in one selection; nothing: none of what it gave points to is in it."""

    share: str
    range: str
    nothing: bool


@dataclass(frozen=True)
class GroupRow:
    name: str
    people: int
    gets: list[Gets]


@dataclass(frozen=True)
class Bought:
    """What a budget allows, as it is shown. names: of the three selections; spent: what each costs. told: what every group gave."""

    names: list[str]
    rows: list[ItemRow]
    spent: list[str]
    groups: list[GroupRow]
    changes: list[str]
    dear: str
    left: list[str]
    told: list[tuple[str, list[str]]]


@dataclass(frozen=True)
class Hearing:
    """Called critical by somebody, and left out. ask_more: where they are asked to tell more, empty where that cannot be done."""

    said: Critical
    ask_more: str


@dataclass(frozen=True)
class ChoiceTold:
    """A choice in words. in_it and left: titles with their costs."""

    row: Choice
    taken: str
    budget: str
    in_it: list[tuple[str, str]]
    left: list[tuple[str, str]]


@dataclass(frozen=True)
class ChoosePage:
    found: Revealed
    headline: str
    standfirst: str
    form: BudgetForm
    bought: Bought | None
    hearing: list[Hearing]
    choice: ChoiceTold | None
    earlier: int
    items: list[tuple[str, str]]  # what can be taken, for the form
    may_edit: bool


def choose_page(*, by: Actor, round_id: UUID, asked: Mapping[str, Any]) -> ChoosePage:
    """asked: the budget and costs of the address; without any, those of the choice that counts."""
    found = revealed(round_id)
    if not choosing.shares_asked(found):
        raise registry.NotThere(str(round_id))
    history, items, currency = choosing.choices(round_id), found.now.items, choosing.currency_of(found)
    standing = history[0] if history else None
    data = asked if "budget" in asked else BudgetForm.of(standing, items, choosing.known_costs(round_id, currency)) if standing else None
    form = BudgetForm(data, items=items, known=_known(found, currency), currency=currency)
    told = _told(found, form) if data is not None and form.is_valid() else None
    headline, words = (finding(told), standfirst(told)) if told else _before(found)
    titles = [(str(item.id), item.title) for item in items if told and str(item.id) in told.costs]
    return ChoosePage(
        found, headline, words, form, _bought(found, told, currency) if told else None, _hearing(found, told, None if "budget" in asked else standing, by),
        choice_told(found, standing) if standing else None, max(0, len(history) - 1), titles, by.may("perspectives.edit"),
    )  # fmt: skip


def _told(found: Revealed, form: BudgetForm) -> Together | None:
    try:
        return choosing.chosen(found, form.cleaned_data["budget"], choosing.read_costs(found, form.costs()))
    except registry.Mistake as mistake:
        form.add_error(None, mistake.message)
        return None


def _before(found: Revealed) -> tuple[str, str]:
    """Before anybody said what there is to spend."""
    if not choosing.speakers(found):
        return _("Too few answered to choose together"), _("Figures are never shown for groups of fewer than five people.")
    return _("What can we spend, and on what?"), _("Say the budget and what each thing costs. Then the fair selection stands beside the rankings.")


def _known(found: Revealed, currency: str) -> dict[str, str]:
    """What the value cases say, in a sentence each."""
    told = {}
    for id, one in choosing.known_costs(found.now.row.id, currency).items():
        range_ = {"option": one.option, "range": between(one.cost.low, one.cost.high, currency)}
        told[id] = _("%(option)s: %(range)s, from its value case. Left empty, this counts.") % range_
    return told


def between(low: float, high: float, currency: str) -> str:
    """A cost as people gave it: three figures, so that 165,000 stays so."""
    return reader.voice(currency).exact_range(significant(low, 3), significant(high, 3))


def way_names() -> list[str]:
    return [_("Fair selection"), _("By points"), _("Points for the money")]


def _bought(found: Revealed, told: Together, currency: str) -> Bought:
    names, voice = choosing.team_names(found), reader.voice(currency)
    wanted = {item: sum(voter.points[item].value for voter in told.voters) for item in told.costs}
    titles = {str(item.id): item.title for item in found.now.items}
    items = sorted((item for item in found.now.items if str(item.id) in wanted), key=lambda item: -wanted[str(item.id)])
    totals = {way: _totals(told, way) for way in WAYS}
    of = _("%(spent)s of %(budget)s")
    spent = [of % {"spent": voice.about(told.way(way).cost), "budget": voice.exact(told.budget)} for way in WAYS]
    return Bought(
        way_names(), [_row(item, told, totals, currency) for item in items], spent, [_group(voter, told, names) for voter in told.voters],
        changes(told, names), what_dear_changes(told, titles), [titles[id] for id in told.without_cost],
        [(item.title, [_points(voter.points[str(item.id)]) for voter in told.voters]) for item in items],
    )  # fmt: skip


def _totals(told: Together, way: str) -> dict[str, float]:
    """What is spent once an item is taken, in the order of choosing."""
    spent, found = 0.0, {}
    for item in told.way(way).items:
        spent += told.costs[item].typical
        found[item] = spent
    return found


def _row(item: RoundItem, told: Together, totals: Mapping[str, Mapping[str, float]], currency: str) -> ItemRow:
    id, voice, cost = str(item.id), reader.voice(currency), told.costs[str(item.id)]
    cells = [Cell(id in totals[way], voice.about(totals[way][id]) if id in totals[way] else "") for way in WAYS]
    if id in told.sure:
        cells[0] = Cell(cells[0].taken, cells[0].total, _("in %(n)d of 20 futures") % {"n": told.sure[id]})
    return ItemRow(item, voice.about(cost.typical), between(cost.low, cost.high, currency), cells)


def _group(voter: Voter, told: Together, names: Mapping[str, str]) -> GroupRow:
    gets = [_gets(told.gets[way][voter.name], voter.name in told.way(way).with_nothing) for way in WAYS]
    return GroupRow(group_name(voter, names), voter.n, gets)


def _gets(one: Estimate, nothing: bool) -> Gets:
    return Gets(percent(one.value), _("%(low)s to %(high)s") % {"low": percent(one.low), "high": percent(one.high)}, nothing)


def _points(one: Estimate) -> str:
    return _("%(points)s (%(low)s to %(high)s)") % {"points": f"{one.value:.0f}", "low": f"{one.low:.0f}", "high": f"{one.high:.0f}"}


def _hearing(found: Revealed, told: Together | None, standing: Choice | None, by: Actor) -> list[Hearing]:
    """Of what was chosen; where a budget is tried, of the fair selection."""
    if standing is None and told is None:
        return []
    taken = set(standing.items) if standing else set(told.selection.equal.items) if told else set()
    return [Hearing(one, ask_more_url(one) if by.may("perspectives.edit") else "") for one in found.criticals if str(one.item_id) not in taken]


def ask_more_url(one: Critical) -> str:
    return reverse("empathy:ask_more", kwargs={"client": slug(), "critical_id": one.id})


def choice_told(found: Revealed, row: Choice) -> ChoiceTold:
    voice = reader.voice(row.currency)
    costs = {id: between(cost["low"], cost["high"], row.currency) for id, cost in row.costs.items()}
    rows = [(str(item.id), item.title) for item in found.now.items if str(item.id) in costs]
    inside = [(title, costs[id]) for id, title in rows if id in row.items]
    return ChoiceTold(row, row.get_taken_display(), voice.exact(float(row.budget)), inside, [(title, costs[id]) for id, title in rows if id not in row.items])


def choice_of(found: Revealed) -> ChoiceTold | None:
    """The choice out of a round that counts."""
    row = choosing.standing(found.now.row.id)
    return choice_told(found, row) if row else None
