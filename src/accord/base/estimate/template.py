"""The article's value case as plain data: what a problem costs while it lasts, and what each way out would change.

    slots(("asked", "better"))       what to ask for, in words, with unit and kind
    value_case(title=..., said={"people affected": {"low": 40, "high": 60}, ...}, options={"asked": "Password desk"})

Only what was said becomes part of the case: a slot left empty leaves its term out, so formulas stay short. Names do not
depend on the options' titles, so renaming an option changes no draw. The result is read by `Case.from_data`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from accord.base.estimate.errors import CaseError
from accord.base.estimate.units import SYMBOLS

ROLES = ("asked", "better", "more")
MOST_YEARS = 10


def gettext_noop(text: str) -> str:
    """Marks a text for the catalogue; the caller translates it."""
    return text


@dataclass(frozen=True)
class Slot:
    """A quantity the template knows. name: in formulas. needed: without it there is no case. reference: a reference class and a
    stop are asked for instead of a range. unit: `{money}` stands for the currency."""

    name: str
    label: str
    question: str
    unit: str
    kind: str
    needed: bool = False
    reference: bool = False


_PROBLEM = (
    Slot("people affected", gettext_noop("People affected"), gettext_noop("How many people lose time over this?"), "people", "amount"),
    Slot("times a week", gettext_noop("Times a week, each"), gettext_noop("How often does it happen to one of them?"), "times a week", "amount"),
    Slot("minutes lost", gettext_noop("Minutes lost each time"), gettext_noop("How long are they held up?"), "minutes", "amount"),
    Slot("cost of an hour", gettext_noop("Cost of an hour"), gettext_noop("What does an hour of their time cost, all in?"), "{money} an hour", "amount"),
    Slot("revenue lost", gettext_noop("Revenue lost a year"), gettext_noop("What do we not earn because of it?"), "{money} a year", "amount"),
    Slot("yearly growth", gettext_noop("Growth of the loss a year"), gettext_noop("If we do nothing, by how much does it grow each year?"), "%", "number"),
)
_WAY_OUT = (
    Slot("one-time cost", gettext_noop("One-time cost"), gettext_noop("What does it cost to build and bring in?"), "{money}", "amount", needed=True),
    Slot("cost overrun", gettext_noop("Overrun, as such projects go"), gettext_noop("At how many times the estimate would you stop?"), "", "cost",
         reference=True),
    Slot("running cost", gettext_noop("Running cost a year"), gettext_noop("What does it cost each year once it runs?"), "{money} a year", "amount"),
    Slot("part removed", gettext_noop("Part of the loss it removes"), gettext_noop("Of 100 such losses, how many would it remove?"), "of 100", "share",
         needed=True),
    Slot("delay", gettext_noop("Time until it starts"), gettext_noop("How long until the first person uses it?"), "months", "duration"),
    Slot("ramp", gettext_noop("Time from the first user to everyone"), gettext_noop("How long until everyone uses it?"), "months", "amount"),
    Slot("chance of cancellation", gettext_noop("Chance it is cancelled"), gettext_noop("Of 100 such projects, how many are cancelled?"), "of 100", "chance"),
)


def problem(currency: str = "EUR") -> tuple[Slot, ...]:
    """The problem's own slots."""
    return tuple(_in_money(slot, slot.name, currency) for slot in _PROBLEM)


def way_out(prefix: str, currency: str = "EUR") -> tuple[Slot, ...]:
    """The slots of one way out, each name opened by its prefix: `better one-time cost`."""
    return tuple(_in_money(slot, f"{prefix} {slot.name}", currency) for slot in _WAY_OUT)


def slots(roles: Iterable[str] = ROLES, currency: str = "EUR") -> tuple[Slot, ...]:
    """Everything the template can ask for: the problem's own slots, then those of each way out, named `asked one-time cost` and so on."""
    return (*problem(currency), *(slot for role in roles for slot in way_out(role, currency)))


def _in_money(slot: Slot, name: str, currency: str) -> Slot:
    return replace(slot, name=name, unit=slot.unit.format(money=SYMBOLS.get(currency, currency)))


