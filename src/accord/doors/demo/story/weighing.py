"""The moves of a value case: opened, told in ranges by those who know, and asked about."""

from datetime import timedelta
from typing import Any

from accord.base import clock
from accord.ideas.worth import actions as worth
from accord.ideas.worth import queries
from accord.ideas.worth.actions.quantities import end_quantities
from accord.ideas.worth.rules.shape import How, Role

from .moves import FACILITATOR
from .stage import Stage

RARELY_SAID = ("cost overrun", "chance of cancellation", "luck", "ramp", "delay")  # lines of a way out that a small case does without


def opens_case(on: Stage, asked: str, *better: str, years: int = 3, small: bool = True, **settings: float) -> None:
    """The facilitator opens the case: what was asked for, and the better paths. A small one keeps costs and what is removed, and no growth."""
    first, *others = (*better, "")
    worth.open_case(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, asked=asked, better=first, years=years)
    for other in others:
        if other:
            worth.set_option(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, name=other, role=Role.BETTER)
    if small:
        gone = [one.name for one in case(on).quantities if one.name.endswith(RARELY_SAID) or one.name == "yearly growth"]
        without(on, *gone)
    given: dict[str, Any] = {"hour_business": 42, "hour_it": 60, "days_to_answer": 2, **settings}
    worth.change_settings(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, **given)


def small_case(on: Stage, who: str, problem: str, low: float, high: float, basis: str, asked: str, *better: str, **settings: Any) -> None:
    """A case whose problem is one yearly amount that somebody knows."""
    opens_case(on, asked, *better, **settings)
    adds(on, who, problem, low, high, basis, unit="€ a year")
    works_out(on, "loss a year", problem[:1].lower() + problem[1:])
    without(on, "people affected", "times a week", "minutes lost", "cost of an hour")


def way(on: Stage, who: str, prefix: str, basis: str, *, once: tuple[float, float], yearly: tuple[float, float], removes: tuple[float, float]) -> None:
    """What one way out costs once and each year, and how much of the problem it removes, of 100."""
    for name, ends in (("one-time cost", once), ("running cost", yearly), ("part removed", removes)):
        says(on, who, f"{prefix} {name}", *ends, basis)


def case(on: Stage) -> Any:
    return queries.show_case(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative)


def line(on: Stage, name: str) -> Any:
    """The id of a quantity by the name formulas know it by."""
    known = vars(on.kept).setdefault("lines", {})
    if name not in known:
        known.update({one.name: one.id for one in case(on).quantities})
    return known[name]


def without(on: Stage, *names: str) -> None:
    """Lines the case does without."""
    end_quantities(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, quantity_ids=[line(on, name) for name in names])


def called(on: Stage, name: str, /, **words: Any) -> None:
    """A line in the words of this house: label, question, unit, or another name in formulas."""
    worth.change_quantity(by=on.desk(FACILITATOR), quantity_id=line(on, name), **words)


def adds(on: Stage, who: str, label: str, low: float, high: float, basis: str, *, unit: str = "", question: str = "") -> None:
    """A line of this case's own, with the range of whoever brought it up."""
    worth.add_quantity(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, label=label, low=low, high=high, basis=basis, unit=unit, question=question,
                       person_id=on.id(who))  # fmt: skip


def says(on: Stage, who: str, name: str, low: float, high: float, basis: str) -> None:
    """Somebody gave a range, and on what basis; the facilitator wrote it down."""
    worth.give_range(by=on.desk(FACILITATOR), quantity_id=line(on, name), low=low, high=high, basis=basis, person_id=on.id(who))


def knows(on: Stage, who: str, role: str, *names: str, minutes: float = 2) -> None:
    """Who could tell more about which lines."""
    ids = [line(on, name) for name in names]
    worth.set_knower(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, person_id=on.id(who), quantity_ids=ids, role=role, minutes=minutes)


def works_out(on: Stage, name: str, formula: str, unit: str = "") -> None:
    """A step of the case, written as a formula that anybody can read."""
    found = next((one for one in case(on).steps if one.name == name), None)
    step = {"step_id": found.id, "unit": unit or found.unit, "note": found.note} if found else {"unit": unit}
    worth.set_step(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, name=name, formula=formula, **step)


def asks_for(on: Stage, who: str, *names: str, reason: str = "") -> None:
    """The facilitator sends somebody the question for a range."""
    asked = worth.ask_range(
        by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, person_id=on.id(who), quantity_ids=[line(on, name) for name in names], reason=reason
    )
    on.kept.ranges = getattr(on.kept, "ranges", {}) | {who: [question.id for question in asked.asking.questions.all()]}


def asks_again(on: Stage, name: str, *who: str, reason: str) -> None:
    """A second round: everybody who gave a range sees all of them, and gives another."""
    asked = worth.second_round(by=on.desk(FACILITATOR), quantity_id=line(on, name), reason=reason)
    put = {one.asking.person_id: [question.id for question in one.asking.questions.all()] for one in asked}
    on.kept.ranges = getattr(on.kept, "ranges", {}) | {key: put[on.id(key)] for key in who}


def is_seen(on: Stage) -> None:
    """The facilitator has looked at what the answers changed."""
    worth.look_again(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative)


def go_together(on: Stage, first: str, second: str, how: How, basis: str) -> None:
    """Two lines that are high together, or one high when the other is low."""
    ids = {"first_id": line(on, first), "second_id": line(on, second)}
    worth.set_pair(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, how=how, basis=basis, **ids)


def turned_out(on: Stage, name: str, value: float, basis: str, days_ago: int = 0) -> None:
    """What a line truly was, and how we know; since so many days before it is written down."""
    came = clock.today() - timedelta(days=days_ago)
    worth.note_fact(by=on.desk(FACILITATOR), quantity_id=line(on, name), value=value, basis=basis, came_on=came)


def replies(on: Stage, who: str, low: float, high: float, basis: str) -> None:
    """Somebody answers the next of these from their phone."""
    worth.reply_range(by=on.link(who), question_id=on.kept.ranges[who].pop(0), low=low, high=high, basis=basis)
