"""What the page of raising a warning offers, and how a warning will read before it is sent."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accord.base import clock
from accord.base.people.models import Client
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.rules import Stage

from .. import queries
from ..models import OPEN, PROXY, Estimate, Risk
from ..naming import the
from ..queries.handling import answerer_for
from ..rules import answer_day
from . import wording
from .frame import Framed, framed
from .hints import hints_of

MOST_WORK = 500


@dataclass(frozen=True)
class CheckPage:
    """How it will read. answers: who must answer it, and by when."""

    framed: Framed
    raised: str
    chance: str
    loss: str
    needs: str
    answers: str
    answer_by: str
    hints: list[str]


def choices() -> dict[str, list[tuple[str, str]]]:
    """Live goals, and work that is not closed."""
    work = Initiative.objects.exclude(stages__stage=Stage.CLOSED).order_by("-opened_at").values_list("id", "title")[:MOST_WORK]
    return {"goals": [(str(one.goal_id), one.title) for one in goals.newest_versions()], "work": [(str(id), title) for id, title in work]}


def initial(goal: str, initiative: str, quantity: str = "") -> dict[str, Any]:
    """What stands in the form already: where somebody came from. Of a piece of work, the first goal it serves; of a chance of its value case,
    what was said of it."""
    made_of = queries.from_quantity(UUID(quantity)) if _is_id(quantity) else None
    if made_of is not None:
        more = {"quantity": made_of.quantity_id, "chance_low": made_of.chance_low, "chance_high": made_of.chance_high, "basis": made_of.basis}
        return initial("", str(made_of.initiative_id)) | more
    served = goals.goals_of(UUID(initiative)) if initiative and _is_id(initiative) else []
    return {"goal_id": goal or (str(served[0].id) if served else ""), "initiative_id": initiative}


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def currency(by: Actor) -> str:
    """Its code."""
    return Client.objects.get(id=by.client_id).currency


def check_page(*, by: Actor, said: dict[str, Any]) -> CheckPage:
    """said: as `actions.raise_risk` takes it. Nothing is kept."""
    goal = goals.version(said["goal_id"]) if said["goal_id"] else None
    work = goals.initiative(said["initiative_id"]) if said["initiative_id"] else None
    row = Risk(
        goal=goal, initiative=work, how=PROXY if said["for_somebody"] else OPEN, raised_by_id=by.person_id, warned_on=clock.today(),
        **{name: said[name] for name in ("sees", "costs", "asks", "act_by", "bites_on", "needs_low", "needs_high", "band")},
    )  # fmt: skip
    low, high = (None if one is None else one / 100 for one in (said["chance_low"], said["chance_high"]))
    guess = Estimate(chance_low=low, chance_high=high, loss_low=said["loss_low"], loss_high=said["loss_high"])
    answers = answerer_for(named=None, also=(work.lead if work else None, goal.owner if goal else None), raised_by_id=by.person_id)
    days = queries.handling()
    due: date = answer_day(clock.today(), said["act_by"], days.read_days, days.answer_days)
    return CheckPage(
        framed(row), _whose(by, row), wording.chance(guess), wording.loss(guess, currency(by)), wording.days_to_act(row),
        capfirst(the(answers)) if answers else "", wording.weekday(due), hints(said),
    )  # fmt: skip


def hints(said: dict[str, Any]) -> list[str]:
    """What could be said more plainly."""
    number = any(said[name] is not None for name in ("loss_low", "chance_low", "needs_low"))
    day = any(said[name] is not None for name in ("act_by", "bites_on"))
    return hints_of(said["sees"], costs=said["costs"], asks=said["asks"], has_number=number, has_day=day)


def _whose(by: Actor, row: Risk) -> str:
    if row.how == OPEN:
        return _("In your name, %(name)s") % {"name": by.job or by.name}
    if row.band:
        return _("Passed on by you for somebody (%(band)s)") % {"band": row.band}
    return _("Passed on by you for somebody")
