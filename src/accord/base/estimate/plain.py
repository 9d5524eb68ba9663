"""Plain data picked apart: every refusal names the path and the fix."""

from __future__ import annotations

import math
import re
from typing import Any

from accord.base.estimate.errors import CaseError
from accord.base.estimate.formula import Names

MOST = {"cases": 200, "inputs": 500, "quantities": 500, "constants": 500, "options": 50, "derived": 500, "steps": 500, "people": 200, "voices": 50,
        "groups": 100, "evppi": 600}


def at(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key


def table(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise CaseError("Here a table of named fields is expected.", where or "the document")
    return value


def listed(item: dict[str, Any], key: str, where: str, required: bool = False) -> list[Any]:
    value = item.get(key, [])
    if not isinstance(value, list) or (required and not value):
        raise CaseError("Here a list is expected" + (" with at least one entry." if required else "."), at(where, key))
    if len(value) > MOST.get(key, 10_000):
        raise CaseError(f"There are {len(value):,} entries; the most is {MOST.get(key, 10_000):,}.", at(where, key))
    return value


def text(item: dict[str, Any], key: str, where: str, default: str | None = None) -> str:
    value = item.get(key, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise CaseError("Here a text is expected.", at(where, key))
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise CaseError("This text holds half a letter. Write it again.", at(where, key))
    return value


def number(value: Any, where: str, least: float | None = None) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise CaseError(f"Here a number is expected, not {value!r:.40}.", where)
    try:
        found = float(value)
    except OverflowError:
        found = math.inf
    if not math.isfinite(found):
        raise CaseError("Here a finite number is expected.", where)
    if least is not None and found < least:
        raise CaseError(f"This must be {least:g} or more, not {found:g}.", where)
    return found


def optional_number(item: dict[str, Any], key: str, where: str, least: float | None = None) -> float | None:
    return number(item[key], at(where, key), least) if key in item else None


def whole_number(item: dict[str, Any], key: str, where: str) -> int:
    found = number(item.get(key, 0), at(where, key), least=0.0)
    if found != int(found):
        raise CaseError("Here a whole number is expected.", at(where, key))
    return int(found)


def truth(item: dict[str, Any], key: str, where: str, default: bool) -> bool:
    value = item.get(key, default)
    if not isinstance(value, bool):
        raise CaseError("Write true or false.", at(where, key))
    return value


def new_name(name: str, taken: Names, where: str) -> None:
    if name in taken:
        raise CaseError(f"The name “{name:.60}” is used twice. Rename one.", where)
    taken.add(name)


def formula_name(name: str, taken: Names, where: str) -> None:
    """A new name that a formula can hold: it starts with a letter, and has letters, digits, spaces and - ’ ' & . only."""
    if len(name) > 120 or not re.fullmatch(r"[^\W\d][\w \-’'&.]*", name):
        raise CaseError(f"The name “{name:.60}” cannot stand in a formula. Start with a letter, and use letters, digits, spaces and hyphens.", where)
    new_name(name, taken, where)


def given(**fields: Any) -> dict[str, Any]:
    """Only the fields that say something."""
    return {key: value for key, value in fields.items() if value not in ("", None, False) and value != [] and value != {} and value != 0}


def groups(item: dict[str, Any], known: tuple[str, ...], where: str) -> tuple[tuple[str, ...], ...]:
    """Groups named under `groups` (a list, or a table of names), then the multi-input sets that `truth.evppi` names (their values are
    never read)."""
    named, path = item.get("groups"), at(where, "groups")
    if isinstance(named, dict):
        listed({"groups": list(named)}, "groups", where)
        entries = [(at(path, name), entry) for name, entry in named.items()]
    else:
        entries = [(f"{path}[{k}]", entry) for k, entry in enumerate(listed(item, "groups", where))]
    truth = item.get("truth")
    if isinstance(truth, dict) and "evppi" in truth:
        entries += [(f"{at(where, 'truth')}.evppi[{k}]", entry) for k, entry in enumerate(listed(truth, "evppi", at(where, "truth")))]
    found: list[tuple[str, ...]] = []
    for path, entry in entries:
        members = entry.get("inputs") if isinstance(entry, dict) else entry
        if not isinstance(members, list) or not members:
            raise CaseError("A group is a list of input names.", path)
        for name in members:
            if name not in known:
                raise CaseError(f"“{name!s:.60}” is not an input of this case.", path)
        if len(set(members)) > 1 and not any(set(members) == set(other) for other in found):
            found.append(tuple(dict.fromkeys(members)))
    if len(found) > MOST["groups"]:
        raise CaseError(f"There are {len(found):,} groups; the most is {MOST['groups']:,}.", at(where, "groups"))
    return tuple(found)
