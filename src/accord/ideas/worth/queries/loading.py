"""From rows to a draft, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import F

from accord.base import estimate
from accord.base.estimate import Constant
from accord.base.people.models import Person
from accord.base.people.queries import roles
from accord.base.people.rules import Role as Part
from accord.base.people.rules import Side
from accord.ideas.listen.models import Request

from ..models import Case, Derived, Knower, Option, Pair, Quantity, RangeQuestion, Voice
from ..rules import knowing
from ..rules.draft import Choice, Draft, Line, Said, Step, counted
from ..rules.due import OurRecord, middle
from ..rules.shape import Kind, Role
from .due import COST, by_person, finished, record

OVERRUN = "cost overrun"  # the template's line beside `COST`

ASKING = (Part.FACILITATOR, Part.PROVIDER_LEAD)


@dataclass(frozen=True)
class Loaded:
    """A case with its rows. counting: ids of the voices that count. who: the engine's name of a person -> the person."""

    row: Case
    draft: Draft
    quantities: tuple[Quantity, ...]
    options: tuple[Option, ...]
    steps: tuple[Derived, ...]
    voices: dict[UUID, tuple[Voice, ...]]
    aside: dict[UUID, str]  # voice -> reason
    counting: frozenset[UUID]
    who: dict[str, Person]
    asked: tuple[RangeQuestion, ...]  # still open
    pairs: tuple[Pair, ...] = ()
    record: OurRecord | None = None  # of everybody here, as far as there is one

    @property
    def prefixes(self) -> tuple[str, ...]:
        return tuple(option.prefix for option in self.options if option.prefix)

    @property
    def present(self) -> dict[str, float | None]:
        return {quantity.name: quantity.stop for quantity in self.quantities}


def load(row: Case) -> Loaded:
    """Everything that counts now."""
    quantities = tuple(Quantity.objects.filter(case=row, ended_at=None))
    voices, aside = _voices(quantities)
    counting = {quantity.id: _counting(voices[quantity.id], aside) for quantity in quantities}
    options = tuple(Option.objects.filter(case=row, ended_at=None))
    steps = tuple(Derived.objects.filter(case=row, ended_at=None))
    open_ = tuple(RangeQuestion.objects.select_related("asking__person", "quantity").filter(asking__case=row, asking__taken_back_at=None, replies=None))
    people, who = _people(row, quantities, voices, counting, open_)
    pairs = tuple(Pair.objects.select_related("first", "second", "person").filter(case=row, ended_at=None, first__ended_at=None, second__ended_at=None))
    found = record()
    draft = Draft(
        id=str(row.initiative_id),
        title=row.initiative.title,
        currency=row.currency,
        constants=tuple(Constant(one["name"], one["value"], one.get("unit", "")) for one in row.constants),
        lines=_known(line(quantity, counting[quantity.id], _way(quantity, options)) for quantity in quantities),
        steps=tuple(Step(step.name, step.formula, step.unit, step.note) for step in steps),
        choices=tuple(Choice(option.name, option.formula, Role(option.role), option.note) for option in options),
        people=people,
        day_costs=float(row.day_costs),
        correlation=row.correlation,
        groups=tuple(tuple(names) for names in row.groups),
        together=() if row.correlation else tuple((pair.first.name, pair.second.name, pair.how) for pair in pairs),
        record=(found.held, found.due) if found else None,
    )
    ids = frozenset(voice.id for each in counting.values() for voice in each)
    return Loaded(row, draft, quantities, options, steps, dict(voices), aside, ids, who, open_, pairs, found)