def laid(said: Mapping[str, Mapping[str, Any]], prefixes: Iterable[str], currency: str = "EUR", years: int = 3) -> tuple[list[dict[str, str]], dict[str, str]]:
    """The steps, and the formula of each way out by its prefix, with doing nothing under the empty one. said: as for `value_case`; only
    which slots are there, and the stop of an overrun, matter here. Raises CaseError when something needed was not said."""
    if not 1 <= years <= MOST_YEARS:
        raise CaseError(f"Look ahead between 1 and {MOST_YEARS} years.", "years")
    ways = tuple(prefixes)
    _complete(slots(ways, currency), said)
    steps, formulas = _problem(said, currency, years), {"": f"-{_sum(years)}"}
    for prefix in ways:
        steps += _way_out(prefix, said, currency, years)
        lost = f"(1 - {prefix} stopped) * " if _stops(prefix, said) else ""
        running = f" - {prefix} upkeep" if f"{prefix} running cost" in said else ""
        gain = f"({prefix} saved{running})" if running else f"{prefix} saved"
        formulas[prefix] = f"-{_sum(years)} + {lost}{gain} - {prefix} spent"
    return steps, formulas


def value_case(*, title: str, said: Mapping[str, Mapping[str, Any]], options: Mapping[str, str], currency: str = "EUR", years: int = 3,
               discount: float = 4.0, nothing: str = "Do nothing", people: Iterable[Mapping[str, Any]] = (), day_costs: float = 0.0,
               id: str = "case") -> dict[str, Any]:
    """Plain data of schema accord-case/1. said: slot name -> the fields of a quantity (low, high, typical, voices, said_by, basis, when;
    for an overrun: reference, stop). options: role -> title, for any of asked, better, more. discount: per cent a year.
    Raises CaseError when something needed was not said."""
    roles = [role for role in ROLES if role in options]
    steps, formulas = laid(said, roles, currency, years)
    quantities = [_quantity(slot, said[slot.name]) for slot in slots(roles, currency) if slot.name in said]
    quantities += [{"name": f"{role} luck", "dist": "uniform", "low": 0, "high": 1, "askable": False} for role in roles
                   if f"{role} chance of cancellation" in said]
    titles = {"": ("nothing", nothing)} | {role: (role, options[role]) for role in roles}
    expressions = [{"name": title, "role": role, "expr": formulas[prefix]} for prefix, (role, title) in titles.items()]
    return {
        "schema": "accord-case/1", "id": id, "title": title, "unit": currency, "day_costs": day_costs, "quantities": quantities,
        "constants": [{"name": "discount rate", "value": discount, "unit": "%"}], "steps": steps, "options": expressions,
        "people": [dict(person) for person in people]}


def _complete(known: tuple[Slot, ...], said: Mapping[str, Mapping[str, Any]]) -> None:
    for name in said:
        if not any(slot.name == name for slot in known):
            raise CaseError(f"The template has no “{name}”.", f"said.{name}")
    for slot in known:
        if slot.needed and slot.name not in said:
            raise CaseError(f"“{slot.name}” is needed: {slot.question}", f"said.{slot.name}")
    time = [slot.name for slot in _PROBLEM[:4]]
    given = [name for name in time if name in said]
    if 0 < len(given) < len(time):
        missing = next(slot for slot in _PROBLEM if slot.name in time and slot.name not in said)
        raise CaseError(f"“{missing.name}” is needed with “{given[0]}”: {missing.question}", f"said.{missing.name}")
    if not given and "revenue lost" not in said:
        raise CaseError("Say what the problem costs: people, times, minutes and the cost of an hour, or the revenue lost.", "said")


