"""Recording what was chosen together, and telling those whose reason was not enough this time."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people import queries as people
from accord.base.people.actions import make_link
from accord.base.people.rules import Actor

from .. import letters
from ..models import BY_HAND, Choice, Critical
from ..queries import choosing
from ..queries.choosing import Budget, ChoiceShown, Costs, RoundId
from ..queries.revealed import revealed
from ..rules.choosing import WAYS, Cost, Together
from .rounds import BOTH, PURPOSE, held

NEAR = 0.005  # of the currency: half a cent


@registry.action("empathy.record_choice", may="perspectives.edit", doors=BOTH, shows=ChoiceShown.of)
def record_choice(
    *,
    by: Actor,
    round_id: RoundId,
    budget: Budget,
    taken: Annotated[Literal["equal", "ranking", "per_cost", "by_hand"], Field(description="Which selection is taken: equal is the fair one.")],
    why: Annotated[str, Field(description="Why this one, in a sentence or two. Everybody who took part reads it.", max_length=600)],
    decided_by_id: Annotated[UUID, Field(description="The person who decided.")],
    costs: Costs = {},  # noqa: B006  (never changed)
    item_ids: Annotated[list[UUID], Field(description="What is taken, for by_hand; otherwise it follows from the selection.")] = [],  # noqa: B006
    decided_on: Annotated[date | None, Field(description="The day, such as 2026-10-24; left out, today.")] = None,
) -> Choice:
    """Record which selection of a closed round was taken, and why. A later choice stands beside it and counts; neither is changed.

    Whoever called something critical that is left out gets a letter with the reason."""
    row = held(round_id)
    found = revealed(round_id)
    told = choosing.chosen(found, budget, choosing.read_costs(found, costs))
    if item_ids and taken != BY_HAND:
        raise registry.Mistake(_("What is in a selection is reckoned. Choose another selection to say it yourself, or say nothing here."), "item_ids")
    items = _by_hand(told, [str(id) for id in item_ids]) if taken == BY_HAND else list(told.way(taken).items)
    decider, on = people.person(decided_by_id), decided_on or clock.today()
    _refuse(why, on)
    before = choosing.standing(round_id)
    choice = Choice.objects.create(
        round=row, budget=Decimal(str(round(budget, 2))), currency=choosing.currency_of(found), costs=_kept(told.costs), taken=taken, items=items,
        found={way: list(told.way(way).items) for way in WAYS} | {"filled_up": list(told.selection.filled_up)}, why=why.strip(), decided_by=decider,
        decided_on=on, recorded_by_id=by.person_id,
    )  # fmt: skip
    payload = {"taken": taken, "items": len(items), "of": len(told.costs), "decided_by": str(decider.id)}
    journal.record(by=by, event="empathy.chosen", subject=row, payload=payload)
    _tell(by, choice, found.criticals, before)
    return choice


def _by_hand(told: Together, given: Iterable[str]) -> list[str]:
    """What somebody picked themselves: once each, with a cost, and not above the budget."""
    items = list(dict.fromkeys(given))
    if not items:
        raise registry.Mistake(_("Choose what is taken."), "item_ids")
    if any(item not in told.costs for item in items):
        raise registry.Mistake(_("Only something of this round whose cost is known can be taken. Say what it costs first."), "item_ids")
    over = sum(told.costs[item].typical for item in items) - told.budget
    if over > NEAR:
        raise registry.Mistake(_("Together these cost more than the budget. Take something out, or raise the budget."), "item_ids")
    return items


def _refuse(why: str, on: date) -> None:
    if not why.strip():
        raise registry.Mistake(_("Say why in a sentence: whoever is left out reads it."), "why")
    if on > clock.today():
        raise registry.Mistake(_("A choice is recorded once it is made. Give today or an earlier day."), "decided_on")


def _kept(costs: dict[str, Cost]) -> dict[str, dict[str, float]]:
    return {item: {"low": one.low, "typical": one.typical, "high": one.high} for item, one in costs.items()}


def _tell(by: Actor, choice: Choice, criticals: Iterable[Critical], before: Choice | None) -> None:
    """One letter for each person who signed something critical that is left out; not again for what the choice before left out as well."""
    told = {item for item in before.costs if item not in before.items} if before else set()
    out: dict[UUID, list[Critical]] = {}
    for one in criticals:
        if str(one.item_id) not in choice.items and str(one.item_id) not in told and one.person.left_at is None:
            out.setdefault(one.person_id, []).append(one)
    for words in out.values():
        link = make_link(by=by, person=words[0].person, purpose=PURPOSE, subject_id=choice.round_id)
        letters.left_out(words, choice, link.url)
