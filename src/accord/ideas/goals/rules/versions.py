"""What changed between two versions of a goal, field by field, and whether it matters."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from .difference import GOAL, NUMBER, PROGRESS, SCOPE, WORDING, Change, Difference, difference
from .stages import what_changed

SAID = ("title", "why", "owner_id", "also_ids", "measure", "unit", "baseline", "current", "target", "begins", "due")  # what a version says
DECIDES = ("owner_id", "also_ids", "unit", "target", "begins", "due")  # a change of these is material by itself
MOVES = ("baseline", "current")  # these say how far it has come
WORDS = ("title", "why", "measure")


def compared(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Difference]:
    """By field, in the order of `before`, those that differ."""
    return {name: Difference.of(tuple(_changes(name, before[name], after[name]))) for name in what_changed(before, after)}


def together(found: Mapping[str, Difference]) -> Difference:
    """All fields as one difference: what a change of the whole goal comes to."""
    return Difference.of(tuple(change for one in found.values() for change in one.changes))


def _changes(name: str, before: Any, after: Any) -> Iterator[Change]:
    if name not in WORDS:
        yield Change(NUMBER if name in DECIDES else PROGRESS if name in MOVES else WORDING, _told(before), _told(after))
        return
    found = difference(before, after).changes
    kinds = {one.kind for one in found if one.matters}
    if name == "why" and before and after:
        yield from found or [Change(WORDING, before, after)]
    else:  # one sentence: another meaning of it is another goal, another thing to measure is another measure
        yield Change(NUMBER if NUMBER in kinds else SCOPE if SCOPE in kinds else GOAL if kinds else WORDING, before, after)


def _told(value: Any) -> str:
    match value:
        case None:
            return ""
        case Decimal():
            return f"{value.normalize():,f}"
        case date():
            return value.isoformat()
        case list():
            return ", ".join(map(str, value))
    return str(value)
