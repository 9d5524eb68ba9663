"""A new name for something, put into every formula that uses the old one."""

from collections.abc import Collection

from accord.base.estimate import formula, units
from accord.base.estimate.formula import spelled
from accord.base.estimate.tree import Name, Node


def renamed(text: str, names: Collection[str], old: str, new: str) -> str:
    """The formula with `new` wherever `old` is named. names: what the case declares. A formula that cannot be read stays as it is."""
    try:
        tree = formula.parse(text, names, units.IN_FORMULAS)
    except formula.FormulaError:
        return text
    places = sorted(((node.at, node.end) for node in _names(tree) if spelled(node.name) == spelled(old)), reverse=True)
    for at, end in places:
        text = text[:at] + new + text[end:]
    return text


def _names(tree: Node) -> list[Name]:
    if isinstance(tree, Name):
        return [tree]
    below = [getattr(tree, slot) for slot in getattr(tree, "__slots__", ())]
    nodes = [node for one in below for node in (one if isinstance(one, tuple) else (one,)) if isinstance(node, Node)]
    return [name for node in nodes for name in _names(node)]
