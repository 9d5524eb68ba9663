"""Rows of “What the answer rests on”: each quantity with everybody's range, what they pool to, and what knowing it would be worth."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from accord.base.estimate import Known
from accord.base.estimate.record import OwnOverrun
from accord.base.paper.figure import Figure
from accord.base.people import reader
from accord.base.people.models import Person

from .. import figures, headlines, wording
from ..models import Quantity, Voice
from ..queries.loading import Loaded
from ..queries.weighing import WeighedCase
from ..rules.draft import Line
from ..rules.facts import KnowFacts
from .voices import drawn, rounds


@dataclass(frozen=True)
class VoiceRow:
    """One range: as it was typed, by whom, on what basis, when. aside: why it does not count; older: replaced by a later one."""

    voice: Voice
    low: str
    high: str
    typical: str
    person: Person | None
    who: str
    basis: str
    at: datetime
    counts: bool
    aside: str


@dataclass(frozen=True)
class QuantityRow:
    """One quantity. low, high: what counts, pooled where several people spoke. pooled: of how many. worth: as it is printed."""

    quantity: Quantity
    line: Line
    unit: str
    low: str
    high: str
    pooled: int
    voices: tuple[VoiceRow, ...]
    earlier: tuple[VoiceRow, ...]
    worth: str
    worth_value: float
    asked: tuple[Person, ...]  # a link of theirs waits
    dots: Figure | None = None
    heard: Figure | None = None  # everybody's, where more than one spoke
    counted: str = ""  # as wide as our record makes it, where that is wider than what was said
    own_share: int = 0  # with a reference: in 100, how much our own finished work counts
    turns: tuple[str, ...] = ()
    top: bool = False

    @property
    def first(self) -> VoiceRow | None:
        return self.voices[0] if self.voices else None

    @property
    def assumed(self) -> bool:
        return bool(self.voices) and all(row.voice.assumed for row in self.voices)


def rows(loaded: Loaded, found: WeighedCase | None) -> tuple[QuantityRow, ...]:
    """Most worth knowing first; in the order of the case while nothing is weighed. What nobody can know is left to the formulas."""
    told = [_row(loaded, quantity, line, found) for quantity, line in zip(loaded.quantities, loaded.draft.lines, strict=True) if line.outright is None]
    ordered = sorted(told, key=lambda row: -row.worth_value) if found else told
    return tuple(replace(row, top=place == 0 and row.worth_value > 0) for place, row in enumerate(ordered))


def _row(loaded: Loaded, quantity: Quantity, line: Line, found: WeighedCase | None) -> QuantityRow:
    every = [_voice(voice, line, loaded) for voice in loaded.voices.get(quantity.id, ())]
    voices = tuple(row for row in every if row.counts)
    known = found.weighed.quantity(line.name) if found else None
    money, rest = wording.parted(line.unit)
    low, high = _ends(line, known, voices, money)
    asked = tuple(question.asking.person for question in loaded.asked if question.quantity_id == quantity.id)
    earlier = tuple(row for row in reversed(every) if not row.counts)
    worth = _worth(found, known)
    value = known.worth.value if known and known.askable else -1.0
    dots = figures.pooled(known, line.unit) if known and known.low < known.high else None
    turns = tuple(headlines.turn(one.at, known.unit, one.below, one.above) for one in known.turnings if one.within) if known else ()
    heard = _heard(loaded, quantity, line, known)
    wider = loaded.record is not None and loaded.record.by > 1 and bool(voices) and known is not None and known.low < known.high
    counted = reader.voice(money).range(known.low, known.high) if known and wider else ""
    own = round(100 * OwnOverrun(line.reference, line.stop or 1.0, line.finished, line.foreseen).own_share) if line.reference and line.finished else 0
    return QuantityRow(quantity, line, rest, low, high, len(voices), voices, earlier, worth, value, asked, dots, heard, counted, own, turns)


def _heard(loaded: Loaded, quantity: Quantity, line: Line, known: Known | None) -> Figure | None:
    """Everybody's range and the pool; None while one person has spoken once."""
    shown = rounds(loaded.voices.get(quantity.id, ()), loaded.counting)
    if len(shown) < 2 or known is None:
        return None
    return drawn(shown, line, known.futures, (known.low, known.high), _("as it counts"))


def _voice(voice: Voice, line: Line, loaded: Loaded) -> VoiceRow:
    low, high = wording.exact(voice.low, line.unit), wording.exact(voice.high, line.unit)
    typical = "" if voice.typical is None else wording.exact(voice.typical, line.unit)
    return VoiceRow(
        voice, low, high, typical, voice.person, voice.who, voice.basis, voice.at, voice.id in loaded.counting, loaded.aside.get(voice.id, ""),
    )


def _ends(line: Line, known: Known | None, voices: tuple[VoiceRow, ...], money: str) -> tuple[str, str]:
    """One person's ends as they were typed; of several, the ends of the pool to two figures."""
    if len(voices) == 1:
        return voices[0].low, voices[0].high
    return reader.voice(money).ends(known.low, known.high) if known else ("", "")


def _worth(found: WeighedCase | None, known: Known | None) -> str:
    if found is None or known is None or not known.askable:
        return ""
    return headlines.worth_of(KnowFacts(known.label, known.worth.value, known.worth.se), reader.voice(found.currency))
