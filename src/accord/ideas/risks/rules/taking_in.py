"""A sheet of warnings, understood: which are new, which stand here already, which say other ranges now, and what is to be put right in it.

Which column is what is said in a file of `layouts`, no program: `columns` in the order in which they are written, with the `field` each holds;
`also`: other names of it; `only` takes rows whose field says one of these; `over`: states of what is closed, which is left out; `states`: how our
own are called there. Words of somebody's scale become no numbers: they are kept as words. What stands here never changes its words by a sheet.
"""

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

from accord.ideas.goals.rules.cells import Unclear, day, number, plain, same

from .spans import Span, chance, loss

LAYOUTS = ("accord", "ciso_assistant", "ridac")
NEW, CHANGED, SAME, LEFT_OUT, MISTAKE = "new", "changed", "same", "left_out", "mistake"
LEVELS = ("inherent", "current", "residual")
LIMITS = {"sees": 1000, "costs": 300, "asks": 600, "basis": 500, "reference": 200}
WRITTEN = {"how", "answer_by", "review_on", "raised_on"}  # columns we write and do not read: that is Accord's to say
TITLE = 200

Told = tuple[int, Mapping[str, Any]]  # the number of a row, and its cells by field
Numbers = tuple[float | None, float | None, float | None, float | None]  # chance in 100 from and to, loss from and to


@dataclass(frozen=True)
class Column:
    header: str
    field: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    """name: of its file. source: what its warnings are known by here."""

    name: str
    source: str
    title: str
    columns: tuple[Column, ...]
    only: Mapping[str, tuple[str, ...]]
    over: frozenset[str]
    states: Mapping[str, str]

    @property
    def called(self) -> dict[str, list[str]]:
        """By field, what its column may be called."""
        return {one.field: [plain(name) for name in (one.header, *one.also)] for one in self.columns}


@cache
def layout(name: str) -> Layout:
    """KeyError for one there is none of."""
    if name not in LAYOUTS:
        raise KeyError(name)
    data = tomllib.loads(resources.files(__package__).joinpath("layouts", f"{name}.toml").read_text("utf-8"))
    columns = tuple(Column(one["header"], one["field"], tuple(one.get("also", ()))) for one in data["columns"])
    only = {field: tuple(words) for field, words in data.get("only", {}).items()}
    return Layout(name, data["source"], data["title"], columns, only, frozenset(data.get("over", ())), data.get("states", {}))


@dataclass(frozen=True)
class Fault:
    """Something to put right in one cell. field: which column; code: what it is; told: what stands there."""

    field: str
    code: str
    told: str = ""


@dataclass(frozen=True)
class Standing:
    """A warning that stands here: its newest ranges by level. over: it ended."""

    id: UUID
    said: Mapping[str, Numbers]
    over: bool = False