def _quantity(slot: Slot, said: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": slot.name, "label": slot.label} | ({"unit": slot.unit} if slot.unit else {}) | {"kind": slot.kind} | dict(said)


def _sum(years: int) -> str:
    named = [f"loss in year {k}" for k in range(1, years + 1)]
    return f"sum({', '.join(named)})"


def _years(count: int) -> str:
    return "1 year" if count == 1 else f"{count} years"


def _problem(said: Mapping[str, Any], currency: str, years: int) -> list[dict[str, str]]:
    terms = ["people affected * times a week * minutes lost * cost of an hour"] if "people affected" in said else []
    terms += ["revenue lost"] if "revenue lost" in said else []
    growth = " * (1 + yearly growth)^{}" if "yearly growth" in said else ""
    steps = [{"name": "loss a year", "expr": " + ".join(terms), "unit": f"{currency} a year", "note": gettext_noop("What the problem costs today.")}]
    for k in range(1, years + 1):
        grown = growth.format(k - 1) if k > 2 else growth.format(1).removesuffix("^1") if k > 1 else ""
        steps.append({"name": f"loss in year {k}", "expr": f"loss a year * 1 year{grown} / (1 + discount rate)^{k - 0.5:g}", "unit": currency,
                      "note": gettext_noop("At today's worth, from the middle of the year.")})
    return steps


def _stops(role: str, said: Mapping[str, Any]) -> bool:
    return f"{role} chance of cancellation" in said or f"{role} cost overrun" in said


def _way_out(role: str, said: Mapping[str, Any], currency: str, years: int) -> list[dict[str, str]]:
    steps = _use(role, said, years)
    used = [f"loss in year {k}{f' * {role} use in year {k}' if steps else ''}" for k in range(1, years + 1)]
    steps.append({"name": f"{role} saved", "expr": f"{role} part removed * sum({', '.join(used)})", "unit": currency,
                  "note": gettext_noop("Loss that it removes.")})
    if f"{role} running cost" in said:
        delayed = f"{role} delay" in said
        live, share = (f"max(0 years, {_years(years)} - {role} delay)", f" / {years}") if delayed else ("1 year", "")
        discounts = ", ".join(f"1 / (1 + discount rate)^{k - 0.5:g}" for k in range(1, years + 1))
        steps.append({"name": f"{role} upkeep", "expr": f"{role} running cost * {live} * sum({discounts}){share}", "unit": currency,
                      "note": gettext_noop("Running cost from the day it starts, at today's worth.")})
    overrun = f" * {role} cost overrun" if f"{role} cost overrun" in said else ""
    steps.append({"name": f"{role} spent", "expr": f"{role} one-time cost{overrun}", "unit": currency,
                  "note": gettext_noop("Spent even when it is cancelled.")})
    ends = [f"if({role} luck < {role} chance of cancellation, 1, 0)"] if f"{role} chance of cancellation" in said else []
    ends += [f"if({role} cost overrun >= {float(said[f'{role} cost overrun']['stop']):g}, 1, 0)"] if overrun else []
    if ends:
        steps.append({"name": f"{role} stopped", "expr": ends[0] if len(ends) == 1 else f"max({', '.join(ends)})",
                      "note": gettext_noop("1 when it is cancelled, or stopped because it costs too much.")})
    return steps


def _use(role: str, said: Mapping[str, Any], years: int) -> list[dict[str, str]]:
    """How much of each year it is in full use: nothing before the delay, then rising evenly along the ramp."""
    delay, ramp = f"{role} delay" in said, f"{role} ramp" in said
    if not delay and not ramp:
        return []
    steps, wait = [], f" - {role} delay" if delay else ""
    for k in range(1, years + 1):
        since = f"max(0 years, {_years(k)}{wait})"
        full = f"max(0 years, {_years(k)}{wait} - {role} ramp)"
        expr = f"({since}^2 - {full}^2) / (2 * {role} ramp)" if ramp else since
        steps.append({"name": f"{role} use by year {k}", "expr": expr, "unit": "years",
                      "note": gettext_noop("Years of full use that have added up by then.")})
    for k in range(1, years + 1):
        before = f" - {role} use by year {k - 1}" if k > 1 else ""
        steps.append({"name": f"{role} use in year {k}", "expr": f"({role} use by year {k}{before}) / 1 year",
                      "note": gettext_noop("Part of the year in full use.")})
    return steps
