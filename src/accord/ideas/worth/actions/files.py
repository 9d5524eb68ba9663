"""Taking a case in from a file of `accord weigh`."""

from datetime import UTC, datetime, time
from typing import Annotated, Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, estimate, journal, registry
from accord.base.estimate import reading
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries as initiatives
from accord.ideas.goals.rules import Stage

from ..models import Case, Derived, Knower, Knows, Option, Pair, Quantity, Voice
from ..queries.shown import ANYWHERE, CaseShown
from ..rules.shape import Role
from . import changing
from .changing import FormulaMistake, InitiativeId, Seen

MOST = 200_000
VOICE = {"low", "high", "typical", "said_by", "basis", "when", "assumed"}
OWN = {"name", "label", "unit", "kind", "stop", "reference", "askable", "voices", "finished", "foreseen", *VOICE}


@registry.action("worth.take_in", may="worth.edit", doors=ANYWHERE, shows=CaseShown.of)
def take_in(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    text: Annotated[str, Field(description="The file: TOML or JSON of schema accord-case/1.", min_length=1, max_length=MOST)],
    seen_version: Seen = None,
) -> Case:
    """Take a value case in from a file, such as `accord weigh` reads.

    What the case had before leaves it and stays in the history; who said what is taken over, by name where Accord knows them."""
    found = read(text)
    initiative = initiatives.initiative(initiative_id)
    if not Case.objects.filter(initiative=initiative).exists():
        Case.objects.create(initiative=initiative, currency=found.unit or initiative.client.currency, made_by_id=by.person_id)
        goals.reach(by=by, initiative=initiative, stage=Stage.WORTH)
    with changing.changing(initiative_id, seen_version) as case:
        _clear(case)
        _fill(by, case, found.to_data(), _everybody())
        changing.readable(case, "text")
        journal.record(by=by, event="worth.case_taken_in", subject=case, payload={"quantities": len(found.quantities), "options": len(found.options)})
    return case


def read(text: str) -> estimate.Case:
    """One case of schema accord-case/1. Raises FormulaMistake with the place and, for a formula, the caret."""
    try:
        cases = reading.read_json(text) if text.lstrip().startswith(("{", "[")) else reading.read_toml(text)
    except estimate.CaseError as error:
        raise FormulaMistake(f"{error.where}: {error.message}" if error.where else error.message, "text", error.sketch) from None
    if len(cases) != 1:
        raise registry.Mistake(_("The file holds %(n)d cases; an initiative has one. Take the one you mean.") % {"n": len(cases)}, "text")
    if not any(option.role is Role.NOTHING for option in cases[0].options):
        raise registry.Mistake(_("No option is doing nothing. Give one of them the role “nothing”: everything else is measured against it."), "text")
    return cases[0]


def _clear(case: Case) -> None:
    now = clock.now()
    for model in (Quantity, Derived, Option, Knower, Pair):
        model.objects.filter(case=case, ended_at=None).update(ended_at=now)


def _fill(by: Actor, case: Case, data: dict[str, Any], people: dict[str, Person]) -> None:
    case.currency, case.constants = data.get("unit", case.currency), data.get("constants", [])
    case.correlation, case.groups, case.day_costs = data.get("correlation", {}), data.get("groups", []), data.get("day_costs", 0)
    case.save()
    quantities = {item["name"]: _quantity(by, case, place, item, people) for place, item in enumerate(data.get("quantities", []))}
    for place, item in enumerate(data.get("steps", [])):
        Derived.objects.create(case=case, name=item["name"], formula=item["expr"], unit=item.get("unit", ""), note=item.get("note", "")[:300], position=place)
    for place, item in enumerate(data["options"]):
        Option.objects.create(case=case, name=item["name"], formula=item["expr"], role=item.get("role", ""), note=item.get("note", "")[:300], position=place)
    for item in data.get("together", []):
        first, second = (quantities[name] for name in item["these"])
        Pair.objects.create(case=case, first=first, second=second, how=item["how"], basis=_("from the case’s file"), person_id=by.person_id)
    for item in data.get("people", []):
        _knower(case, item, people, quantities)


def _quantity(by: Actor, case: Case, place: int, item: dict[str, Any], people: dict[str, Person]) -> Quantity:
    outright = {key: value for key, value in item.items() if key not in OWN | {"assumed"} or (key in ("low", "high") and "dist" in item)}
    given = bool(outright) or "reference" in item
    quantity = Quantity.objects.create(
        case=case, name=item["name"], label=item.get("label") or item["name"], unit=item.get("unit", ""),
        kind=item.get("kind", "amount"), stop=item.get("stop"), reference=item.get("reference", ""), outright=outright or None,
        askable=item.get("askable", "reference" not in item), position=place,
    )
    for said in [] if given else item.get("voices", [item]):
        who = said.get("said_by", "")
        person = people.get(who.casefold())
        Voice.objects.create(
            quantity=quantity, person=person, said_by="" if person else "" if said.get("assumed") else who[:120], low=said["low"], high=said["high"],
            typical=said.get("typical"), basis=said.get("basis", "")[:500], at=_when(said.get("when", "")), noted_by_id=by.person_id,
        )
    return quantity


def _when(said: str) -> datetime:
    """The day it was said, as noon of it; now when the file does not say."""
    try:
        day = parse_date(said[:10])
    except ValueError:
        day = None
    return datetime.combine(day, time(12), UTC) if day else clock.now()


def _knower(case: Case, item: dict[str, Any], people: dict[str, Person], quantities: dict[str, Quantity]) -> None:
    person = people.get(item["name"].casefold())
    told = {name: item.get(name) for name in ("minutes", "hour_cost", "days", "narrows")}
    knower = Knower.objects.create(case=case, person=person, name=item["name"][:120], role=item.get("role", ""), **told)
    for name in item["quantities"]:
        Knows.objects.create(knower=knower, quantity=quantities[name])


def _everybody() -> dict[str, Person]:
    """By name and by what they do, where that tells one person from the others."""
    found: dict[str, list[Person]] = {}
    for person in Person.objects.filter(left_at=None):
        for called in {person.name, person.called}:
            found.setdefault(called.casefold(), []).append(person)
    return {called: people[0] for called, people in found.items() if len(people) == 1}
