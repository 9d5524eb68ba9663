"""What a sheet of goals would do to the goals that stand: each row is new, changed, the same, or has a mistake. Nothing is written here.

A row is of a goal by its id, or by its title. A cell that is empty, or a column that is not there, leaves what stands. Parents are added and
never taken away. So the same file taken in twice changes nothing the second time.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from .cells import Unclear, day, number, same, several
from .labelling import LabelSet
from .stages import what_changed
from .versions import SAID, compared, together

NEW, CHANGED, SAME, MISTAKE = "new", "changed", "same", "mistake"
LIMITS = {"title": 200, "why": 2000, "measure": 200, "unit": 60}
NUMBERS, DAYS = ("baseline", "current", "target"), ("begins", "due")
NOTHING: dict[str, Any] = {"title": "", "why": "", "owner_id": None, "also_ids": [], "measure": "", "unit": ""} | dict.fromkeys((*NUMBERS, *DAYS))

Key = UUID | int  # a goal that stands, or the number of a row that makes one


@dataclass(frozen=True)
class Standing:
    """A goal as it stands. said: by the names of SAID. label: a code of the label set in use, or nothing."""

    id: UUID
    said: Mapping[str, Any]
    above: frozenset[UUID] = frozenset()
    label: str = ""


@dataclass(frozen=True)
class Known:
    """What a file is compared with. people: by address or name in small letters, each with whom that may be. otherwise: who answers
    where nobody of that name is known."""

    goals: Sequence[Standing]
    people: Mapping[str, tuple[UUID, ...]]
    labels: LabelSet | None = None
    otherwise: UUID | None = None


@dataclass(frozen=True)
class Fault:
    """Something to put right in one cell. field: which column; code: what it is; told: what stands there."""

    field: str
    code: str
    told: str = ""


@dataclass(frozen=True)
class Row:
    """One row, understood. said: what the goal would say. above: what it would contribute to beside what it does already."""

    number: int
    title: str
    kind: str
    goal: Standing | None = None
    said: Mapping[str, Any] = field(default_factory=dict)
    above: tuple[Key, ...] = ()
    label: str = ""
    fields: tuple[str, ...] = ()  # what changes
    material: bool = False
    faults: tuple[Fault, ...] = ()

    @property
    def key(self) -> Key:
        return self.goal.id if self.goal else self.number


@dataclass(frozen=True)
class Plan:
    """All rows in the order of the file, and what in it is not kept: labels of no set in use."""

    rows: tuple[Row, ...]
    not_labels: tuple[str, ...] = ()

    def of(self, kind: str) -> list[Row]:
        return [one for one in self.rows if one.kind == kind]

    @property
    def may_go(self) -> bool:
        return not self.of(MISTAKE) and len(self.of(SAME)) < len(self.rows)


Told = tuple[int, Mapping[str, Any]]  # the number of a row, and its cells by field


def plan(rows: Sequence[Told], known: Known, *, comma: bool = False) -> Plan:
    """comma: the decimal sign of numbers that are written as text may be a comma."""
    by_id, by_title = {one.id: one for one in known.goals}, _titles(known.goals)
    told = [(number, {name: _text(cell) if name not in (*NUMBERS, *DAYS) else cell for name, cell in cells.items()}) for number, cells in rows]
    seen: dict[str, list[Key]] = {title: [one.id for one in goals] for title, goals in by_title.items()}
    drafts = []
    for row, cells in told:
        draft = _Draft(row, cells, known, comma)
        draft.find(by_id, by_title)
        if draft.goal is None and draft.same_title:
            seen.setdefault(draft.same_title, []).append(row)
        elif draft.goal and draft.same_title and draft.goal.id not in seen.get(draft.same_title, []):
            seen.setdefault(draft.same_title, []).append(draft.goal.id)
        drafts.append(draft)
    twice = Counter(draft.key for draft in drafts if draft.goal) + Counter(draft.same_title for draft in drafts if draft.goal is None)
    found = tuple(draft.row(seen, twice) for draft in drafts)
    return Plan(tuple(_without_rings(found, known.goals)), tuple(sorted({one for draft in drafts for one in draft.not_labels})))


def _titles(goals: Sequence[Standing]) -> dict[str, list[Standing]]:
    found: dict[str, list[Standing]] = {}
    for one in goals:
        found.setdefault(same(one.said["title"]), []).append(one)
    return found


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()


class _Draft:
    """One row while it is being read."""

    def __init__(self, number: int, cells: Mapping[str, Any], known: Known, comma: bool) -> None:
        self.number, self.cells, self.known, self.comma = number, cells, known, comma
        self.title = " ".join(str(cells.get("title", "")).split())
        self.same_title = same(self.title)
        self.goal: Standing | None = None
        self.faults: list[Fault] = []
        self.not_labels: list[str] = []

    @property
    def key(self) -> Key:
        return self.goal.id if self.goal else self.number

    def find(self, by_id: Mapping[UUID, Standing], by_title: Mapping[str, list[Standing]]) -> None:
        """Which goal it is of, if any."""
        if told := self.cells.get("id", ""):
            try:
                self.goal = by_id[UUID(told)]
            except (ValueError, KeyError):
                self.faults.append(Fault("id", "id", told))
            return
        if not self.title:
            self.faults.append(Fault("title", "empty"))
        goals = by_title.get(self.same_title, [])
        if len(goals) > 1:
            self.faults.append(Fault("title", "many", self.title))
        elif goals:
            self.goal = goals[0]

    def row(self, seen: Mapping[str, list[Key]], twice: Mapping[Any, int]) -> Row:
        if (self.same_title or self.goal) and twice[self.key if self.goal else self.same_title] > 1:
            self.faults.append(Fault("title", "twice", self.title))
        stood = dict(self.goal.said) if self.goal else dict(NOTHING)
        said = stood | dict(self._given(stood))
        above, label = self._above(seen), self._label()
        if said["owner_id"] is None and not any(one.field == "owner" for one in self.faults):
            self.faults.append(Fault("owner", "nobody"))
        fields = tuple(what_changed({name: stood[name] for name in SAID}, said)) if self.goal else ()
        more = (*fields, *(["above"] if above else []), *(["label"] if label and label != (self.goal.label if self.goal else "") else []))
        kind = MISTAKE if self.faults else NEW if self.goal is None else CHANGED if more else SAME
        material = kind == NEW or (kind == CHANGED and bool(fields) and self._material(stood, said))
        title = self.title or str(stood["title"])
        return Row(self.number, title, kind, self.goal, said, above, label, more if self.goal else (), material, tuple(self.faults))

    @staticmethod
    def _material(stood: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
        return together(compared({name: stood[name] for name in SAID}, {name: said[name] for name in SAID})).material

    def _given(self, stood: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """What the cells say, where they say something."""
        for name, limit in LIMITS.items():
            told = str(self.cells.get(name, ""))
            told = told if name == "why" else " ".join(told.split())
            if len(told) > limit:
                self.faults.append(Fault(name, "long", str(limit)))
            elif told:
                yield name, told
        yield from self._owners(stood)
        for name in NUMBERS:
            yield from self._number(name, stood)
        for name in DAYS:
            if (cell := self.cells.get(name)) not in (None, ""):
                try:
                    yield name, day(cell)
                except Unclear as unclear:
                    self.faults.append(Fault(name, str(unclear), str(cell)))

    def _number(self, name: str, stood: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        cell = self.cells.get(name)
        if cell in (None, ""):
            return
        try:
            found, unit = number(cell, comma=self.comma)
        except Unclear as unclear:
            self.faults.append(Fault(name, str(unclear), _text(cell)))
            return
        yield name, stood[name] if isinstance(stood[name], Decimal) and stood[name] == found else found
        if unit and not self.cells.get("unit") and not stood["unit"]:
            yield "unit", unit

    def _owners(self, stood: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        found = []
        names = several(str(self.cells.get("owner", "")))
        for name in names:
            people = self.known.people.get(same(name), ())
            if len(people) == 1:
                found.append(people[0])
            elif people:
                self.faults.append(Fault("owner", "two people", name))
            elif self.known.otherwise:
                found.append(self.known.otherwise)
            else:
                self.faults.append(Fault("owner", "unknown", name))
        if not names and stood["owner_id"] is None and self.known.otherwise:
            found.append(self.known.otherwise)
        if found:
            yield "owner_id", found[0]
            if len(found) > 1:
                yield "also_ids", sorted({one for one in found[1:] if one != found[0]})

    def _above(self, seen: Mapping[str, list[Key]]) -> tuple[Key, ...]:
        told = str(self.cells.get("parent", ""))
        whole = [" ".join(told.split())] if same(told) in seen else several(told)
        found: list[Key] = []
        for name in whole:
            keys = seen.get(same(name), [])
            if not keys:
                self.faults.append(Fault("parent", "no parent", name))
            elif len(keys) > 1:
                self.faults.append(Fault("parent", "many", name))
            elif keys[0] == self.key:
                self.faults.append(Fault("parent", "itself", name))
            elif keys[0] not in found and not (self.goal and keys[0] in self.goal.above):
                found.append(keys[0])
        return tuple(found)

    def _label(self) -> str:
        told = several(str(self.cells.get("labels", "")))
        codes = {one: self.known.labels.code_of(one) if self.known.labels else None for one in told}
        self.not_labels += [one for one, code in codes.items() if code is None]
        return next((code for code in codes.values() if code), "")


def _without_rings(rows: tuple[Row, ...], goals: Sequence[Standing]) -> Iterator[Row]:
    """Rows through which a goal would be above itself get a mistake."""
    up: dict[Key, set[Key]] = {one.id: set(one.above) for one in goals}
    for row in rows:
        up.setdefault(row.key, set()).update(row.above)
    ring = _ring(up)
    for row in rows:
        if row.key in ring and any(one in ring for one in row.above):
            yield replace(row, kind=MISTAKE, faults=(*row.faults, Fault("parent", "ring", row.title)))
        else:
            yield row


def _ring(up: Mapping[Key, set[Key]]) -> set[Key]:
    """What is left when whatever has nothing above it, and whatever has nothing below it, was taken away again and again."""
    links = {(lower, upper) for lower, uppers in up.items() for upper in uppers}
    links = _peeled(links)
    turned = _peeled({(upper, lower) for lower, upper in links})
    return {one for pair in turned for one in pair}


def _peeled(links: set[tuple[Key, Key]]) -> set[tuple[Key, Key]]:
    """Without the links that lead, however far, only to an end."""
    onwards, towards = Counter(first for first, _second in links), dict[Key, list[Key]]()
    for first, second in links:
        towards.setdefault(second, []).append(first)
    ends = [one for one in towards if not onwards[one]]
    gone = set(ends)
    while ends:
        for first in towards.get(ends.pop(), []):
            onwards[first] -= 1
            if not onwards[first]:
                gone.add(first)
                ends.append(first)
    return {pair for pair in links if pair[1] not in gone}
