"""A table of ratings as people with their marks, ready to be counted like the sheets of a round.

A person written in two ways would count as two, and a figure of four people be shown as one of five; so names are told apart without their
case and spaces, and somebody who stands on two sides or in two teams is a fault. Whoever has no name is one person for each side and team.
What other scales say is laid onto the five marks in a straight line, and rounded.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Any

from accord.base.people.gate import K
from accord.ideas.goals.rules.cells import same

from .importing import GUESS, LAYOUTS, OWN, Layout, Misread, Rating, layout, read
from .said import STEPS, Said
from .tally import Answered, Counted

MOST_PEOPLE, MOST_ITEMS, MOST_LETTERS = 5_000, 200, {"item": 200, "team": 120}
NONE = "\u2060"  # stands in an empty cell that may be empty: `read` takes no empty one
SURELY_OTHERS = 20  # so many other people do not give nearly the same marks by chance

Row = tuple[int, dict[str, str]]  # its number in the file, its cells by the names in the head
Bins = Sequence[int] | None
Kept = Mapping[tuple[str, str], Mapping[tuple[str, str], Bins]]  # by side and group, then by kind and item


@dataclass(frozen=True)
class Understood:
    """items: in the order of the file. scale: what its marks lie between, when they had to be laid onto the five; None for an end that the
    layout leaves open, and then the file's own lowest or highest mark stands for it. rated_people: how many items are called as one of the
    people who rate."""

    items: tuple[str, ...]
    people: tuple[Answered, ...]
    marks: int
    guesses: bool
    scale: tuple[float | None, float | None] | None
    groups: tuple[tuple[str, str], ...]
    rated_people: int
    faults: tuple[Misread, ...]


def layout_names() -> list[str]:
    """The plain one first."""
    return sorted((one.stem for one in LAYOUTS.glob("*.json")), key=lambda name: (name != "long", name))


def understand(rows: Sequence[Row], name: str, side: str) -> Understood:
    """rows: below the head. side: of those who name none; empty when the table names it everywhere."""
    how = layout(name)
    rows = [(number, _whole(row, how, side)) for number, row in rows if _counts(row, how)]
    _spell_once(rows, how)
    faults = list(_too_long(rows, how))
    found = read((row for _number, row in rows), how)
    faults += [Misread(rows[one.row - 2][0] if one.row > 1 else 1, one.column, one.code, one.told.replace(NONE, "")) for one in found.faults]
    told = [_bare(one, side) for one in found.told]
    if not faults:
        faults += _elsewhere(told, rows, how)
    faults.sort(key=lambda one: (one.row, one.column))
    return _gathered(told, how, faults)


def _counts(row: Mapping[str, str], how: Layout) -> bool:
    return all(row.get(column) == said for column, said in how.get("only", {}).items())


def _whole(row: Mapping[str, str], how: Layout, side: str) -> dict[str, str]:
    """With what may be left out: a column or a cell for the side, the team and the kind."""
    found, left_out = dict(row), {"side": side, "team": NONE, "kind": OWN}
    for field, instead in left_out.items():
        column = how["columns"].get(field)
        if column and instead and not found.get(column):
            found[column] = instead
    return found


def _spell_once(rows: Iterable[Row], how: Layout) -> None:
    """In place: a name in two spellings becomes the first of them."""
    first: dict[tuple[str, str], str] = {}
    for field in ("person", "team", "item"):
        column = how["columns"].get(field, "")
        for _number, row in rows:
            if row.get(column):
                row[column] = first.setdefault((field, same(row[column])), " ".join(row[column].split()))


def _too_long(rows: Iterable[Row], how: Layout) -> Iterator[Misread]:
    for field, most in MOST_LETTERS.items():
        column = how["columns"].get(field)
        for number, row in rows:
            if column and len(row.get(column, "")) > most:
                yield Misread(number, column, "long", str(most))


def _bare(one: Rating, side: str) -> Rating:
    return Rating(one.person, one.side or side, one.team.replace(NONE, ""), one.item, one.kind or OWN, one.value)


def _elsewhere(told: Iterable[Rating], rows: Sequence[Row], how: Layout) -> Iterator[Misread]:
    """Somebody who stands on two sides or in two teams, with the first row that says so."""
    first: dict[str, tuple[str, str]] = {}
    twice = {one.person for one in told if one.person and first.setdefault(one.person, (one.side, one.team)) != (one.side, one.team)}
    person, side, team = (how["columns"].get(field, "") for field in ("person", "side", "team"))
    for one in sorted(twice):
        where = [(row.get(side, "").casefold(), row.get(team), number) for number, row in rows if row.get(person) == one]
        number = next((third for *its, third in where if its != [*where[0][:2]]), 1)
        yield Misread(number, person or how.get("from", ""), "two_groups", one)


def _gathered(told: Sequence[Rating], how: Layout, faults: list[Misread]) -> Understood:
    places = {item: place for place, item in enumerate(dict.fromkeys(one.item for one in told))}
    scale = _scale(told, how)
    people: dict[tuple[str, ...], dict[str, list[int]]] = {}
    for one in told:
        who = (one.side, one.team, one.person)
        marks = people.setdefault(who, {OWN: [0] * len(places), GUESS: [0] * len(places)})
        marks[one.kind][places[one.item]] = five(one.value, *scale)
    names = {same(one.person) for one in told if one.person}
    return Understood(
        tuple(places),
        tuple(Answered(side, team, Said(own=_said(marks[OWN]), guess=_said(marks[GUESS]))) for (side, team, _person), marks in people.items()),
        len(told),
        any(one.kind == GUESS for one in told),
        None if list(how["scale"]) == [1, STEPS] and all(one.value == int(one.value) for one in told) else (how["scale"][0], how["scale"][1]),
        tuple(sorted({(one.side, one.team) for one in told if one.team})),
        sum(same(item) in names for item in places),
        tuple(faults),
    )


def _said(marks: list[int]) -> tuple[int, ...]:
    return tuple(marks) if any(marks) else ()


def _scale(told: Sequence[Rating], how: Layout) -> tuple[float, float]:
    low, high = how["scale"]
    values = [one.value for one in told] or [1.0]
    return (min(values) if low is None else low, max(values) if high is None else high)


def five(value: float, low: float, high: float) -> int:
    """A mark from 1 to 5, halves rounded up."""
    return 1 + floor((STEPS - 1) * (value - low) / (high - low) + 0.5) if high > low else 1


def kept(counted: Iterable[Counted], items: Sequence[str]) -> Kept:
    """What would be written of it, to be laid beside what stands."""
    return {(one.side, one.team): bins_of(one.counts, items) for one in counted if one.answered is not None}


def bins_of(counts: Mapping[str, Any], items: Sequence[str]) -> dict[tuple[str, str], Bins]:
    return {(kind, item): bins for kind in (OWN, GUESS) for item, bins in zip(items, counts.get(kind, ()), strict=False) if bins is not None}


def tells_apart(old: Kept, new: Kept, *, k: int = K) -> bool:
    """Whether laying one beside the other would tell what fewer than k people said: the same ratings with a few people or marks added, taken
    out or put right, or the same people divided into other groups. Two files of the same things that differ that little everywhere are
    taken for such; with few people other ones may come that near by chance, so there nearly every item has to be one."""
    both = [(old[whole][cell], new[whole][cell]) for whole in old.keys() & new.keys() if not whole[1] for cell in old[whole].keys() & new[whole].keys()]
    cells = [(one, other) for one, other in both if one and other]
    if not cells or old == new:
        return False
    added = [sum(max(0, b - a) for a, b in zip(*pair, strict=True)) for pair in cells]
    gone = [sum(max(0, a - b) for a, b in zip(*pair, strict=True)) for pair in cells]
    if max(*added, *gone) >= k:
        return False
    people = min(sum(side) for pair in cells for side in pair)
    return people >= SURELY_OTHERS or sum(map(min, added, gone)) < len(cells)