def _known(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Where the reference class stands in, with our own finished work beside it, and as large as what is foreseen."""
    told, own = tuple(lines), finished()
    if not own:
        return told
    costs = {one.name: one.said for one in told if one.name.endswith(COST)}
    return tuple(replace(one, finished=own, foreseen=_foreseen(costs.get(one.name.replace(OVERRUN, COST), ()))) if one.reference else one for one in told)


def _foreseen(said: tuple[Said, ...]) -> float | None:
    return middle([(one.low, one.high) for one in said]) if said and min(one.low for one in said) > 0 else None


def _way(quantity: Quantity, options: Iterable[Option]) -> str:
    """The option whose line of the template this is; the longest prefix, because `better 2` begins like `better`."""
    found = [option for option in options if option.prefix and quantity.name.startswith(f"{option.prefix} ")]
    return max(found, key=lambda option: len(option.prefix)).name if found else ""


def called(row: Case) -> dict[str, str]:
    """What people call each quantity there is or was, by its name in formulas."""
    options = list(Option.objects.filter(case=row))
    every = Quantity.objects.filter(case=row).order_by(F("ended_at").asc(nulls_last=True))
    return {one.name: line(one, (), _way(one, options)).called for one in every}


def line(quantity: Quantity, voices: Iterable[Voice], way: str = "") -> Line:
    said = tuple(Said(one.low, one.high, one.typical, one.who, one.basis, one.at.date().isoformat()) for one in voices)
    return Line(
        quantity.name, quantity.label, Kind(quantity.kind), quantity.unit, quantity.note, quantity.question, said, quantity.stop, quantity.reference,
        quantity.outright, quantity.askable, str(quantity.id), way,
    )


def lines(quantities: Iterable[Quantity]) -> dict[UUID, Line]:
    """Some quantities, of whatever cases, with what counts of what was said about them: two queries."""
    rows = tuple(quantities)
    voices, aside = _voices(rows)
    return {one.id: line(one, _counting(voices[one.id], aside)) for one in rows}


def _voices(quantities: Iterable[Quantity]) -> tuple[dict[UUID, tuple[Voice, ...]], dict[UUID, str]]:
    found: dict[UUID, list[Voice]] = defaultdict(list)
    aside: dict[UUID, str] = {}
    for voice in Voice.objects.select_related("person").prefetch_related("asides").filter(quantity__in=quantities):
        found[voice.quantity_id].append(voice)
        if (why := voice.why_aside) is not None:
            aside[voice.id] = why
    return defaultdict(tuple, {id: tuple(voices) for id, voices in found.items()}), aside


def _counting(voices: Iterable[Voice], aside: dict[UUID, str]) -> tuple[Voice, ...]:
    """See rules.draft.counted, of which this keeps the rows."""
    heard = [voice for voice in voices if voice.id not in aside]
    keyed = [("" if voice.assumed else str(voice.person_id or voice.said_by), voice) for voice in heard]
    return counted(keyed)


def _people(
    row: Case, quantities: tuple[Quantity, ...], voices: dict[UUID, tuple[Voice, ...]], counting: dict[UUID, tuple[Voice, ...]], open_: Iterable[RangeQuestion]
) -> tuple[tuple[estimate.Person, ...], dict[str, Person]]:
    """Who could be asked about what: those somebody named, else those around the initiative, by their side. Nobody is asked what they
    have answered already, or what a link waits for."""
    answered = {(voice.person_id, quantity.name) for quantity in quantities for voice in counting[quantity.id] if voice.person_id}
    waiting = {(question.asking.person_id, question.quantity.name) for question in open_}
    names = [quantity.name for quantity in quantities if quantity.askable and not quantity.reference]
    knowers = list(Knower.objects.select_related("person").prefetch_related("knows__quantity").filter(case=row, ended_at=None))
    told = {knower.person_id: knower for knower in knowers if knower.person_id}
    around = _around(row, voices)
    scores = _records([*told, *around])
    made: dict[str, estimate.Person] = {}
    who: dict[str, Person] = {}
    for knower in knowers:
        wanted = [one.quantity.name for one in knower.knows.all() if one.ended_at is None]
        _add(made, who, row, knower, knower.person, [name for name in names if name in wanted], answered | waiting, scores)
    for id, person in list(around.items())[: knowing.MOST_PEOPLE]:
        if id not in told and person.left_at is None:
            _add(made, who, row, None, person, knowing.guessed(person.side, names), answered | waiting, scores)
    return tuple(made.values()), who


def _around(row: Case, voices: dict[UUID, tuple[Voice, ...]]) -> dict[UUID, Person]:
    """Whoever has the problem, and those who gave a range; where there is nobody of them, whoever was heard. Not those who ask: what a
    facilitator knows she types, and a question goes to somebody else."""
    found = {row.initiative.opened_by_id: row.initiative.opened_by}
    found |= {voice.person_id: voice.person for each in voices.values() for voice in each if voice.person_id and voice.person}
    asking = {account for account, role in roles(row.client_id).items() if role in ASKING} if any(one.account_id for one in found.values()) else set()
    if row.initiative.opened_by.account_id in asking:
        request = Request.objects.select_related("asked_by").filter(initiative=row.initiative_id).first()
        found |= {request.asked_by_id: request.asked_by} if request else {}
    around = {id: person for id, person in found.items() if person.account_id not in asking}
    return around or _heard(row, asking)


def _heard(row: Case, asking: set[UUID]) -> dict[UUID, Person]:
    heard = Person.objects.filter(askings__initiative=row.initiative_id, askings__questions__answers__isnull=False).distinct().order_by("id")
    return {person.id: person for person in heard if person.account_id not in asking}


def _add(
    made: dict[str, estimate.Person], who: dict[str, Person], row: Case, knower: Knower | None, person: Person | None, names: Iterable[str],
    done: set[tuple[UUID | None, str]], scores: dict[UUID, tuple[int, int]],
) -> None:
    left = tuple(name for name in names if person is None or (person.id, name) not in done)
    called = knower.called if knower else person.called if person else ""
    if not left or not called:
        return
    if called in made and person is not None:
        called = f"{called} ({person.name})"
    hits, answered = scores.get(person.id, (0, 0)) if person else (0, 0)
    made[called] = estimate.Person(
        called, left, knower.role if knower else "", knower.minutes if knower else None, _hour(row, knower, person), _days(row, knower),
        knower.narrows if knower else None, hits, answered,
    )
    if person is not None:
        who[called] = person


def _hour(row: Case, knower: Knower | None, person: Person | None) -> float | None:
    if knower and knower.hour_cost is not None:
        return float(knower.hour_cost)
    known = (row.hour_it if person.side == Side.IT.value else row.hour_business) if person else None
    return None if known is None else float(known)


def _days(row: Case, knower: Knower | None) -> float | None:
    if knower and knower.days is not None:
        return knower.days
    return None if row.days_to_answer is None else float(row.days_to_answer)


def _records(person_ids: Iterable[UUID]) -> dict[UUID, tuple[int, int]]:
    """How often each person's ranges held. Never shown to anybody but them; the engine widens what it expects of the next answer."""
    wanted = set(person_ids)
    return {id: knowing.score(rows) for id, rows in by_person().items() if id in wanted}