@dataclass(frozen=True)
class Known:
    """What a file is compared with. risks: by reference, and by id as text. The others by name in small letters, people by address as well."""

    risks: Mapping[str, Standing] = field(default_factory=dict)
    goals: Mapping[str, UUID] = field(default_factory=dict)
    work: Mapping[str, UUID] = field(default_factory=dict)
    people: Mapping[str, tuple[UUID, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """Of one level: numbers where there were some, and the words that stood there instead of numbers."""

    numbers: Numbers
    words: str = ""


@dataclass(frozen=True)
class Row:
    """One row, understood. fields: as a warning has them. said: by level, what is new in it. unknown: names in it that nobody here has."""

    number: int
    title: str
    kind: str
    reference: str = ""
    risk: Standing | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    said: Mapping[str, Said] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def asks_for_ranges(self) -> bool:
        """It says how likely or how dear in words only, or not at all."""
        now = self.said.get("current")
        return now is None or now.numbers[0] is None or now.numbers[2] is None


@dataclass(frozen=True)
class Plan:
    """All rows in the order of the file."""

    rows: tuple[Row, ...]

    def of(self, kind: str) -> list[Row]:
        return [one for one in self.rows if one.kind == kind]

    @property
    def may_go(self) -> bool:
        return not self.of(MISTAKE) and bool(self.of(NEW) or self.of(CHANGED))

    @property
    def unknown(self) -> tuple[str, ...]:
        return tuple(sorted({name for one in self.rows for name in one.unknown}))


def plan(rows: Sequence[Told], chosen: Layout, known: Known, *, comma: bool = False) -> Plan:
    """comma: the decimal sign of numbers that are written as text may be a comma."""
    drafts = [_Draft(number, cells, chosen, known, comma) for number, cells in rows]
    seen = Counter(one.reference for one in drafts if not one.left_out)
    return Plan(tuple(one.row(seen) for one in drafts))


class _Draft:
    """One row while it is being read."""

    def __init__(self, number: int, cells: Mapping[str, Any], chosen: Layout, known: Known, comma: bool) -> None:
        self.number, self.cells, self.layout, self.known, self.comma = number, cells, chosen, known, comma
        self.faults: list[Fault] = []
        self.unknown: list[str] = []
        self.title = " ".join(self.text("title").split()) or " ".join(self.text("sees").split())
        self.reference = self.text("reference") or self._mark()
        self.left_out = self._left_out()

    def text(self, name: str) -> str:
        cell = self.cells.get(name)
        if cell is None:
            return ""
        if isinstance(cell, float) and cell.is_integer():
            return str(int(cell))
        return cell.isoformat() if isinstance(cell, date) else str(cell).strip()

    def _mark(self) -> str:
        """What a row without a reference is known by: its words."""
        words = f"{self.text('title')}\n{self.text('sees')}".strip()
        return f"words:{hashlib.sha256(words.encode()).hexdigest()[:32]}" if words else ""

    def _left_out(self) -> bool:
        """Of another type, or closed where it comes from."""
        others = any(name in self.cells and plain(self.text(name)) not in words for name, words in self.layout.only.items())
        return others or plain(self.text("state")) in self.layout.over

    def row(self, seen: Mapping[str, int]) -> Row:
        if self.left_out:
            return Row(self.number, self.title[:TITLE], LEFT_OUT, self.reference)
        if not self.title:
            self.faults.append(Fault("sees" if "sees" in self.cells else "title", "empty"))
        elif seen[self.reference] > 1:
            self.faults.append(Fault("reference", "twice", self.title[:TITLE]))
        risk = self.known.risks.get(self.reference)
        fields = dict(self._fields())
        said = {level: found for level in LEVELS if (found := self._said(level))}
        if risk:
            said = {} if risk.over else {level: one for level, one in said.items() if _other(one, risk.said.get(level))}
        kind = MISTAKE if self.faults else NEW if risk is None else CHANGED if said else SAME
        return Row(self.number, self.title[:TITLE], kind, self.reference, risk, fields, said, tuple(self.unknown), tuple(self.faults))

    def _fields(self) -> Iterator[tuple[str, Any]]:
        yield "sees", self._limited("sees", "\n".join(filter(None, (self.text("title"), self.text("sees")))))
        yield "costs", self._limited("costs", " ".join(self.text("costs").split()))
        yield "asks", self._limited("asks", self.text("asks"))
        self._limited("reference", self.reference)
        for name in ("act_by", "bites_on"):
            yield name, self._day(name)
        needs = [self._days(name) for name in ("needs_low", "needs_high")]
        low, high = (needs[0] if needs[0] is not None else needs[1]), (needs[1] if needs[1] is not None else needs[0])
        if low is not None and high is not None and low > high:
            self.faults.append(Fault("needs_high", "order", str(high)))
        yield from (("needs_low", low), ("needs_high", high))
        yield "goal_id", self._named("goal", self.known.goals)
        yield "initiative_id", self._named("initiative", self.known.work)
        yield "answerer_id", self._person()

    def _limited(self, name: str, text: str) -> str:
        if len(text) > LIMITS[name]:
            self.faults.append(Fault(name, "long", str(LIMITS[name])))
        return text

    def _day(self, name: str) -> date | None:
        cell = self.cells.get(name)
        if cell in (None, ""):
            return None
        try:
            return day(cell)
        except Unclear as unclear:
            self.faults.append(Fault(name, str(unclear), str(cell)))
            return None

    def _days(self, name: str) -> int | None:
        found = self._number(name)
        if found is None:
            return None
        if found != int(found) or not 0 <= found <= 3650:
            self.faults.append(Fault(name, "days", self.text(name)))
            return None
        return int(found)

    def _number(self, name: str) -> float | None:
        cell = self.cells.get(name)
        if cell in (None, ""):
            return None
        try:
            return float(number(cell, comma=self.comma)[0])
        except Unclear as unclear:
            self.faults.append(Fault(name, str(unclear), self.text(name)))
            return None

    def _named(self, name: str, known: Mapping[str, UUID]) -> UUID | None:
        told = self.text(name)
        if told and same(told) not in known:
            self.unknown.append(told)
        return known.get(same(told))

    def _person(self) -> UUID | None:
        told = self.text("answerer")
        found = self.known.people.get(same(told), ())
        if told and len(found) != 1:
            self.unknown.append(told)
        return found[0] if len(found) == 1 else None

    def _said(self, level: str) -> Said | None:
        """Both ends apart, as our own sheet has them, or in one cell. What is written in words is kept with the name of its column."""
        likely, dear = self._ends(f"{level}_chance", most=100), self._ends(f"{level}_loss")
        words = [told for told in (self._word(name) for name in (f"{level}_chance", f"{level}_loss", f"{level}_word")) if told]
        spans = {"chance": likely or self._span(f"{level}_chance"), "loss": dear or self._span(f"{level}_loss")}
        if level == "current":
            words = [*filter(None, [self.text("basis")]), *words, *filter(None, [self._kept("kept"), self._treatment()])]
        numbers = (spans["chance"].low, spans["chance"].high, spans["loss"].low, spans["loss"].high)
        if not words and all(one is None for one in numbers):
            return None
        return Said(numbers, self._limited("basis", ". ".join(words)))

    def _ends(self, name: str, most: float | None = None) -> Span | None:
        if f"{name}_low" not in self.cells and f"{name}_high" not in self.cells:
            return None
        low, high = self._number(f"{name}_low"), self._number(f"{name}_high")
        low, high = low if low is not None else high, high if high is not None else low
        if low is None or high is None:
            return Span()
        if low > high:
            self.faults.append(Fault(f"{name}_high", "order", f"{high:g}"))
        elif low < 0 or (most is not None and high > most):
            self.faults.append(Fault(f"{name}_high", "chance", f"{high:g}"))
        elif most is None and low <= 0:
            self.faults.append(Fault(f"{name}_low", "loss", f"{low:g}"))
        return Span(low, high)

    def _span(self, name: str) -> Span:
        cell = self.cells.get(name)
        if cell in (None, ""):
            return Span()
        try:
            return (chance if name.endswith("chance") else loss)(cell, comma=self.comma)
        except Unclear as unclear:
            self.faults.append(Fault(name, str(unclear), self.text(name)))
            return Span()

    def _word(self, name: str) -> str:
        if name.endswith("_word"):
            return self._kept(name)
        cell = self.cells.get(name)
        try:
            word = (chance if name.endswith("chance") else loss)(cell, comma=self.comma).word if cell not in (None, "") else ""
        except Unclear:
            return ""
        return f"{self._header(name)}: {word}" if word else ""

    def _kept(self, name: str) -> str:
        told = self.text(name)
        return f"{self._header(name)}: {told}" if told else ""

    def _treatment(self) -> str:
        """Where a state is no more than a word to us: in any layout but our own."""
        return self._kept("state") if self.layout.states and self.text("state") else ""

    def _header(self, name: str) -> str:
        return next(one.header for one in self.layout.columns if one.field == name)


def _other(one: Said, stands: Numbers | None) -> bool:
    """Whether numbers are said that do not stand. Words alone change nothing that stands."""
    if all(value is None for value in one.numbers):
        return False
    return stands is None or any(_differs(new, old) for new, old in zip(one.numbers, stands, strict=True))


def _differs(new: float | None, old: float | None) -> bool:
    return new is not None and (old is None or abs(new - old) > 1e-6 * max(1.0, abs(new)))


def found_layout(headers: tuple[str, ...]) -> Layout:
    """The one of which most columns are there; of several the first."""
    names = {plain(header) for header in headers}
    return max((layout(name) for name in LAYOUTS), key=lambda one: (sum(bool(names & set(called)) for called in one.called.values()), -LAYOUTS.index(one.name)))
