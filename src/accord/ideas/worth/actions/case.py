"""Opening a value case, and the settings that hold for all of it."""

from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import journal, registry
from accord.base.people.rules import Actor
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries as initiatives
from accord.ideas.goals.rules import Stage

from ..models import Case, Option
from ..queries.loading import load
from ..queries.shown import ANYWHERE, CaseShown
from ..rules import laying
from ..rules.shape import Role
from ..wording import in_words
from . import changing
from .changing import InitiativeId, Seen
from .laying import add_lines, add_steps, follow, laid

Name = Annotated[str, Field(description="What it is called.", min_length=1, max_length=120)]
Years = Annotated[int, Field(description="How many years to look ahead.", ge=1, le=10)]
Money = Annotated[float | None, Field(ge=0, le=1e9)]


@registry.action("worth.open_case", may="worth.edit", doors=ANYWHERE, shows=CaseShown.of)
def open_case(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    asked: Annotated[str, Field(description="What was asked for, in a few words.", max_length=120)] = "",
    better: Annotated[str, Field(description="A better path, when one is known already.", max_length=120)] = "",
    years: Years = 3,
) -> Case:
    """Open the value case of an initiative from the template.

    Every line starts with a wide range that is marked as assumed, until somebody who knows gives theirs."""
    initiative = initiatives.initiative(initiative_id)
    if Case.objects.filter(initiative=initiative).exists():
        raise registry.Mistake(_("There is a value case already. Open it and change what is different."), "initiative_id")
    currency = initiative.client.currency
    case = Case.objects.create(initiative=initiative, currency=currency, years=years, constants=[vars(laying.DISCOUNT)], made_by_id=by.person_id)
    ways = [laying.Way("asked", asked.strip() or _("What was asked for"), Role.ASKED)]
    ways += [laying.Way("better", better.strip(), Role.BETTER)] if better.strip() else []
    lines = [*laying.problem_lines(case.currency), *(line for way in ways for line in laying.way_lines(way.prefix, case.currency))]
    add_lines(by, case, [in_words(line) for line in lines])
    made = laying.lay({line.name: line.stop for line in lines}, [way.prefix for way in ways], years, case.currency)
    assert made is not None, "the template's own lines make a case"
    add_steps(case, made.steps, 0)
    nothing = laying.Way("", _("Do nothing"), Role.NOTHING)
    for place, way in enumerate([nothing, *ways]):
        Option.objects.create(case=case, name=way.name, role=way.role.value, prefix=way.prefix, formula=made.formulas[way.prefix], position=place)
    goals.reach(by=by, initiative=initiative, stage=Stage.WORTH)
    journal.record(by=by, event="worth.case_opened", subject=case, payload={"initiative": str(initiative.id), "years": years})
    changing.keep(case)
    return case


@registry.action("worth.change_settings", may="worth.edit", doors=ANYWHERE, shows=CaseShown.of)
def change_settings(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    years: Annotated[int | None, Field(description="How many years to look ahead.", ge=1, le=10)] = None,
    discount: Annotated[float | None, Field(description="What a year's wait takes off money, in per cent a year.", ge=0, le=50)] = None,
    day_costs: Annotated[Money, Field(description="What a day without a decision costs.")] = None,
    hour_business: Annotated[Money, Field(description="What an hour of the business people we ask costs.")] = None,
    hour_it: Annotated[Money, Field(description="What an hour of the IT people we ask costs.")] = None,
    days_to_answer: Annotated[float | None, Field(description="How many days an answer takes.", ge=0, le=365)] = None,
    seen_version: Seen = None,
) -> Case:
    """Change what holds for the whole case. What is left out stays as it was."""
    with changing.changing(initiative_id, seen_version) as case:
        before, old = _settings(case), laid(load(case))
        given = {"years": years, "day_costs": day_costs, "hour_business": hour_business, "hour_it": hour_it, "days_to_answer": days_to_answer}
        for name, value in given.items():
            if value is not None:
                setattr(case, name, value)
        if discount is not None:
            case.constants = [one | {"value": discount} if one["name"] == laying.DISCOUNT.name else one for one in case.constants]
        case.save()
        follow(case, old)
        changing.readable(case, "years")
        case.refresh_from_db(fields=["day_costs", "hour_business", "hour_it", "days_to_answer"])
        journal.record(by=by, event="worth.settings_changed", subject=case, payload={"before": before, "after": _settings(case)})
    return case


def _settings(case: Case) -> dict[str, object]:
    rest = {name: None if (value := getattr(case, name)) is None else float(value) for name in ("day_costs", "hour_business", "hour_it", "days_to_answer")}
    return {"years": case.years, **rest, **{one["name"]: one["value"] for one in case.constants}}


