"""The page of effort: where the work of a month went beside where both sides wanted it, with what each figure is made of."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.paper.charts.beside import Part, beside
from accord.base.paper.figure import Figure
from accord.base.people import reader
from accord.base.people.rules import Actor

from ..models import ESTIMATE
from ..queries import drifting, effort
from ..queries.effort import Month, Name, Source, Spent
from ..rules.effort import NO_SHARES, NONE, NOT_TIED, UNMATCHED, Hours, Picture
from ..rules.reset import ORPHAN_SHARE
from ..signals import gap_said

MOST, PARTS = 30, 12  # goals, names or work in a list, and what one goal is made of; the others are counted, and `goals.list_effort` has them all


@dataclass(frozen=True)
class WorkPart:
    """One initiative's part of a goal's hours. how: counted or estimated, and which part of it."""

    id: UUID
    title: str
    hours: str
    how: str


@dataclass(frozen=True)
class GoalPart:
    """What a goal got, in words, and what that is made of. far: beyond noise."""

    id: UUID
    title: str
    hours: str
    said: str
    far: bool
    work: list[WorkPart]
    more: int  # of what it is made of, as many are not shown


@dataclass(frozen=True)
class NamePart:
    """A name of other tools with its hours."""

    name: str
    hours: str


@dataclass(frozen=True)
class SourcePart:
    """Where hours come from: a file or a tool by its name, which an estimate has none of."""

    name: str
    said: str


@dataclass(frozen=True)
class EffortPage:
    """One month; `month` is None where nothing is known. why_not: why the comparison is not shown, empty where it is."""

    month: date | None
    months: list[date]
    headline: str
    standfirst: str
    why_not: str
    figure: Figure | None
    goals: list[GoalPart]
    elsewhere: list[GoalPart]
    astray: list[WorkPart]
    astray_said: str
    unmatched: list[NamePart]
    aside: list[NamePart]
    more: dict[str, int]  # of each list, as many are not shown
    sources: list[SourcePart]
    has_names: bool
    may_edit: bool


def hours_said(hours: Hours) -> str:
    """About 92 hours; 60 to 90 hours where it is a range."""
    if hours.is_range:
        return reader.voice(_("hours")).range(hours.low, hours.high)
    counted = round(hours.mid, 1)
    return reader.voice(_("hour") if counted == 1 else _("hours")).exact(counted)


def month_said(month: date) -> str:
    return date_format(month, "F Y")


def effort_page(*, by: Actor, asked: str = "") -> EffortPage:
    """asked: a month such as 2026-10; of anything else the last that is known."""
    months = list(effort.months())
    month = next((one for one in months if one.strftime("%Y-%m") == asked), effort.newest() or (months[0] if months else None))
    may = by.may("goals.edit")
    if month is None:
        standfirst = _("Take in time entries or tickets from a file, or estimate in two minutes how the last month was shared out.")
        return EffortPage(None, [], _("Not clear yet: nobody said where the work goes"), standfirst, "", None, [], [], [], "", [], [], {}, [], False, may)
    return _of(effort.of_month(month), months, may)


def _of(found: Month, months: list[date], may: bool) -> EffortPage:
    seen = found.picture
    with_share = sorted(seen.goals, key=lambda goal: (-seen.goals[goal].mid, -seen.wants.get(goal, 0), goal))
    without = _without_share(found)
    lost = [(id, spent, 1.0) for id, spent in _heaviest(found) if not found.serves.get(id)]
    made = _made(found, set(with_share[:MOST]))
    named = Named.of(found, [*made.values(), *without.values(), lost], [UUID(one) for one in with_share[:MOST]] + [one.goal for one in seen.apart[:1]])
    rows = [_goal(UUID(goal), seen, made.get(goal, []), named) for goal in with_share[:MOST]]
    elsewhere = sorted(without, key=lambda goal: (-_sum(without[goal]).mid, goal))
    first, standfirst = _told(found, named.goals)
    names = effort.names(one.id for one in (*found.unmatched[:MOST], *found.aside[:MOST]))
    more = {"goals": len(with_share), "elsewhere": len(elsewhere), "astray": len(lost), "unmatched": len(found.unmatched), "aside": len(found.aside)}
    return EffortPage(
        found.month, months, first, standfirst, _why_not(seen), _figure(found, rows) if not seen.why_not else None, rows,
        [_elsewhere(goal, without[goal], named) for goal in elsewhere[:MOST]], [named.part(*one) for one in lost[:MOST]], _astray_said(seen),
        [_name(one, names) for one in found.unmatched[:MOST]], [_name(one, names) for one in found.aside[:MOST]],
        {part: max(0, count - MOST) for part, count in more.items()}, [_source(one) for one in effort.sources(found.month)],
        bool(found.unmatched or found.aside or effort.any_names()), may,
    )  # fmt: skip


Piece = tuple[UUID, Spent, float]  # an initiative, its hours, and which part of them


@dataclass(frozen=True)
class Named:
    """What is on the page by its name, and when it was said last."""

    work: dict[UUID, str]
    goals: dict[UUID, str]
    counted: dict[UUID, datetime]
    estimated: dict[UUID, datetime]

    @staticmethod
    def of(found: Month, lists: Iterable[Sequence[Piece]], goals: Iterable[UUID | str]) -> "Named":
        ids = {id: spent.counted for some in lists for id, spent, _share in some[:MOST]}
        wanted = {UUID(str(one)) for one in goals} | {goal for id in ids for goal in found.serves.get(id, [])}
        counted, estimated = ([id for id, was in ids.items() if was is wanted_] for wanted_ in (True, False))
        said = effort.last_said(found.month, counted, counted=True), effort.last_said(found.month, estimated, counted=False)
        return Named(effort.titles(ids), drifting.titles(wanted), *said)

    def part(self, id: UUID, spent: Spent, share: float) -> WorkPart:
        return WorkPart(id, self.work.get(id, ""), hours_said(spent.hours.times(share)), self._how(id, spent, share))

    def _how(self, id: UUID, spent: Spent, share: float) -> str:
        at = (self.counted if spent.counted else self.estimated).get(id)
        day = date_format(at, "j F Y") if at else ""
        said = _("counted, last on %(day)s") % {"day": day} if spent.counted else _("estimated on %(day)s") % {"day": day}
        return said if share > 0.999 else _("%(n)d of 100 of its hours; %(said)s") % {"n": round(100 * share), "said": said}


def _heaviest(found: Month) -> list[tuple[UUID, Spent]]:
    return sorted(found.work.items(), key=lambda one: (-one[1].hours.mid, one[0]))


def _made(found: Month, goals: Container[str]) -> dict[str, list[Piece]]:
    """By goal, what its hours are made of, heaviest first."""
    made: dict[str, list[Piece]] = {}
    for id, spent in found.work.items():
        for goal, share in found.picture.landed.get(str(id), []):
            if goal in goals:
                made.setdefault(goal, []).append((id, spent, share))
    return {goal: sorted(parts, key=_weight) for goal, parts in made.items()}


def _weight(one: Piece) -> tuple[float, UUID]:
    return -one[1].hours.mid * one[2], one[0]


def _sum(parts: Iterable[Piece]) -> Hours:
    return sum((spent.hours.times(share) for _id, spent, share in parts), Hours())


def _goal(id: UUID, seen: Picture, made: Sequence[Piece], named: Named) -> GoalPart:
    far = any(one.goal == str(id) for one in seen.apart)
    work = [named.part(*one) for one in made[:PARTS]]
    return GoalPart(id, named.goals.get(id, ""), hours_said(seen.goals[str(id)]), _row_said(seen, str(id)), far, work, max(0, len(made) - PARTS))


def _name(one: Name, names: dict[UUID, str]) -> NamePart:
    return NamePart(names.get(one.id, "") or _("Without a name"), hours_said(one.hours))


def _row_said(seen: Picture, goal: str) -> str:
    share = seen.share(goal) or Hours()
    low, high, wants = round(100 * share.low), round(100 * share.high), round(100 * seen.wants.get(goal, 0))
    if goal not in seen.wants:
        return _("%(n)s of 100 hours") % {"n": low if low == high else _("%(low)d to %(high)d") % {"low": low, "high": high}}
    if low == high:
        return _("%(n)d of 100 hours, was to get %(wants)d") % {"n": low, "wants": wants}
    return _("%(low)d to %(high)d of 100 hours, was to get %(wants)d") % {"low": low, "high": high, "wants": wants}


def _without_share(found: Month) -> dict[UUID, list[Piece]]:
    """Live goals that are served, and have no share of attention, neither themselves nor above them; each with its hours."""
    parts: dict[UUID, list[Piece]] = {}
    for id, spent in found.work.items():
        lost = sum(share for goal, share in found.picture.landed.get(str(id), []) if goal == NONE)
        without = [goal for goal in found.serves.get(id, []) if str(goal) not in found.picture.goals] if lost > 0 else []
        for goal in without:
            parts.setdefault(goal, []).append((id, spent, lost / len(without)))
    return {goal: sorted(some, key=_weight) for goal, some in parts.items()}


def _elsewhere(id: UUID, made: Sequence[Piece], named: Named) -> GoalPart:
    work = [named.part(*one) for one in made[:PARTS]]
    return GoalPart(id, named.goals.get(id, ""), hours_said(_sum(made)), "", False, work, max(0, len(made) - PARTS))


def _figure(found: Month, rows: Iterable[GoalPart]) -> Figure:
    seen = found.picture
    parts = []
    for row in list(rows)[:MOST]:
        share = seen.share(str(row.id)) or Hours()
        parts.append(Part(row.title, share.low, share.high, seen.wants.get(str(row.id)), row.far, row.said))
    rest = (seen.elsewhere + seen.astray + seen.unmatched).of(seen.total) or Hours()
    if rest.high > 0:
        low, high = round(100 * rest.low), round(100 * rest.high)
        told = _("%(n)d of 100 hours") % {"n": low} if low == high else _("%(low)d to %(high)d of 100 hours") % {"low": low, "high": high}
        parts.append(Part(_("None of these goals"), rest.low, rest.high, None, False, told))
    return beside(
        parts, voice=reader.voice(), title=_("Share of the hours of %(month)s, beside the share each goal was to get") % {"month": month_said(found.month)},
        subtitle=_("The bar is what it got, the thin line its range where it was estimated, the ring what it was to get."),
        headers=(_("Goal"), _("Share of the hours"), _("Was to get")),
    )  # fmt: skip


def _told(found: Month, goals: dict[UUID, str]) -> tuple[str, str]:
    """The worst finding in a sentence, and what stands beside it."""
    seen = found.picture
    known = _("%(month)s: %(hours)s in all.") % {"month": month_said(found.month), "hours": hours_said(seen.total)}
    if seen.orphans is not None and seen.orphans > ORPHAN_SHARE:
        return _("%(n)d of 100 hours lead to no live goal") % {"n": round(100 * seen.orphans)}, f"{_moves(seen)} {known}".strip()
    if seen.why_not == UNMATCHED:
        return _("Not clear yet: too many hours are under names nobody matched"), known
    if seen.why_not == NO_SHARES:
        return _("Not clear yet: nobody said how much of the work each goal is to get"), known
    if seen.why_not == NOT_TIED:
        n = round(100 * (seen.tied or 0))
        return _("Not clear yet: only %(n)d of 100 hours lead to a goal with a share") % {"n": n}, known
    if seen.apart:
        worst = seen.apart[0]
        return gap_said(goals.get(UUID(worst.goal), ""), worst), f"{_moves(seen)} {known}".strip()
    if any(hours.is_range for hours in seen.goals.values()):
        return _("No goal is further from its share than the estimates are wide"), known
    return _("The work goes where both sides wanted it"), known


def _moves(seen: Picture) -> str:
    """How much would have to go elsewhere, in words; nothing where that is noise."""
    if seen.found is None or not seen.apart:
        return ""
    return _("About %(hours)s a month would have to go elsewhere.") % {"hours": reader.voice(_("hours")).about(seen.found.to_move)}


def _why_not(seen: Picture) -> str:
    match seen.why_not:
        case "unmatched":
            return _("More than a fifth of the hours are under names nobody matched to an initiative. Until they are, a comparison would mislead.")
        case "no_shares":
            return _("Say how much of the work each goal is to get. Then the page shows where the work is out of step.")
        case "not_tied":
            return _("The comparison is shown once at least 80 of 100 hours lead to a goal with a share. Below that it would tell more of missing links.")
    return ""


def _astray_said(seen: Picture) -> str:
    if seen.orphans is None or seen.astray.high <= 0:
        return ""
    return _("%(hours)s, %(n)d of 100 of those that were matched") % {"hours": hours_said(seen.astray), "n": round(100 * seen.orphans)}


def _source(one: Source) -> SourcePart:
    told = {"day": date_format(one.at, "j F Y"), "n": one.rows}
    if one.kind == ESTIMATE:
        return SourcePart("", _("A two-minute estimate, last on %(day)s") % told)
    return SourcePart(one.name, ngettext("one entry, last on %(day)s", "%(n)d entries, last on %(day)s", one.rows) % told)
