"""Goals to take home, in the columns that are read when they are taken in again."""

from uuid import UUID

from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.paper import sheet
from accord.base.paper.sheet import Cell
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from .goals import GoalShown, live_goals
from .labels import labels

HEADERS = ("Id", "Name", "Owner", "Parent", "Start", "End", "Target", "Why", "Measure", "Unit", "Baseline", "Current", "Labels")


@registry.query("goals.export_goals", may="goals.read", doors={registry.API})
def export_goals(*, by: Actor) -> str:
    """All live goals as CSV, in the columns that are read when the file is taken in again."""
    return as_csv(by=by).decode("utf-8-sig")


def as_csv(*, by: Actor) -> bytes:
    return sheet.comma_separated(_sheet(by))


def as_xlsx(*, by: Actor) -> bytes:
    return sheet.xlsx([_sheet(by)], _("Goals"))


def _sheet(by: Actor) -> sheet.Sheet:
    if not by.may("goals.read"):
        raise registry.Refused("goals.read")
    goals, codes = live_goals(), labels()
    titles = {one.id: one.title for one in goals}
    addresses = dict(Person.objects.filter(id__in={id for one in goals for id in (one.owner_id, *one.also_ids)}).values_list("id", "email"))
    return sheet.Sheet(_("Goals"), HEADERS, [_row(one, titles, addresses, codes.get(one.id, "")) for one in goals])


def _row(goal: GoalShown, titles: dict[UUID, str], addresses: dict[UUID, str], label: str) -> tuple[Cell, ...]:
    owners = "; ".join(addresses[id] for id in (goal.owner_id, *goal.also_ids))
    above = "\n".join(titles[id] for id in goal.contributes_to if id in titles)
    numbers = [None if value is None else float(value) for value in (goal.target, goal.baseline, goal.current)]
    target, baseline, current = numbers
    return (str(goal.id), goal.title, owners, above, goal.begins, goal.due, target, goal.why, goal.measure, goal.unit, baseline, current, label)
