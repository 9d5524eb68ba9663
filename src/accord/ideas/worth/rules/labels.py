"""What quantities are called where several options have one of the same name: “One-time cost” of which option?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import replace

from accord.base.estimate import Case, Weighed
from accord.base.estimate.tree import names_in


def told_apart(case: Case, weighed: Weighed) -> Weighed:
    """The same figures, every label meaning one quantity."""
    called = labels(case)
    return replace(weighed, quantities=tuple(replace(known, label=called[known.name]) for known in weighed.quantities))


def labels(case: Case) -> dict[str, str]:
    """Quantity name -> label; a label that is used twice says which option it belongs to, or else its own name."""
    plain = {quantity.name: quantity.label or quantity.name for quantity in case.quantities}
    often = Counter(plain.values())
    users = _users(case)
    return {name: label if often[label] == 1 else _whose(name, label, users.get(name, [])) for name, label in plain.items()}


def _whose(name: str, label: str, options: list[str]) -> str:
    return f"{label} ({options[0]})" if len(options) == 1 else f"{label} ({name})"


def _users(case: Case) -> dict[str, list[str]]:
    """Quantity name -> the options whose value depends on it, through any number of steps."""
    within: dict[str, set[str]] = {}
    for step in case.derived:
        within[step.name] = _reached(names_in(step.tree), within)
    users: dict[str, list[str]] = {}
    for option in case.options:
        for name in _reached(names_in(option.tree), within):
            users.setdefault(name, []).append(option.name)
    return users


def _reached(names: Set[str], within: dict[str, set[str]]) -> set[str]:
    return set(names).union(*(within.get(name, set()) for name in names))
